/** Finds similar documents, with a query made of a document's characteristic words. */

import { DocumentSet } from '../columns/document-set.ts'
import { holders } from '../dictionary/holders.ts'
import { CorruptIndexError } from '../errors.ts'
import { marksOf, placeOfDocument, postingsOfMarks } from '../index/document-language.ts'
import type { FieldPostings, Segment, Term } from '../index/segment.ts'
import type { SegmentView } from '../index/segment-view.ts'
import { storedFields } from '../index/stored-fields.ts'
import type { Language } from '../language/language.ts'
import type { Query, QueryTerm } from '../query/query.ts'
import { fieldOf } from '../record.ts'
import { readTexts } from '../schema/document.ts'
import { inverseDocumentFrequency, saturate } from '../search/bm25f.ts'
import type { SearchedField } from '../search/score-segment.ts'
import { bare } from '../text/language-mark.ts'
import { TokenList } from '../text/token.ts'
import { MOST_SIMILAR_TERMS, SIMILAR_SHARE } from '../weights.ts'

/** The minimum number of `terms` words that a similar document contains. */
export function requiredOfSimilar(terms: number): number {
  return Math.max(1, Math.ceil(terms * SIMILAR_SHARE))
}

/** By segment, all documents except one, or all visible ones. */
export function allBut(
  parts: readonly SegmentView[],
  part: SegmentView,
  document: number,
  shown?: readonly DocumentSet[],
): (DocumentSet | undefined)[] {
  return parts.map((other, i) => {
    if (other !== part) return shown?.[i]
    const others = shown?.[i].copy() ?? new DocumentSet(part.segment.documentCount).not()
    others.delete(document)
    return others
  })
}

/** A searched field with its name. */
export interface SimilarField extends SearchedField {
  name: string
}

/**
 * The characteristic words of a document: those with the highest frequency times rarity. Each has a weight in proportion to it, 1 for the best. A word that no
 * other document contains is useless.
 *
 * If all `fields` are `stored`, the words are read from the stored texts. Otherwise this scans the dictionary, because an index stores postings by word, not by
 * document: a quarter of a second for sixty thousand words.
 */
export function queryOfDocument(
  part: SegmentView,
  document: number,
  parts: readonly SegmentView[],
  language: Language,
  fields: readonly SimilarField[],
  stored: readonly string[],
): Query {
  const documentCount = parts.reduce((sum, { documentCount }) => sum + documentCount, 0)
  const words = fields.every(({ name }) => stored.includes(name))
    ? wordsOfTexts(storedFields(part.segment, document), fields, readerOf(part.segment, document, language))
    : wordsOfPostings(part.segment, document, fields, language)
  for (const { segment } of parts) segment.announce?.({ classKeys: words.map(({ key }) => key) })
  const told = words.flatMap(({ key, word, frequency }) => {
    const documentFrequency = parts.reduce((sum, other) => {
      const found = other.segment.wordClass(key)
      return found === undefined ? sum : sum + holders(other, found.documentFrequency, found.terms)
    }, 0)
    if (documentFrequency < 2) return []
    const weight = saturate(frequency) * inverseDocumentFrequency(documentCount, documentFrequency)
    return [{ key, word, weight }]
  })
  told.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
  const terms = told.slice(0, MOST_SIMILAR_TERMS).map(
    ({ key, word, weight }): QueryTerm => ({
      word,
      key,
      weight: weight / told[0].weight,
      wholes: [],
      substitutes: [],
    }),
  )
  return { terms, sequence: [] }
}

/** The texts of a stored field. @throws CorruptIndexError if it contains anything but texts */
function textsOf(document: Record<string, unknown>, name: string): readonly string[] {
  try {
    return readTexts(fieldOf(document, name), name, '')
  } catch (cause) {
    throw new CorruptIndexError('documents', 0, `the stored field "${name}" is not text`, { cause })
  }
}

/** The language of a document's texts. */
function readerOf(segment: Segment, document: number, language: Language): Language {
  if (language.several === undefined) return language
  segment.announce?.({ classKeys: marksOf(language) })
  segment.announce?.({ postings: postingsOfMarks(segment, language), documents: [document] })
  return language.several.readers[placeOfDocument(segment, document, language)] ?? language
}

interface DocumentWord {
  key: string
  /** The most frequent form of the class in the document. */
  word: string
  /** The sum over the fields, weighted by their boosts. */
  frequency: number
}

/** The words of the stored texts, one per class. */
function wordsOfTexts(
  document: Record<string, unknown>,
  fields: readonly SimilarField[],
  language: Language,
): DocumentWord[] {
  const frequencies = new Map<string, number>()
  const tokens = new TokenList()
  for (const { name, boost } of fields) {
    for (const text of textsOf(document, name)) {
      tokens.clear()
      language.tokenize(text, tokens)
      for (let i = 0; i < tokens.length; i++) {
        frequencies.set(tokens.words[i], (frequencies.get(tokens.words[i]) ?? 0) + boost)
      }
    }
  }
  const forms = new Map<string, [word: string, frequency: number][]>()
  for (const form of [...frequencies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const key = language.key(form[0])
    const ofClass = forms.get(key)
    if (ofClass === undefined) forms.set(key, [form])
    else ofClass.push(form)
  }
  return [...forms].flatMap(([key, ofClass]) => documentWord(key, ofClass, language))
}

/** The words of the document according to the postings, one per class. */
function wordsOfPostings(
  segment: Segment,
  document: number,
  fields: readonly SearchedField[],
  language: Language,
): DocumentWord[] {
  const boosts = new Map(fields.map(({ index, boost }) => [index, boost]))
  const words: DocumentWord[] = []
  segment.announce?.({ classKeys: 'all' })
  segment.announce?.({ postings: [...listsIn(segment, boosts)] })
  for (const { key, terms } of segment.classes()) {
    const forms = terms.map((term): [string, number] => [term.word, frequencyIn(segment, document, term, boosts)])
    words.push(...documentWord(key, forms, language))
  }
  return words
}

/** Where the postings of all words are, for the fields in `boosts`. */
function* listsIn(segment: Segment, boosts: ReadonlyMap<number, number>): Generator<FieldPostings> {
  for (const { terms } of segment.classes()) {
    for (const { fields } of terms) yield* fields.filter(({ field }) => boosts.has(field))
  }
}

/** The forms of one class as a word; undefined if the document has only stop words and single letters. */
function documentWord(
  key: string,
  forms: readonly (readonly [word: string, frequency: number])[],
  language: Language,
): DocumentWord[] {
  const telling = forms.filter(
    ([word, frequency]) => frequency > 0 && bare(word).length > 1 && !language.isStopWord(word),
  )
  if (telling.length === 0) return []
  const [word] = telling.reduce((most, form) => (form[1] > most[1] ? form : most))
  return [{ key, word, frequency: telling.reduce((sum, [, frequency]) => sum + frequency, 0) }]
}

function frequencyIn(segment: Segment, document: number, term: Term, boosts: ReadonlyMap<number, number>): number {
  return term.fields.reduce((sum, postings) => {
    const boost = boosts.get(postings.field)
    return boost === undefined ? sum : sum + boost * frequencyOf(segment, document, postings)
  }, 0)
}

function frequencyOf(segment: Segment, document: number, postings: FieldPostings): number {
  const { inline } = postings
  if (inline !== undefined) return inline.document === document ? inline.positions.length : 0
  const cursor = segment.postings(postings)
  const length = cursor.seekBlock(document)
  const at = cursor.documents.subarray(0, length).indexOf(document)
  return at === -1 ? 0 : cursor.frequencies[at]
}
