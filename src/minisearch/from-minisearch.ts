/** Converts a MiniSearch index to one of Trouvaille: from its stored texts, otherwise from its terms and their frequencies. */
import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError, type SchemaOptions, SearchIndex, type SearchIndexOptions } from '../index.ts'
import { readSerialized, type SerializedDocument, type SerializedIndex } from './serialized.ts'

type Fields = SchemaOptions<Record<string, unknown>>['fields']

/** A MiniSearch index: the object itself, what its `toJSON()` returns, or that as a string. */
export type MiniSearchSource = string | object

/**
 * The options of `fromMiniSearch()`. None of them is needed if the id field of the MiniSearch index is `id`.
 *
 * @example
 * fromMiniSearch(miniSearch, { fields: ['title', 'body'] })
 */
export interface FromMiniSearchOptions {
  /**
   * The fields to search and to filter by, as for `new SearchIndex()`, among those that MiniSearch searches or stores: `{ title: { boost: 2 }, body: {} }`. Default:
   * those that MiniSearch searches.
   */
  fields?: Fields | undefined
  /** The id field of the MiniSearch index, which it does not keep. Default: `'id'`. */
  idField?: string | undefined
  /** The language of the texts, or several by the tags of their documents. Default: `french()`. */
  language?: SearchIndexOptions<Record<string, unknown>>['language']
}

const FROM_OPTIONS: OptionNames<FromMiniSearchOptions> = { fields: 1, idField: 1, language: 1 }

/** More occurrences of a term in a field do not say more about a document. */
const MAX_COUNT = 255

/**
 * Makes an index of the documents of a MiniSearch index.
 *
 * Fields that are in MiniSearch's `storeFields` are read from there, and are searched like the fields of any index. Of other fields only the terms are known:
 * they are indexed as MiniSearch processed them, as often as they occurred, but without their order, so phrases and proximity do not work in them. Index the
 * documents again if you have them.
 *
 * @throws InvalidOptionError if the source is not a MiniSearch index, and for wrong options
 * @example
 * import { fromMiniSearch } from 'trouvaille/minisearch'
 *
 * const index = fromMiniSearch(miniSearch, { fields: { title: { boost: 2 }, body: {} } })
 * index.search('chevaux')
 */
export function fromMiniSearch(miniSearch: MiniSearchSource, options: FromMiniSearchOptions = {}): SearchIndex {
  checkOptions(options, FROM_OPTIONS)
  const { idField = 'id', language } = options
  const source = readSerialized(miniSearch)
  const storedNames = new Set(source.documents.flatMap(document => Object.keys(document.stored)))
  const fields = options.fields ?? source.fields
  const rebuilt = new Set<string>()
  for (const name of namesOf(fields)) {
    if (!source.fields.includes(name) && !storedNames.has(name)) {
      throw new InvalidOptionError(
        'fields',
        name,
        `fields that MiniSearch searches or stores: ${known(source, storedNames)}`,
      )
    }
    if (source.fields.includes(name) && name !== idField && !source.documents.every(hasText(name))) rebuilt.add(name)
  }
  const storeFields = [...storedNames].filter(name => !rebuilt.has(name))
  const index = new SearchIndex({ idField, fields, storeFields, language })
  index.addAll(source.documents.map(document => documentOf(document, idField, rebuilt)))
  return index
}

function namesOf(fields: Fields): string[] {
  if (typeof fields !== 'object' || fields === null) {
    throw new InvalidOptionError('fields', fields, 'an array of field names, or an object { name: { boost } }')
  }
  return Array.isArray(fields) ? fields : Object.keys(fields)
}

function known(source: SerializedIndex, stored: ReadonlySet<string>): string {
  return [...new Set([...source.fields, ...stored])].join(', ')
}

/** Whether the text of a field is stored, or absent. Values that MiniSearch converted with `stringifyField` are not text. */
function hasText(field: string): (document: SerializedDocument) => boolean {
  return ({ stored, terms }) => {
    const value = Object.hasOwn(stored, field) ? stored[field] : undefined
    return value === undefined || value === null ? !terms.has(field) : isText(value)
  }
}

function isText(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(item => item === null || isText(item))
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function documentOf({ id, stored, terms }: SerializedDocument, idField: string, rebuilt: ReadonlySet<string>) {
  const storedId = Object.hasOwn(stored, idField) ? stored[idField] : undefined
  if (storedId !== undefined && storedId !== id) {
    throw new InvalidOptionError('idField', idField, 'the `idField` of the MiniSearch index')
  }
  // Texts of one word each: the index leaves a gap between texts, so no two words seem adjacent.
  const texts = Array.from(rebuilt, (field): [string, unknown] => [
    field,
    Array.from(terms.get(field) ?? [], ([term, count]) => Array<string>(Math.min(count, MAX_COUNT)).fill(term)).flat(),
  ])
  return Object.fromEntries([...Object.entries(stored), [idField, id], ...texts])
}
