/** The settings of `trouvaille build`, from its options, then from the configuration file. */
import { join } from 'node:path'
import { type Editorial, InvalidOptionError, type Language, type LanguageChoices, type Synonyms } from '../index.ts'
import { isColumn } from '../internal.ts'
import {
  type ChosenLanguages,
  chooseLanguages,
  DEFAULT_DELAY,
  DEFAULT_PAGES,
  fieldOptionsOf,
  hasSynonyms,
  type LanguageSettings,
  MAX_DELAY,
  MAX_PAGES,
  MOST_THREADS,
} from '../internal-build.ts'
import type { TrouvailleConfig } from '../node.ts'
import { type AnchorStyle, anchorStyles, type FieldOptions, type ReadOptions } from '../readers/index.ts'
import { readColumns } from './column-options.ts'
import { type Arguments, UsageError } from './command.ts'
import type { FoundConfig } from './config-file.ts'
import { AUTO } from './find-languages.ts'
import type { Messages } from './messages/english.ts'

export interface BuildSettings {
  paths: readonly string[]
  /** The file to write, or the name of the index on a cluster. */
  out: string
  /** The cluster to write to instead of a file. */
  cluster: { url: string; name: string } | undefined
  reading: ReadOptions
  /** From the options or the configuration. If none of them is text, the documents decide which are searched. */
  fields: FieldOptions
  storeFields: readonly string[] | undefined
  leavesBodyOut: boolean
  /** Whether the index stores positions of stop words; undefined if neither says so. */
  stopWordPositions: boolean | undefined
  language: Language | undefined
  /** The languages from the options or the configuration. */
  languages: LanguageChoices | undefined
  /** Whether there is an index for each of them. */
  isPerLanguage: boolean
  /** The editorial rules, or the name of their file. */
  editorial: string | Editorial | undefined
  isStrict: boolean
  /** Whether an incremental build compares the bytes of all files. */
  isParanoid: boolean
  /** How many threads read the texts; undefined if neither says so. */
  threads: number | undefined
  /** The site to read instead of files, and how. */
  site: { sitemap: string; delay: number; limit: number } | undefined
  /** The configuration file that names the input; undefined if the command does. */
  inputFrom: string | undefined
  /** The configuration file that names a field; undefined if the command does. */
  originOf(field: string): string | undefined
}

/**
 * @param siteIndex the default file to write: that of a built site
 * @param synonyms those of `--synonyms`, in addition to those of the configuration
 * @param foundLanguages the languages that were found, if `--languages auto` asks for that
 * @throws UsageError if neither has a required setting
 */
export function buildSettings(
  args: Arguments,
  found: FoundConfig | undefined,
  messages: Messages,
  siteIndex: string | undefined,
  synonyms: Synonyms,
  foundLanguages?: readonly string[],
): BuildSettings {
  const { wrongUsage } = messages
  const inFolder = (path: string) => join(found?.folder ?? '', path)
  const configured: Partial<TrouvailleConfig> = found?.config ?? {}
  const {
    input = [],
    sitemap,
    out: saidOut,
    fields,
    storeFields,
    stopWordPositions,
    french: options,
    languages: configuredLanguages,
    perLanguage,
    editorial,
    threads,
    strict,
    ...reading
  } = configured
  const site = siteOf(args, args.operands.length > 0 ? undefined : sitemap, messages)
  const paths = args.operands.length > 0 || site !== undefined ? args.operands : [input].flat().map(inFolder)
  if (paths.length === 0 && site === undefined) throw new UsageError(wrongUsage.missingPaths)
  const cluster = clusterOf(args, messages)
  const out = cluster?.name ?? args.text('out') ?? (saidOut === undefined ? siteIndex : inFolder(saidOut))
  if (out === undefined) throw new UsageError(wrongUsage.missingOut)
  const chosen = args.text('languages') === AUTO ? foundLanguages : args.names('languages')
  // That all is French is found as well.
  const named = {
    languages: chosen?.length === 0 ? undefined : (chosen ?? configuredLanguages),
    french: options,
    synonyms,
  }
  const { language, choices: languages, tags } = languagesOf(named, messages)
  if (synonyms.length > 0 && tags !== undefined && !tags.some(hasSynonyms)) throw new UsageError(wrongUsage.noSynonyms)
  const isPerLanguage = args.has('per-language') || perLanguage === true
  const isToFind = args.text('languages') === AUTO && foundLanguages === undefined
  if (isToFind && site !== undefined) throw new UsageError(wrongUsage.notTogether(`--languages ${AUTO}`, '--sitemap'))
  if (isPerLanguage && !isToFind && language?.several === undefined) throw new UsageError(wrongUsage.oneLanguage)
  const isInCommand = (field: string) =>
    ['fields', 'store', 'columns'].some(option => args.names(option)?.some(name => name.replace(/:\w+$/, '') === field))
  return {
    paths,
    out,
    cluster,
    site,
    inputFrom: args.operands.length > 0 || args.has('sitemap') ? undefined : found?.file,
    originOf: field => (isInCommand(field) ? undefined : found?.file),
    reading: {
      ...reading,
      ...(tags !== undefined && { languages: tags }),
      idField: args.text('id') ?? reading.idField ?? 'id',
      ...(args.has('include') && { include: args.names('include') }),
      ...(args.has('exclude') && { exclude: args.names('exclude') }),
      ...(args.has('follow') && { follow: true }),
      ...(args.has('sections') && { sections: true }),
      ...(args.has('no-code') && { code: false }),
      ...(args.has('drafts') && { drafts: true }),
      ...(args.has('anchors') && { anchors: anchorStyleOf(args.text('anchors') ?? '', messages) }),
    },
    fields: fieldsOf(args, fields, messages),
    storeFields: args.names('store') ?? storeFields,
    leavesBodyOut: args.has('no-store-body'),
    stopWordPositions: args.has('no-stop-word-positions') ? false : stopWordPositions,
    language,
    languages,
    isPerLanguage,
    editorial: typeof editorial === 'string' ? inFolder(editorial) : editorial,
    isStrict: args.has('strict') || strict === true,
    isParanoid: args.has('paranoid'),
    threads: args.has('threads') ? args.count('threads', 1, MOST_THREADS, 1) : threads,
  }
}

/** @throws UsageError for an invalid tag */
function languagesOf(settings: LanguageSettings, messages: Messages): ChosenLanguages {
  try {
    return chooseLanguages(settings)
  } catch (error) {
    if (!(error instanceof InvalidOptionError)) throw error
    const { option, value, allowed } = error
    // What is a locale to the library is one of the languages here.
    const said = option === 'locale' ? new InvalidOptionError('languages', value, allowed) : error
    throw new UsageError(messages.optionProblem(said))
  }
}

/** Options that only make sense for a file. */
const OF_FILES = ['out', 'incremental', 'watch', 'threads', 'per-language']

/** @throws UsageError for a cluster without a name for the index, and for options that clusters do not support */
function clusterOf(args: Arguments, { wrongUsage }: Messages): BuildSettings['cluster'] {
  const url = args.text('cluster')
  if (url === undefined) {
    if (args.has('name')) throw new UsageError(wrongUsage.missingOption('--cluster'))
    return undefined
  }
  const name = args.text('name')
  if (name === undefined) throw new UsageError(wrongUsage.missingOption('--name'))
  const extra = OF_FILES.find(option => args.has(option))
  if (extra !== undefined) throw new UsageError(wrongUsage.notTogether(`--${extra}`, '--cluster'))
  return { url, name }
}

/** The site from the command, then from the configuration. @throws UsageError for a site and files at once */
function siteOf(args: Arguments, configured: TrouvailleConfig['sitemap'], messages: Messages): BuildSettings['site'] {
  if (args.has('sitemap') && args.operands.length > 0) {
    throw new UsageError(messages.wrongUsage.unexpectedOperand(args.operands[0]))
  }
  const {
    url,
    delay = DEFAULT_DELAY,
    limit = DEFAULT_PAGES,
  } = typeof configured === 'string' ? { url: configured } : (configured ?? {})
  const sitemap = args.text('sitemap') ?? url
  if (sitemap === undefined) return undefined
  return { sitemap, delay: args.count('delay', delay, MAX_DELAY), limit: args.count('max-pages', limit, MAX_PAGES) }
}

/** @throws UsageError */
function anchorStyleOf(text: string, { wrongUsage }: Messages): AnchorStyle {
  const style = anchorStyles.find(style => style === text)
  if (style === undefined) throw new UsageError(wrongUsage.wrongAnchors(text, anchorStyles))
  return style
}

/** `--fields` and `--columns` each replace the fields of their kind in the configuration. */
function fieldsOf(args: Arguments, configured: TrouvailleConfig['fields'], messages: Messages): FieldOptions {
  const options = fieldOptionsOf(configured)
  const texts = args.names('fields')
  const columns = args.has('columns') ? readColumns(args.names('columns') ?? [], messages) : undefined
  for (const name of texts ?? []) {
    if (columns?.has(name)) throw new UsageError(messages.wrongUsage.textAndColumn(name))
  }
  const kept = Object.entries(options).filter(([name, field]) =>
    isColumn(field) ? columns === undefined && !texts?.includes(name) : texts === undefined && !columns?.has(name),
  )
  const chosen =
    texts?.map(name => [name, Object.hasOwn(options, name) && !isColumn(options[name]) ? options[name] : {}]) ?? []
  return Object.fromEntries([...chosen, ...kept, ...Array.from(columns ?? [], ([name, type]) => [name, { type }])])
}
