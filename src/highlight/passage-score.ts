/**
 * Scores a part of a text: BM25 over its words, those of the heading and the title above it, and, with low weight, elsewhere in its document. A paragraph need
 * not repeat the subject that its title names.
 */
import { WEIGHT_UNIT, type WeightedForm } from '../query/expand.ts'
import type { Query } from '../query/query.ts'
import { saturate } from '../search/bm25f.ts'
import type { WeighedQuery } from '../search/weigh.ts'
import type { TokenList } from '../text/token.ts'
import {
  OWN_FORM_WEIGHT,
  PASSAGE_CONTEXT_WEIGHT,
  PASSAGE_TITLE_WEIGHT,
  PROXIMITY_WEIGHT,
  PROXIMITY_WINDOW,
  TEXT_B,
} from '../weights.ts'
import { countsIn, termsOfPhrases } from './expansions.ts'
import type { Mark } from './marks.ts'

/** Data about a document in addition to the passage, by query term. */
export interface PassageContext {
  /** How often its titles have the term: 0 to 1. */
  readonly title: Float64Array
  /** 1 if its texts have the term anywhere. */
  readonly document: Uint8Array
}

/** A token that matches a term of the query. */
export interface Occurrence {
  start: number
  end: number
  position: number
  term: number
  slot: number
  weight: number
  own: number
}

/** How a word of the index counts for a term. Words of one slot add up; slots after the first two are the words of synonyms of several words. */
interface Counting {
  term: number
  slot: number
  weight: number
  own: number
}

const FORMS = 0
const WHOLES = 1

export class PassageScorer {
  /** How rare the terms are among documents. */
  readonly rarities: readonly number[]
  /** How much rarer they are among passages. */
  private rarer: Float64Array
  private readonly weights: readonly number[]
  private readonly ownRarities: readonly number[]
  private readonly countings = new Map<string, Counting[]>()
  private readonly ofPhrases: ReadonlySet<number>
  private readonly pairs: readonly { a: number; b: number }[]
  /** By term: the slots of each synonym of several words. */
  private readonly substitutes: readonly (readonly (readonly number[])[])[]
  /** By term and slot. */
  private readonly sums: readonly Float64Array[]

  /** @param field the field of the texts, if some words of the query count in only one field */
  constructor(query: Query, { terms }: WeighedQuery, field?: number) {
    this.rarities = terms.map(({ rarity }) => rarity)
    this.rarer = new Float64Array(terms.length)
    this.weights = terms.map(({ question }) => question.weight)
    this.ownRarities = terms.map(({ ownRarity }) => ownRarity)
    this.ofPhrases = termsOfPhrases(query)
    this.pairs = query.sequence.flatMap(({ term }, i) => {
      const next = query.sequence[i + 1]
      return next === undefined || next.term === term ? [] : [{ a: term, b: next.term }]
    })
    this.substitutes = terms.map(({ question, parts }, term) => {
      if (!countsIn(question, field)) return []
      for (const { forms, wholes } of parts) {
        for (const form of forms) this.add(form, term, FORMS)
        for (const form of wholes) this.add(form, term, WHOLES)
      }
      let slot = WHOLES
      return question.substitutes.map(({ words }, s) =>
        words.map((_, w) => {
          slot++
          for (const { substitutes } of parts)
            for (const form of substitutes[s].words[w].forms) this.add(form, term, slot)
          return slot
        }),
      )
    })
    this.sums = this.substitutes.map(slots => new Float64Array(2 + slots.flat().length))
  }

  private add({ term: { word }, weight, ownWeight }: WeightedForm, term: number, slot: number): void {
    const known = this.countings.get(word)
    const counting = { term, slot, weight: weight / WEIGHT_UNIT, own: ownWeight / WEIGHT_UNIT }
    if (known === undefined) this.countings.set(word, [counting])
    else if (!known.some(other => other.term === term && other.slot === slot)) known.push(counting)
  }

  /**
   * Sets the distribution of the terms: how many passages of the documents with a term contain it. A term in half of the passages says little about which of
   * them answers.
   */
  takeSpread(passages: Float64Array, holding: Float64Array): void {
    this.rarer = passages.map((all, term) => this.weights[term] * Math.log((all + 1) / (holding[term] + 1)))
  }

  /** The tokens of a text that count, in order. Words in quotation marks count only in their phrase. */
  occurrencesIn(tokens: TokenList, marks: readonly Mark[]): Occurrence[] {
    const occurrences: Occurrence[] = []
    for (let i = 0; i < tokens.length; i++) {
      for (const counting of this.countings.get(tokens.words[i]) ?? []) {
        if (this.ofPhrases.has(counting.term)) continue
        occurrences.push({
          ...counting,
          start: tokens.starts[i],
          end: tokens.ends[i],
          position: tokens.positions[i],
        })
      }
    }
    for (const { expansion, start, end, first } of marks) {
      for (const term of expansion.own) {
        if (!this.ofPhrases.has(term)) continue
        occurrences.push({ term, slot: FORMS, weight: 1, own: 1, start, end, position: first })
      }
    }
    return occurrences.sort((a, b) => a.start - b.start)
  }

  /** The frequency of each term. */
  frequencies(occurrences: readonly Occurrence[]): Float64Array {
    for (const sums of this.sums) sums.fill(0)
    for (const { term, slot, weight } of occurrences) this.sums[term][slot] += weight
    return Float64Array.from(this.sums, (sums, term) => {
      const ofSubstitutes = this.substitutes[term].map(slots => Math.min(...slots.map(slot => sums[slot])))
      return Math.max(sums[FORMS], sums[WHOLES], ...ofSubstitutes)
    })
  }

  /** 0 if the passage itself contains nothing of the query. `share`: its length as a share of the usual one. */
  score(
    occurrences: readonly Occurrence[],
    share: number,
    heading: Float64Array,
    { title, document }: PassageContext,
  ): number {
    if (occurrences.length === 0) return 0
    const norm = 1 / (1 - TEXT_B + TEXT_B * share)
    const frequencies = this.frequencies(occurrences)
    const own = new Float64Array(frequencies.length)
    for (const occurrence of occurrences) own[occurrence.term] += occurrence.own
    let score = 0
    frequencies.forEach((frequency, term) => {
      const above = PASSAGE_TITLE_WEIGHT * Math.max(title[term], heading[term])
      const elsewhere = PASSAGE_CONTEXT_WEIGHT * document[term]
      const passageFrequency = saturate(frequency * norm + Math.max(above, elsewhere))
      score += (this.rarities[term] + this.rarer[term]) * passageFrequency
      score += OWN_FORM_WEIGHT * (this.ownRarities[term] + this.rarer[term]) * saturate(own[term] * norm)
    })
    return score + this.proximity(occurrences)
  }

  /** The proximity of consecutive query words in the passage. */
  private proximity(occurrences: readonly Occurrence[]): number {
    let sum = 0
    for (const { a, b } of this.pairs) {
      let nearest = Number.POSITIVE_INFINITY
      for (const first of occurrences) {
        if (first.term !== a) continue
        for (const other of occurrences) {
          if (other.term !== b) continue
          const distance = Math.abs(other.position - first.position)
          if (distance > 0 && distance < nearest) nearest = distance
        }
      }
      if (nearest <= PROXIMITY_WINDOW) sum += (PROXIMITY_WEIGHT * (this.rarities[a] + this.rarities[b])) / nearest
    }
    return sum
  }
}
