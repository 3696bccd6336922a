/**
 * The feature for passages: the parts of stored texts that answer a query, over all documents, for assistants and readers who want paragraphs instead of pages.
 */
import { checkOptions, checkWhole, excludedOption, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { readersByField, textOf } from '../highlight/hit-highlights.ts'
import type { Mark } from '../highlight/marks.ts'
import { PassageReader, type SightedStretch } from '../highlight/passage-reader.ts'
import type { PassageContext } from '../highlight/passage-score.ts'
import { placeOfDocument } from '../index/document-language.ts'
import type { SegmentView } from '../index/segment-view.ts'
import { storedFields } from '../index/stored-fields.ts'
import type { Language } from '../language/language.ts'
import type { Query } from '../query/query.ts'
import type { DocumentId } from '../schema/document.ts'
import type { Filter } from '../schema/filter.ts'
import type { Schema } from '../schema/schema.ts'
import type { ColumnName, FieldsOf, StoredDocument, TextName } from '../schema/schema-types.ts'
import type { RankedDocument } from '../search/execute.ts'
import type { NamedSearchOptions } from '../search/search-options.ts'
import type { WeighedQuery } from '../search/weigh.ts'
import { announceHits } from './hit.ts'

/**
 * The options of `passages()`: which passages to return and, as for `search()`, from which documents. `T` is the type of the documents, `Stored` the names of the
 * stored fields, `Fields` the schema.
 *
 * @example
 * const options: PassagesOptions<Article> = { limit: 5, length: 300, perDocument: 1, filter: { section: 'monde' } }
 */
export type PassagesOptions<T, Stored = undefined, Fields = FieldsOf<T>> = NamedPassagesOptions<
  TextName<Fields>,
  ColumnName<Fields>,
  undefined extends Stored ? TextName<Fields> : TextName<Fields> & Stored,
  Filter<T, Fields>
>

/** The options of `passages()`, by the names of the text fields, the columns and the stored text fields. */
export interface NamedPassagesOptions<Text extends string, Column extends string, StoredText, Filter>
  extends Pick<
    NamedSearchOptions<Text, Column, StoredText, Filter, unknown>,
    'fields' | 'boost' | 'match' | 'fuzzy' | 'split' | 'filter' | 'recency' | 'language' | 'synonyms'
  > {
  /** How many passages to return, 0 to 100. Default: `10`. */
  limit?: number | undefined
  /** The longest passage, in characters (UTF-16 units), 100 to 10,000. A longer sentence is cut between words. Default: `400`. */
  length?: number | undefined
  /** The most passages of one document, 1 to 100. `1` for a list of sources. Default: `2`. */
  perDocument?: number | undefined
  /** The stored text fields to take passages from. Default: all but titles; titles if nothing else is stored. */
  from?: readonly StoredText[] | undefined
}

/**
 * A part of a stored text that answers a query.
 *
 * @example
 * for (const { text, url } of index.passages('prix du billet').passages) console.log(text, url)
 */
export interface Passage<T = Record<string, unknown>, Stored = undefined> {
  /** The id of the document. */
  id: DocumentId
  /** Whole sentences of the field, as they are stored. */
  text: string
  /** `[start, end]` pairs for `text.slice(start, end)`: what to mark, in order and without overlaps. */
  ranges: [start: number, end: number][]
  /** Above 0, higher is better. Comparable within one call only. */
  score: number
  /** The stored field that the passage is from. */
  field: string
  /** If the field is an array of texts: which of them, from 0. Absent if it is one text. */
  item?: number
  /** Where the passage starts in the stored text: `text` is its `slice(start, end)`. */
  start: number
  /** Where the passage ends in the stored text. */
  end: number
  /** The title of the document, if it is stored. */
  title?: string
  /** The address of the document, if it is stored as `url`, `link` or `permalink`. */
  url?: string
  /** The anchor of the section, if it is stored as `anchor`. */
  anchor?: string
  /** The stored fields of the document. */
  document: StoredDocument<T, Stored>
}

/**
 * What `passages()` returns.
 *
 * @example
 * const { passages, correction } = index.passages('prix du billet', { limit: 3 })
 */
export interface PassageResults<T = Record<string, unknown>, Stored = undefined> {
  /** The passages, best first; equal ones in the order of their documents, then of the text. */
  passages: Passage<T, Stored>[]
  /** The query with its typos corrected, as for `search()`; `undefined` if nothing was corrected. */
  correction: string | undefined
  /** How long the call took, in milliseconds. */
  tookMs: number
}

/** Checked options. */
export interface PassageRequest {
  limit: number
  length: number
  perDocument: number
  from: readonly string[]
  /** The options of the search for documents. */
  search: object
}

const PASSAGES_OPTIONS: OptionNames<PassagesOptions<object>> = {
  limit: 1,
  length: 1,
  perDocument: 1,
  from: 1,
  fields: 1,
  boost: 1,
  match: 1,
  fuzzy: 1,
  split: 1,
  filter: 1,
  recency: 1,
  language: 1,
  synonyms: 1,
}

/** @throws InvalidOptionError */
export function checkPassagesOptions(given: object, schema: Schema): PassageRequest {
  checkOptions(given, PASSAGES_OPTIONS)
  const { limit = 10, length = 400, perDocument = 2, from, ...search } = given as PassagesOptions<object>
  return {
    limit: checkWhole('limit', limit, 0, 100),
    length: checkWhole('length', length, 100, 10_000),
    perDocument: checkWhole('perDocument', perDocument, 1, 100),
    from: checkFrom(from, schema),
    search,
  }
}

function checkFrom(from: unknown, { fields, storeFields }: Schema): readonly string[] {
  const stored = fields.filter(({ name }) => storeFields.includes(name))
  const names = stored.map(({ name }) => name)
  if (names.length === 0) throw excludedOption('from', from, 'no text field is in storeFields')
  const allowed = `one or more of the stored text fields: ${names.join(', ')}`
  if (from === undefined) {
    const texts = stored.filter(({ title }) => !title)
    return (texts.length > 0 ? texts : stored).map(({ name }) => name)
  }
  if (!Array.isArray(from) || from.length === 0) throw new InvalidOptionError('from', from, allowed)
  for (const name of from) if (!names.includes(name)) throw new InvalidOptionError('from', name, allowed)
  return from
}

/** A text of a document, with data about the document. */
interface PassageText {
  field: string
  item: number | undefined
  source: string
  reader: PassageReader
  context: PassageContext
}

/** A stretch that may answer. `rank` is that of its document. */
interface Candidate extends SightedStretch {
  rank: number
  text: PassageText
}

/** How many candidates are read for each requested passage, and how many more. */
const READ_PER_PASSAGE = 3
const READ_MORE = 12
/** How many candidates a text contributes in addition to the passages of its document. */
const MORE_CANDIDATES = 2
/** The number of characters searched for one answer, in document order. */
const MOST_SEARCHED = 8_000_000

/**
 * Extracts passages from the ranked documents. Their texts are searched for the words of the index, and only the regions with the most words are tokenized. The
 * amount depends only on the texts, so the answer is the same on any machine.
 */
export function findPassages(
  { limit, length, perDocument, from }: PassageRequest,
  ranked: readonly RankedDocument[],
  parts: readonly SegmentView[],
  query: Query,
  weighed: WeighedQuery,
  language: Language,
  { fields: searched, storeFields }: Schema,
): Passage[] {
  if (limit === 0 || weighed.terms.length === 0) return []
  announceHits(ranked, parts, language)
  const titles = searched.filter(({ title, name }) => title && storeFields.includes(name))
  const readers = readersByField(
    query,
    searched,
    language,
    (field, language) => new PassageReader(query, weighed, language, length, field),
  )
  const documents = ranked.map(({ part, document }) => storedFields(parts[part].segment, document))
  const candidates: Candidate[] = []
  const spread = new TermSpread(weighed.terms.length, length)
  let left = MOST_SEARCHED
  documents.forEach((document, rank) => {
    const place = placeOfDocument(parts[ranked[rank].part].segment, ranked[rank].document, language)
    const values = new Map(Object.entries(document))
    const context = { title: new Float64Array(weighed.terms.length), document: new Uint8Array(weighed.terms.length) }
    for (const { name } of titles) {
      readers(name, place)
        .presence(textOf(values.get(name)))
        .forEach((presence, term) => {
          context.title[term] = Math.max(context.title[term], presence)
        })
    }
    for (const field of from) {
      const reader = readers(field, place)
      for (const { source, item } of textsOf(values.get(field))) {
        if (left <= 0) return
        left -= source.length
        const marks = reader.sight(source)
        for (const { expansion } of marks) for (const term of expansion.own) context.document[term] = 1
        spread.add(marks, Math.ceil(source.length / length))
        const text = { field, item, source, reader, context }
        for (const stretch of reader.stretchesAmong(source, marks, perDocument + MORE_CANDIDATES, context)) {
          candidates.push({ ...stretch, rank, text })
        }
      }
    }
  })
  for (const { text } of candidates) text.reader.scorer.takeSpread(spread.passages, spread.holding)
  candidates.sort((a, b) => b.estimate - a.estimate || a.rank - b.rank)
  const read = candidates.slice(0, limit * READ_PER_PASSAGE + READ_MORE).map(({ rank, text, start, end }) => {
    const { field, item, source, reader, context } = text
    return { rank, field, item, ...reader.read(source, { start, end }, context) }
  })
  read.sort((a, b) => b.score - a.score || a.rank - b.rank || a.start - b.start)
  return chooseBest(read, limit, perDocument).map(({ rank, item, ...passage }) => {
    const document = documents[rank]
    const { part, document: place } = ranked[rank]
    return {
      id: parts[part].segment.id(place),
      ...passage,
      ...(item !== undefined && { item }),
      ...addressOf(document, titles),
      document,
    }
  })
}

/** For the texts that contain a term: how many passages they have, and how many of those contain it. */
class TermSpread {
  readonly passages: Float64Array
  readonly holding: Float64Array
  private readonly length: number

  constructor(terms: number, length: number) {
    this.passages = new Float64Array(terms)
    this.holding = new Float64Array(terms)
    this.length = length
  }

  add(marks: readonly Mark[], passages: number): void {
    const last = new Map<number, number>()
    for (const { expansion, start } of marks) {
      const passage = Math.floor(start / this.length)
      for (const term of expansion.own) {
        if (last.get(term) === passage) continue
        last.set(term, passage)
        this.holding[term]++
      }
    }
    for (const term of last.keys()) this.passages[term] += passages
  }
}

/** The title and the address of a document, if stored. */
function addressOf(document: Record<string, unknown>, titles: Schema['fields']) {
  const values = new Map(Object.entries(document))
  const title = titles.map(({ name }) => textOf(values.get(name))).find(text => text !== '')
  const anchor = values.get('anchor')
  const url = ['url', 'link', 'permalink'].map(name => values.get(name)).find(isText)
  return {
    ...(title !== undefined && { title }),
    ...(isText(url) && { url }),
    ...(isText(anchor) && { anchor }),
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** The first passages, at most `perDocument` of one document, without overlaps. */
function chooseBest<P extends Placed & { rank: number; score: number }>(
  passages: readonly P[],
  limit: number,
  perDocument: number,
): P[] {
  const chosen: P[] = []
  for (const passage of passages) {
    if (chosen.length === limit) break
    const siblings = chosen.filter(({ rank }) => rank === passage.rank)
    if (passage.score > 0 && siblings.length < perDocument && !siblings.some(other => overlap(other, passage))) {
      chosen.push(passage)
    }
  }
  return chosen
}

interface Placed {
  field: string
  item: number | undefined
  start: number
  end: number
}

function overlap(a: Placed, b: Placed): boolean {
  return a.field === b.field && a.item === b.item && a.start < b.end && b.start < a.end
}

/** The texts of a stored value: one, or those of an array. */
function textsOf(value: unknown): { source: string; item: number | undefined }[] {
  if (!Array.isArray(value)) {
    const source = textOf(value)
    return source === '' ? [] : [{ source, item: undefined }]
  }
  return value.flatMap((one, item) => {
    const source = textOf(one)
    return source === '' ? [] : [{ source, item }]
  })
}
