/** The configuration of a project's index in `trouvaille.config.ts`, `.js`, `.mjs` or `.json`: what to read, what to search, where to write. */
import { checkOptions, checkWhole, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { type Editorial, type FrenchOptions, french, type LanguageChoices } from '../index.ts'
import { checkFields, type FieldOptions } from '../readers/field-choice.ts'
import { checkPaths, checkReadOptions, READ_OPTIONS, type ReadOptions } from '../readers/read-options.ts'
import { checkSitemapUrl, type SiteCopyOptions } from '../readers/site-copy.ts'
import { checkEditorial } from '../schema/editorial.ts'
import { chooseLanguages } from './languages.ts'

/** A site to read by its sitemap. */
export interface SitemapOptions extends Pick<SiteCopyOptions, 'delay' | 'limit'> {
  /** The address of the sitemap: `https://exemple.fr/sitemap.xml`. */
  url: string
}

/** The longest wait that a sitemap's `delay` may ask for: ten minutes. */
export const MAX_DELAY = 600_000
export const MAX_PAGES = 10_000_000

/**
 * The configuration of `trouvaille build`, in `trouvaille.config.ts`, `.js`, `.mjs` or `.json`. Paths are relative to the folder of that file. Only `out` and one of `input` and `sitemap` are needed.
 *
 * @example
 * const config: TrouvailleConfig = { input: 'content', out: 'public/search.trv' }
 */
export interface TrouvailleConfig
  extends Omit<ReadOptions, 'onProblem' | 'onSkip' | 'onBytes' | 'unchangedDocuments' | 'languages'> {
  /** The files, folders and globs to read: `'content'`, `['dist', 'notes/*.md']`. Either this or `sitemap` is needed. */
  input?: string | readonly string[] | undefined
  /**
   * The address of a sitemap, to read the pages of a site instead of files. A copy of them is kept in the folder `<out>.pages`. Only `trouvaille build` reads sites,
   * the plugins of bundlers do not.
   */
  sitemap?: string | SitemapOptions | undefined
  /** The index file to write. */
  out: string
  /** The fields to search, and those to filter and sort by, as for `new SearchIndex()`. Default: all fields with text are searched. */
  fields?: readonly string[] | FieldOptions | undefined
  /** The fields that come back with hits. Default: all of them. */
  storeFields?: readonly string[] | undefined
  /**
   * The languages of the documents by their BCP 47 tags: `['en', 'fr']`, or with the options of `english()`, `french()` and, for any other language,
   * `unicodeLanguage()`: `{ en: { dateOrder: 'day-first' }, fr: {} }`. Documents have their language in the field `lang`. Default: French.
   */
  languages?: readonly string[] | LanguageChoices | undefined
  /** Whether to write an index for each language, as `search.fr.trv` for `out: 'search.trv'`, instead of one for all. Default: `false`. */
  perLanguage?: boolean | undefined
  /** Whether the index keeps the positions of stop words, as for `new SearchIndex()`. `false` makes the file about a fifth smaller. Default: `true`. */
  stopWordPositions?: boolean | undefined
  /** Options of `french()`: synonyms, stop words, variants, exceptions. Default: none. */
  french?: FrenchOptions | undefined
  /**
   * Editorial decisions: documents that come first for a query, and documents that no search shows. The name of a JSON or YAML file, or its content.
   * Default: none.
   */
  editorial?: string | Editorial | undefined
  /**
   * How many threads read the texts, from 1 to 64. Default: one for each processor, at most four, if there are more than a few megabytes of text, else `1`. With a
   * stemmer of your own it is always `1`.
   */
  threads?: number | undefined
}

/** More threads would wait for one another. */
export const MOST_THREADS = 64

const { onProblem, onSkip, onBytes, unchangedDocuments, languages: _, ...CONFIGURED_READING } = READ_OPTIONS
const CONFIG_OPTIONS: OptionNames<TrouvailleConfig> = {
  input: 1,
  sitemap: 1,
  out: 1,
  fields: 1,
  storeFields: 1,
  stopWordPositions: 1,
  french: 1,
  languages: 1,
  perLanguage: 1,
  editorial: 1,
  threads: 1,
  ...CONFIGURED_READING,
}

/**
 * Returns a configuration as it is, with its types: editors complete and check it. It is also checked when it runs.
 *
 * @throws InvalidOptionError for wrong options
 * @example
 * // trouvaille.config.ts
 * import { defineConfig } from 'trouvaille/node'
 *
 * export default defineConfig({
 *   input: 'content',
 *   out: 'public/search.trv',
 *   fields: { title: {}, body: {}, section: { type: 'keyword' }, date: { type: 'date' } },
 *   mapping: { title: 'titre' },
 * })
 */
export function defineConfig(config: TrouvailleConfig): TrouvailleConfig {
  checkConfig(config)
  return config
}

/** @throws InvalidOptionError for the first invalid option */
export function checkConfig(config: unknown): asserts config is TrouvailleConfig {
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    throw new InvalidOptionError('config', config, "an object such as { input: 'content', out: 'public/search.trv' }")
  }
  checkOptions(config, CONFIG_OPTIONS)
  const {
    input,
    sitemap,
    out,
    fields,
    storeFields,
    stopWordPositions,
    idField,
    french: options,
    languages,
    perLanguage,
    editorial,
    threads,
  } = config as Partial<TrouvailleConfig>
  if (sitemap === undefined) checkPaths(input, 'input')
  else checkSitemap(sitemap, input)
  if (typeof out !== 'string' || out === '') throw new InvalidOptionError('out', out, 'a file name')
  checkReadOptions({ ...config, languages: undefined })
  if (languages !== undefined) chooseLanguages({ languages })
  if (perLanguage !== undefined && typeof perLanguage !== 'boolean') {
    throw new InvalidOptionError('perLanguage', perLanguage, 'true or false')
  }
  if (options !== undefined) french(options)
  if (typeof editorial !== 'string') checkEditorial(editorial)
  if (threads !== undefined) checkWhole('threads', threads, 1, MOST_THREADS)
  checkFields({ idField, fields, storeFields, stopWordPositions })
}

function checkSitemap(sitemap: unknown, input: unknown): void {
  if (input !== undefined) throw new InvalidOptionError('input', input, 'no value if "sitemap" is set')
  if (typeof sitemap === 'string') {
    checkSitemapUrl(sitemap, 'sitemap')
    return
  }
  checkOptions(sitemap, SITEMAP_OPTIONS, 'sitemap', 'a URL, or an object such as { url, delay: 1000 }')
  const { url, delay, limit } = sitemap as unknown as SitemapOptions
  checkSitemapUrl(url, 'sitemap.url')
  if (delay !== undefined) checkWhole('sitemap.delay', delay, 0, MAX_DELAY)
  if (limit !== undefined) checkWhole('sitemap.limit', limit, 1, MAX_PAGES)
}

const SITEMAP_OPTIONS: OptionNames<SitemapOptions> = { url: 1, delay: 1, limit: 1 }
