/** Turns a MiniSearch index into one of Trouvaille: from the texts that it stored, else from its terms and how often each occurs. */
import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError, type SchemaOptions, SearchIndex, type SearchIndexOptions } from '../index.ts'
import { readSerialized, type SerializedDocument, type SerializedIndex } from './serialized.ts'

type Fields = SchemaOptions<Record<string, unknown>>['fields']

/** A MiniSearch, what its `toJSON()` gives, or that as a string. */
export type MiniSearchSource = string | object

/** The options of `fromMiniSearch()`. None of them is needed where ids come from `id`. */
export interface FromMiniSearchOptions {
  /** The fields to search, among those that MiniSearch searches or stores; boosts can be given. Default: those that MiniSearch searches. */
  fields?: Fields | undefined
  /** The field that MiniSearch took ids from: its index doesn't say. Default: `id`. */
  idField?: string | undefined
  /** How texts are read from now on: a language, or several by the tags of their documents. Default: `french()`. */
  language?: SearchIndexOptions<Record<string, unknown>>['language']
}

const FROM_OPTIONS: OptionNames<FromMiniSearchOptions> = { fields: 1, idField: 1, language: 1 }

/** More occurrences of one term in one field than this say no more about a document. */
const MAX_COUNT = 255

/**
 * An index with the documents of a MiniSearch index. A field whose texts MiniSearch stored is read from them: the answers are those of an index
 * made from the documents. Of a field that it didn't store, only the terms are known: they are indexed as MiniSearch processed them, each
 * as often as it occurred, without order, so nothing is known of which words stood together.
 *
 * @throws InvalidOptionError where the source isn't a MiniSearch index, or an option is wrong
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

/** Whether the text of a field is stored, or there is none. What MiniSearch made text of in a way of its own (`stringifyField`) is no text. */
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
    throw new InvalidOptionError('idField', idField, 'the field that MiniSearch took ids from')
  }
  // Texts of one word each: the index leaves room between texts, so no two words seem to have stood side by side.
  const texts = Array.from(rebuilt, (field): [string, unknown] => [
    field,
    Array.from(terms.get(field) ?? [], ([term, count]) => Array<string>(Math.min(count, MAX_COUNT)).fill(term)).flat(),
  ])
  return Object.fromEntries([...Object.entries(stored), [idField, id], ...texts])
}
