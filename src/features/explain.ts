/** Explains a score: the contribution of each query word, each of its forms and each field, of the title and of proximity. */

import { lengthOfNorm } from '../index/length-norm.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language, Relation } from '../language/language.ts'
import { WEIGHT_UNIT, type WeightedForm } from '../query/expand.ts'
import type { Query, QueryTerm } from '../query/query.ts'
import { saturate } from '../search/bm25f.ts'
import type { Execution, RankedDocument } from '../search/execute.ts'
import type { PostingList } from '../search/query-postings.ts'
import { QueryPostings } from '../search/query-postings.ts'
import type { QuotationScore } from '../search/quotations.ts'
import { type NeighbourPair, neighbourPairs, proximityByPair } from '../search/reward-proximity.ts'
import { type FieldFactors, fieldFactors, type SearchedField } from '../search/score-segment.ts'
import { titleBonus } from '../search/title-bonus.ts'
import type { WeighedQuery, WeighedTerm } from '../search/weigh.ts'
import { bare, placeOf } from '../text/language-mark.ts'
import { OWN_FORM_WEIGHT } from '../weights.ts'

/**
 * The parts of a score. The scores of `words`, `title`, `proximity` and `quotations` are added up and multiplied by `factor`.
 *
 * @example
 * const [hit] = index.search('trêve Tripoli', { explain: true }).hits
 * for (const { word, score } of hit.explanation.words) console.log(word, score)
 */
export interface Explanation {
  /** The score of the hit. */
  score: number
  /** The factor of `recency` and `boostDocument`; 1 if the search has neither. */
  factor: number
  /** `true` if an editorial decision puts the document first, whatever its score; absent if not. */
  promoted?: true
  /** The words of the query that the document contains, in the order of the query. */
  words: ExplainedWord[]
  /** The score for a title that says what the query says; `undefined` if it does not. */
  title: { score: number } | undefined
  /** The scores for proximity: words that are neighbours in the query and stand close together in the document. Only the best documents have them. */
  proximity: { words: readonly [string, string]; score: number }[]
  /** The scores for quotations that the document contains, of queries in which quotations are optional. */
  quotations: QuotationScore[]
}

/** The score for a word of the query. The scores of its forms add up to `score`; the highest come first. */
export interface ExplainedWord {
  /** The word, as the query has it. */
  word: string
  /** What it adds to the score. */
  score: number
  /** How many documents contain the word, in any form. */
  documentFrequency: number
  /** Its weight: its inverse document frequency, lower for question words such as *comment*. */
  rarity: number
  /** The words of the document that match it. */
  forms: ExplainedForm[]
}

/** The score for a word of the document, in one field. */
export interface ExplainedForm {
  /** The word, as the document has it. */
  form: string
  /** The tag of the language that it was read in, if the index has several. */
  language?: string
  /** How it relates to the word of the query. */
  relation: Relation
  /** The field that contains it. */
  field: string
  /** What it adds to the score. */
  score: number
  /** How often the field contains it. */
  frequency: number
  /** The weight of an occurrence, in (0, 1]: 1 for the word itself, less for a synonym or a corrected word. */
  weight: number
  /** The length of the field in words, as the index keeps it. */
  length: number
  /** The average length of the field over all documents, in words. */
  averageLength: number
}

/** A field with the data for its explanation. */
export interface ExplainedField extends SearchedField {
  name: string
}

/** Creates a function that explains ranked documents. */
export function makeExplainer(
  asked: Query,
  { question, quotations }: Pick<Execution, 'question' | 'quotations'>,
  parts: readonly SegmentView[],
  fields: readonly ExplainedField[],
  { several }: Pick<Language, 'several'> = {},
): (ranked: RankedDocument) => Explanation {
  const pairs = neighbourPairs(asked.sequence, question.terms)
  const read = new Map<number, ReadPart>()
  const readPart = (part: number): ReadPart => {
    const known = read.get(part)
    if (known !== undefined) return known
    const { segment } = parts[part]
    const postings = new QueryPostings()
    postings.read(question, part, segment, index => fields.some(field => field.index === index))
    const made = { postings, factors: fieldFactors(question, segment.norms, fields) }
    read.set(part, made)
    return made
  }
  return ranked => {
    const { postings, factors } = readPart(ranked.part)
    const occurrences = postings.lists.map((lists, t) => [
      ...findOccurrences(lists, postings, ranked.document),
      ...postings.substitutes[t].flatMap((words, s) =>
        words.flatMap((ofWord, w) => findOccurrences(ofWord, postings, ranked.document, s + 2, w)),
      ),
    ])
    const scales = factors.map(field => field && scaleOf(field, ranked.document))
    const words = question.terms.flatMap((term, t) =>
      explainWord(term, occurrences[t], question, scales, fields, several?.tags),
    )
    return {
      score: ranked.score,
      ...(ranked.promoted && { promoted: true as const }),
      factor: ranked.factor,
      words,
      title: explainTitle(question, occurrences, scales, fields),
      proximity: ranked.proximity === 0 ? [] : explainProximity(pairs, question, ranked, parts, postings),
      quotations: quotations[ranked.part]?.of(ranked.document) ?? [],
    }
  }
}

/** What a segment has for the query, read once for all its hits. */
interface ReadPart {
  postings: QueryPostings
  factors: readonly (FieldFactors | undefined)[]
}

/** How occurrences in one field of one document count. */
interface Scale {
  /** In words, as the norm stores it. */
  length: number
  /** The factor of a frequency in 64ths. */
  factor: number
  /** The same without the field's boost; 0 for fields that are not titles. */
  titleFactor: number
}

function scaleOf({ norms, factors, titleFactors }: FieldFactors, document: number): Scale {
  const norm = norms[document]
  return { length: lengthOfNorm[norm], factor: factors[norm], titleFactor: titleFactors?.[norm] ?? 0 }
}

/** A form of a query word in a field of the document. */
interface Occurrence {
  form: WeightedForm
  /** Its group: the word's own forms (0), other spellings of a whole with the word as a part (1), or a substitute (2, 3…). */
  group: number
  /** For a substitute: the index of its word. */
  word: number
  field: number
  frequency: number
}

function findOccurrences(
  lists: readonly PostingList[],
  postings: QueryPostings,
  document: number,
  group?: number,
  word = 0,
): Occurrence[] {
  return lists.flatMap(list => {
    const at = list.find(document)
    if (at === -1) return []
    const {
      form,
      whole,
      postings: { field },
    } = list
    return [{ form, group: group ?? (whole ? 1 : 0), word, field, frequency: postings.frequencies.values[at] }]
  })
}

/** Occurrences with their contributions to a frequency before it saturates, and the sum. */
interface Counted {
  counted: { occurrence: Occurrence; amount: number }[]
  sum: number
}

function count(
  occurrences: readonly Occurrence[],
  weightOf: (occurrence: Occurrence) => number,
  factorOf: (field: number) => number,
): Counted {
  const counted = occurrences.map(occurrence => ({
    occurrence,
    amount: occurrence.frequency * weightOf(occurrence) * factorOf(occurrence.field),
  }))
  return { counted, sum: counted.reduce((sum, { amount }) => sum + amount, 0) }
}

/** Counts like the executor: other spellings of a whole, or the rarest word of a substitute, replace the word if they have more. */
function countClass(
  occurrences: readonly Occurrence[],
  { substitutes }: QueryTerm,
  factorOf: (field: number) => number,
): Counted {
  const countWhere = (test: (occurrence: Occurrence) => boolean) =>
    count(occurrences.filter(test), ({ form }) => form.weight, factorOf)
  const counts = [countWhere(({ group }) => group === 0), countWhere(({ group }) => group === 1)]
  substitutes.forEach(({ words }, s) => {
    const ofWords = words.map((_, w) => countWhere(({ group, word }) => group === s + 2 && word === w))
    const sum = Math.min(...ofWords.map(ofWord => ofWord.sum))
    counts.push({ counted: ofWords.flatMap(({ counted }) => counted), sum })
  })
  return counts.reduce((most, counted) => (counted.sum > most.sum ? counted : most))
}

function explainWord(
  term: WeighedTerm,
  occurrences: readonly Occurrence[],
  { collection }: WeighedQuery,
  scales: readonly (Scale | undefined)[],
  fields: readonly ExplainedField[],
  tags: readonly string[] = [],
): ExplainedWord[] {
  const factorOf = (field: number) => scales[field]?.factor ?? 0
  const ofClass = countClass(occurrences, term.question, factorOf)
  if (ofClass.sum === 0) return []
  const own = count(
    occurrences.filter(({ group }) => group === 0),
    ({ form }) => form.ownWeight,
    factorOf,
  )
  const scores = new Map<Occurrence, number>()
  share(term.rarity * saturate(ofClass.sum), ofClass, scores)
  share(OWN_FORM_WEIGHT * term.ownRarity * saturate(own.sum), own, scores)
  const forms = [...scores].map(([{ form, field, frequency }, score]) => ({
    form: bare(form.term.word),
    ...(tags.length > 0 && { language: tags[placeOf(form.term.word.slice(-1))] }),
    relation: form.relation,
    field: fields.find(({ index }) => index === field)?.name ?? '',
    score,
    frequency,
    weight: form.weight / WEIGHT_UNIT,
    length: scales[field]?.length ?? 0,
    averageLength: collection.averageLengths[field],
  }))
  forms.sort((a, b) => b.score - a.score)
  return [
    {
      word: bare(term.question.word),
      score: forms.reduce((sum, { score }) => sum + score, 0),
      documentFrequency: term.documentFrequency,
      rarity: term.rarity,
      forms,
    },
  ]
}

/** Divides a score among its occurrences, in proportion to their contributions. */
function share(score: number, { counted }: Counted, scores: Map<Occurrence, number>): void {
  const sum = counted.reduce((sum, { amount }) => sum + amount, 0)
  for (const { occurrence, amount } of counted) {
    if (amount > 0) scores.set(occurrence, (scores.get(occurrence) ?? 0) + (score * amount) / sum)
  }
}

function explainTitle(
  { terms }: WeighedQuery,
  occurrences: readonly (readonly Occurrence[])[],
  scales: readonly (Scale | undefined)[],
  fields: readonly ExplainedField[],
): Explanation['title'] {
  const title = fields.find(field => field.title)
  const scale = title && scales[title.index]
  if (title === undefined || scale === undefined) return undefined
  let score = 0
  let rarity = 0
  let held = 0
  terms.forEach((term, t) => {
    const inTitle = occurrences[t].filter(({ field }) => field === title.index)
    const { sum } = countClass(inTitle, term.question, () => scale.titleFactor)
    if (sum === 0) return
    score += term.rarity * saturate(sum)
    rarity += term.rarity
    held++
  })
  if (held === 0) return undefined
  const questionRarity = terms.reduce((sum, term) => sum + term.rarity, 0)
  return { score: titleBonus(score, rarity, held, scale.length, questionRarity, terms.length) }
}

function explainProximity(
  pairs: readonly NeighbourPair[],
  { terms }: WeighedQuery,
  { part, document }: RankedDocument,
  parts: readonly SegmentView[],
  postings: QueryPostings,
): Explanation['proximity'] {
  const [scores] = proximityByPair(pairs, parts[part].segment, postings, [document])
  return pairs.flatMap(({ first, second }, p) =>
    scores[p] === 0
      ? []
      : [{ words: [bare(terms[first].question.word), bare(terms[second].question.word)], score: scores[p] }],
  )
}
