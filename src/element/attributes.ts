/** Parses the attributes of the element into settings. Lists are separated by commas; `section: Rubrique` gives the label of a field. */
import type { SearchSettings } from '../search-box/index.ts'

export type Mode = 'page' | 'list' | 'dialog'
const MODES: readonly string[] = ['page', 'list', 'dialog'] satisfies Mode[]

export interface ElementSettings extends SearchSettings {
  mode: Mode
  /** The addresses of the indexes. */
  sources: readonly string[]
  /** Their labels. */
  sourceLabels: readonly string[]
  label: string | undefined
  placeholder: string | undefined
  /** The parameter of the page's address with the query; undefined for none. */
  param: string | undefined
  keepsRecent: boolean
  shortcuts: readonly string[]
  headingLevel: number
  /** Whether queries run in a worker. */
  usesWorker: boolean
}

/** The observed attributes. */
export const ATTRIBUTES = [
  'src',
  'labels',
  'mode',
  'hits',
  'debounce',
  'title-field',
  'url-field',
  'image-field',
  'text-fields',
  'meta-fields',
  'group-field',
  'facets',
  'sorts',
  'base',
  'site',
  'label',
  'placeholder',
  'param',
  'recent',
  'shortcuts',
  'heading-level',
  'worker',
  'lang',
]

/** Invalid values fall back to the default: a typo in its HTML must not break a page. */
export function settingsOf(attribute: (name: string) => string | null): ElementSettings {
  const text = (name: string) => attribute(name) ?? undefined
  const list = (name: string) => text(name) && listOf(text(name))
  const names = (name: string) =>
    text(name) === undefined ? undefined : listOf(text(name)).map(entry => splitLabel(entry)[0])
  const mode = (MODES.includes(text('mode') ?? '') ? text('mode') : 'page') as Mode
  return {
    mode,
    sources: (text('src') ?? '').split(/\s+/).filter(Boolean),
    sourceLabels: list('labels') || [],
    label: text('label'),
    placeholder: text('placeholder'),
    param: (text('param') ?? (mode === 'page' ? 'q' : '')) || undefined,
    keepsRecent: text('recent') !== undefined,
    shortcuts: (text('shortcuts') ?? (mode === 'dialog' ? 'mod+k /' : '')).toLowerCase().split(/\s+/).filter(Boolean),
    headingLevel: countOf(text('heading-level'), 1, 6) ?? 2,
    usesWorker: text('worker') !== undefined,
    hits: countOf(text('hits'), 1, 1000),
    debounce: countOf(text('debounce'), 0, 60_000),
    titleField: text('title-field'),
    urlField: text('url-field'),
    imageField: text('image-field'),
    textFields: names('text-fields'),
    metaFields: names('meta-fields'),
    groupField: text('group-field'),
    // Only a page of results shows facets.
    facets: mode === 'page' ? names('facets') : [],
    sorts: names('sorts'),
    base: text('base'),
    site: text('site'),
    labels: Object.fromEntries(
      ['facets', 'sorts'].flatMap(name => listOf(text(name)).map(splitLabel)).filter(([, label]) => label !== ''),
    ),
  }
}

function listOf(text = ''): string[] {
  return text
    .split(',')
    .map(entry => entry.trim())
    .filter(Boolean)
}

function splitLabel(entry: string): [name: string, label: string] {
  const [, name, label] = /^([^:]*):(.*)$/s.exec(entry) ?? [entry, entry, '']
  return [name.trim(), label.trim()]
}

function countOf(text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined || !/^\d{1,6}$/.test(text.trim())) return undefined
  return Math.min(Math.max(Number(text), least), most)
}
