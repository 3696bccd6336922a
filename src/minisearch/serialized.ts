/** Reads and validates the JSON of a MiniSearch index (serialization versions 1 and 2). */
import { InvalidOptionError } from '../index.ts'

/** The frequency of a term in a document, by field and term. */
export type TermCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

export interface SerializedDocument {
  id: string | number
  stored: Readonly<Record<string, unknown>>
  terms: TermCounts
}

export interface SerializedIndex {
  /** The searched fields, in order. */
  fields: readonly string[]
  /** In order of insertion. */
  documents: readonly SerializedDocument[]
}

type Json = Readonly<Record<string, unknown>>

const ALLOWED = 'a MiniSearch index of version 4 to 7, the object that its toJSON() returns, or that object as a string'

/** @throws InvalidOptionError for anything that MiniSearch did not write */
export function readSerialized(source: unknown): SerializedIndex {
  const json = parse(source)
  if (json.serializationVersion !== 1 && json.serializationVersion !== 2) throw refusal(source)
  const fieldOfNumber = new Map(Object.entries(record(json.fieldIds)).map(([name, id]) => [String(id), name]))
  const storedFields = record(json.storedFields)
  const documents = new Map<string, SerializedDocument & { terms: Map<string, Map<string, number>> }>()
  const ids = new Set<unknown>()
  // Numeric keys are in ascending order, which is the order of insertion.
  for (const [short, id] of Object.entries(record(json.documentIds))) {
    if ((typeof id !== 'string' || id === '') && typeof id !== 'number') {
      throw new InvalidOptionError('miniSearch', source, 'an index whose ids are numbers or non-empty strings')
    }
    if (ids.has(id)) throw refusal(source)
    ids.add(id)
    documents.set(short, { id, stored: record(storedFields[short] ?? {}), terms: new Map() })
  }
  if (!Array.isArray(json.index)) throw refusal(source)
  for (const entry of json.index) {
    if (!Array.isArray(entry) || typeof entry[0] !== 'string') throw refusal(source)
    for (const [fieldNumber, counts] of Object.entries(record(entry[1]))) {
      const field = fieldOfNumber.get(fieldNumber)
      if (field === undefined) throw refusal(source)
      // Version 1 has the counts one level deeper, among others for scoring.
      for (const [short, count] of Object.entries(record(json.serializationVersion === 1 ? record(counts).ds : counts)))
        addCount(documents.get(short)?.terms, field, entry[0], count)
    }
  }
  return { fields: [...fieldOfNumber.values()], documents: [...documents.values()] }

  function addCount(terms: Map<string, Map<string, number>> | undefined, field: string, term: string, count: unknown) {
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) throw refusal(source)
    // A discarded document: its terms remain until the next vacuum.
    if (terms === undefined) return
    let counts = terms.get(field)
    if (counts === undefined) terms.set(field, (counts = new Map()))
    counts.set(term, count)
  }

  function record(value: unknown): Json {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
    throw refusal(source)
  }
}

function parse(source: unknown): Json {
  let json = source
  if (typeof json === 'string') {
    try {
      json = JSON.parse(json)
    } catch {
      throw refusal(source)
    }
  }
  if (typeof json !== 'object' || json === null) throw refusal(source)
  if ('toJSON' in json && typeof json.toJSON === 'function') json = json.toJSON()
  if (typeof json !== 'object' || json === null) throw refusal(source)
  return json as Json
}

function refusal(source: unknown): InvalidOptionError {
  return new InvalidOptionError('miniSearch', source, ALLOWED)
}
