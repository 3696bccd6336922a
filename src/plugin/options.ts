/** The options of the plugin, checked before a bundler starts. */
import { InvalidOptionError, SearchIndex, type SearchIndexOptions } from '../index.ts'
import { type ReadOptions, readDocuments } from '../readers/index.ts'
import { readOptionsOf } from './read-texts.ts'

/** One index: which texts it is made of, and how. `include`, `exclude`, `mapping`, `transform`, `sections`, `code` and `idField` are those of `readDocuments()`. */
export interface IndexOptions extends Omit<ReadOptions, 'strict' | 'onProblem' | 'onBytes'> {
  /** Files, folders and globs with the texts, from the root of the project. */
  from: string | readonly string[]
  /** The fields to search, filter and sort by. Default: as `trouvaille build`, the fields that hold text. */
  fields?: SearchIndexOptions<Record<string, unknown>>['fields']
  /** The fields that come back with a hit. Default: as `trouvaille build`, all of them. */
  storeFields?: readonly string[]
  /**
   * How the page gets at the file: `'whole'` loads it at the first question, `'ranges'` reads of it what questions need. Default: `'auto'`, which is
   * `'whole'` for a file of up to 1,000,000 bytes.
   */
  load?: 'auto' | 'whole' | 'ranges'
  /** Whether a text that can't be read fails the build; otherwise it is left out with a warning. Default: false. */
  strict?: boolean
}

/** The options of `trouvaille()`. */
export interface PluginOptions {
  /** By name: `articles` is what `virtual:trouvaille/articles` gives. */
  indexes: Readonly<Record<string, IndexOptions>>
}

const READ_OPTIONS = ['include', 'exclude', 'mapping', 'transform', 'sections', 'code', 'idField']
const INDEX_OPTIONS = ['from', 'fields', 'storeFields', 'load', 'strict', ...READ_OPTIONS]
const LOADS: unknown[] = [undefined, 'auto', 'whole', 'ranges']

/** @throws InvalidOptionError that names the option, what came, and what is allowed */
export function checkPluginOptions(options: PluginOptions): void {
  if (typeof options !== 'object' || options === null)
    throw new InvalidOptionError('options', options, "an object such as { indexes: { articles: { from: 'content' } } }")
  for (const option of Object.keys(options)) {
    if (option !== 'indexes') throw new InvalidOptionError(option, 'there', 'indexes')
  }
  const { indexes } = options
  if (typeof indexes !== 'object' || indexes === null || Array.isArray(indexes) || Object.keys(indexes).length === 0)
    throw new InvalidOptionError('indexes', indexes, "indexes by name, such as { articles: { from: 'content' } }")
  for (const [name, index] of Object.entries(indexes)) checkIndex(name, index)
}

function checkIndex(name: string, index: IndexOptions): void {
  const at = `indexes.${name}`
  if (!/^[\w-]+$/.test(name)) throw new InvalidOptionError(at, 'there', 'names of letters, digits, _ and -')
  if (typeof index !== 'object' || index === null)
    throw new InvalidOptionError(at, index, "an object such as { from: 'content' }")
  for (const option of Object.keys(index)) {
    if (!INDEX_OPTIONS.includes(option))
      throw new InvalidOptionError(`${at}.${option}`, 'there', INDEX_OPTIONS.join(', '))
  }
  const { from, load, strict, fields, storeFields, idField } = index
  if (!isTextOrTexts(from))
    throw new InvalidOptionError(`${at}.from`, from, 'a file, folder or glob such as "content", or several')
  if (!LOADS.includes(load)) throw new InvalidOptionError(`${at}.load`, load, "'auto', 'whole' or 'ranges'")
  if (strict !== undefined && typeof strict !== 'boolean')
    throw new InvalidOptionError(`${at}.strict`, strict, 'true or false')
  // What readers and the index itself will refuse is told now, before any text is read.
  readDocuments(from, readOptionsOf(index))
  new SearchIndex({ idField, fields: fields ?? ['body'], storeFields })
}

function isTextOrTexts(value: unknown): boolean {
  const texts = Array.isArray(value) ? value : [value]
  return texts.length > 0 && texts.every(text => typeof text === 'string' && text !== '')
}
