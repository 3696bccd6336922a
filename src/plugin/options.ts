/** The options of the plugin, validated before a bundler starts. */
import { type Editorial, type FrenchOptions, french, InvalidOptionError, type LanguageChoices } from '../index.ts'
import { checkEditorial, checkOptions, type OptionNames } from '../internal.ts'
import { checkFields, chooseLanguages } from '../internal-build.ts'
import type { TrouvailleConfig } from '../node.ts'
import { type FieldOptions, type ReadOptions, readDocuments } from '../readers/index.ts'

/**
 * The options of one index: which texts it is made of, and how. Only `from` is needed. `include`, `mapping`, `sections` and others are those of `readDocuments()`.
 *
 * @example
 * trouvaille({ indexes: { articles: { from: 'content', sections: true, exclude: 'brouillons' } } })
 */
export interface IndexOptions
  extends Omit<ReadOptions, 'strict' | 'onProblem' | 'onSkip' | 'onBytes' | 'unchangedDocuments' | 'languages'> {
  /** The files, folders and globs with the texts, relative to the root of the project: `'content'`. */
  from: string | readonly string[]
  /** The fields to search, and those to filter and sort by. If only the latter are named, all fields with text are searched as well. Default: all fields with text are searched. */
  fields?: readonly string[] | FieldOptions | undefined
  /** The fields that come back with hits. Default: all of them. */
  storeFields?: readonly string[] | undefined
  /** Whether the index keeps the positions of stop words, as for `new SearchIndex()`. `false` makes the file about a fifth smaller. Default: `true`. */
  stopWordPositions?: boolean | undefined
  /**
   * How the page reads the file: `'whole'` loads it at the first query, `'ranges'` reads only the parts that queries need, `'auto'` loads files of up to 400 kB whole.
   * Default: `'auto'`.
   */
  load?: 'auto' | 'whole' | 'ranges' | undefined
  /** The languages of the documents by their tags, as in `trouvaille.config.ts`: `['en', 'fr']`. Default: French. */
  languages?: readonly string[] | LanguageChoices | undefined
  /** Options of `french()`, such as synonyms, but no stemmer. The file keeps them, so the page reads queries in the same way. Default: none. */
  french?: Omit<FrenchOptions, 'stemmer'> | undefined
  /** Editorial decisions: the name of a JSON or YAML file, relative to the root of the project, or its content. Default: none. */
  editorial?: string | Editorial | undefined
  /** Whether a text that cannot be read makes the build fail. `false` skips it with a warning. Default: `false`. */
  strict?: boolean | undefined
}

/** The options of one index as in `trouvaille.config.ts`, so that the configuration of `trouvaille build` can be passed on. */
export interface ConfiguredIndex extends Omit<IndexOptions, 'from'> {
  /** The files, folders and globs with the texts, as `from`. */
  input?: IndexOptions['from'] | undefined
  /** Ignored: the bundler decides where the file goes. */
  out?: string | undefined
  /** Refused: the plugin reads files, not sites. */
  sitemap?: unknown
  /** Ignored: the plugin makes one index. */
  perLanguage?: boolean | undefined
}

/**
 * The options of the plugin. None of them is needed if the project has a `trouvaille.config.ts`.
 *
 * @example
 * trouvaille({ indexes: { articles: { from: 'content' } } })
 */
export interface PluginOptions {
  /**
   * The indexes by their names: pages import `articles` as `virtual:trouvaille/articles`. Default: the index of `trouvaille.config.ts` (or `.js`, `.mjs`, `.json`),
   * under the name of its `out`: `public/search.trv` is `virtual:trouvaille/search`.
   */
  indexes?: Readonly<Record<string, IndexOptions | ConfiguredIndex>> | undefined
}

const PLUGIN_OPTIONS: OptionNames<PluginOptions> = { indexes: 1 }
const INDEX_OPTIONS: OptionNames<IndexOptions> = {
  from: 1,
  fields: 1,
  storeFields: 1,
  stopWordPositions: 1,
  load: 1,
  french: 1,
  languages: 1,
  editorial: 1,
  strict: 1,
  include: 1,
  exclude: 1,
  follow: 1,
  mapping: 1,
  transform: 1,
  sections: 1,
  code: 1,
  anchors: 1,
  drafts: 1,
  idField: 1,
}
const LOADS: unknown[] = [undefined, 'auto', 'whole', 'ranges']

/** The options of each index by its name; undefined if a configuration file has them. @throws InvalidOptionError that names the option, what came, and what is allowed */
export function checkPluginOptions(options: PluginOptions): Map<string, IndexOptions> | undefined {
  checkOptions(options, PLUGIN_OPTIONS, '', "an object such as { indexes: { articles: { from: 'content' } } }")
  const { indexes } = options
  if (indexes === undefined) return undefined
  if (typeof indexes !== 'object' || indexes === null || Array.isArray(indexes) || Object.keys(indexes).length === 0)
    throw new InvalidOptionError(
      'indexes',
      indexes,
      "an object of indexes by name, such as { articles: { from: 'content' } }",
    )
  return new Map(Object.entries(indexes).map(([name, index]) => [name, checkIndex(name, index)]))
}

function checkIndex(name: string, given: IndexOptions | ConfiguredIndex): IndexOptions {
  const isConfiguration = isObject(given) && isConfigured(given) && name.includes('.')
  const at = isConfiguration ? name : `indexes.${name}`
  if (!isConfiguration && !/^[\w-]+$/.test(name))
    throw new InvalidOptionError('indexes', name, 'a name of letters, digits, _ and -')
  if (!isObject(given)) throw new InvalidOptionError(at, given, "an object such as { from: 'content' }")
  const index = isConfigured(given) ? ofConfiguration(given) : given
  checkOptions(index, INDEX_OPTIONS, at)
  const {
    from,
    load,
    strict,
    fields,
    storeFields,
    stopWordPositions,
    idField,
    french: words,
    languages,
    editorial,
  } = index
  if (!isTextOrTexts(from))
    throw new InvalidOptionError(`${at}.from`, from, 'a file, folder or glob such as "content", or an array of them')
  if (!LOADS.includes(load)) throw new InvalidOptionError(`${at}.load`, load, "'auto', 'whole' or 'ranges'")
  if (strict !== undefined && typeof strict !== 'boolean')
    throw new InvalidOptionError(`${at}.strict`, strict, 'true or false')
  // Readers, French and the index validate their options now, before any text is read.
  readDocuments(from, readOptionsOf(index))
  checkFields({ idField, fields, storeFields, stopWordPositions })
  if (words !== undefined) checkWords(words, `${at}.french`)
  if (languages !== undefined) chooseLanguages({ languages })
  if (typeof editorial !== 'string') checkEditorial(editorial)
  return index
}

/** The options for `readDocuments()` among them. */
export function readOptionsOf({
  from,
  fields,
  storeFields,
  stopWordPositions,
  load,
  strict,
  french,
  languages,
  editorial,
  ...options
}: IndexOptions): ReadOptions {
  const { tags } = chooseLanguages({ languages })
  return { ...options, ...(tags !== undefined && { languages: tags }) }
}

/** @throws InvalidOptionError for what `french()` does not accept, and for a stemmer, which is a function that the file cannot store */
function checkWords(words: FrenchOptions, at: string): void {
  if (words?.stemmer !== undefined) {
    throw new InvalidOptionError(`${at}.stemmer`, words.stemmer, 'no value, because pages cannot load a custom stemmer')
  }
  french(words)
}

/** The options of an index from the program's configuration. @throws InvalidOptionError that names the file */
export function indexOfConfiguration({ input, sitemap, ...config }: TrouvailleConfig, file: string): IndexOptions {
  if (input === undefined)
    throw new InvalidOptionError('sitemap', sitemap, 'no value, because the plugin reads files only')
  return checkIndex(file, { input, ...config })
}

function ofConfiguration({ input, out, sitemap, perLanguage, ...options }: ConfiguredIndex): IndexOptions {
  if (input === undefined)
    throw new InvalidOptionError('sitemap', sitemap, 'no value, because the plugin reads files only')
  return { ...options, from: input }
}

function isConfigured(index: IndexOptions | ConfiguredIndex): index is ConfiguredIndex {
  return 'input' in index || 'sitemap' in index
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isTextOrTexts(value: unknown): boolean {
  const texts = Array.isArray(value) ? value : [value]
  return texts.length > 0 && texts.every(text => typeof text === 'string' && text !== '')
}
