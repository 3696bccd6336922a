/** Scores the documents of one segment, term by term: reads each posting once and adds it up in flat arrays. */
import { OWN_FORM_WEIGHT, normFactors, saturate } from '../ranking/bm25f.ts'
import { type ExpandedTerm, WEIGHT_UNIT, type WeightedForm } from '../query/expand.ts'
import type { Segment } from '../segment/segment.ts'
import type { Accumulators } from './accumulators.ts'
import type { WeighedQuestion, WeighedTerm } from './weigh.ts'

/** A searched field: how occurrences count in it. */
export interface SearchedField {
  index: number
  boost: number
  title: boolean
}

/** Adds up the question in `accumulators`, which are clear. */
export function scorePart(
  question: WeighedQuestion,
  part: number,
  segment: Segment,
  fields: readonly SearchedField[],
  accumulators: Accumulators,
): void {
  const factors = fields.map(field => fieldFactors(field, field.boost, question))
  const title = fields.find(field => field.title)
  const titleFactors = title === undefined ? undefined : fieldFactors(title, 1, question)
  for (const term of question.terms) {
    const expanded = term.parts[part]
    gather(expanded, segment, fields, accumulators)
    if (accumulators.holderCount === 0) continue
    if (expanded.wholes.length > 0) mergeWholes(fields, accumulators)
    if (title !== undefined && titleFactors !== undefined) {
      addTitle(term, segment.norms[title.index], title.index, titleFactors, accumulators)
    }
    addScores(term, segment.norms, fields, factors, accumulators)
    accumulators.endTerm()
  }
}

/** Factors for frequencies counted in 64ths. */
function fieldFactors(field: SearchedField, boost: number, { collection }: WeighedQuestion): Float64Array {
  return normFactors(boost / WEIGHT_UNIT, field.title, collection.averageLengths[field.index])
}

function gather(expanded: ExpandedTerm, segment: Segment, fields: readonly SearchedField[], into: Accumulators): void {
  for (const form of expanded.forms) {
    gatherForm(form, segment, fields, into.frequencies, form.weight, into)
    if (form.ownWeight > 0) gatherForm(form, segment, fields, into.ownFrequencies, form.ownWeight, into)
  }
  for (const form of expanded.wholes) gatherForm(form, segment, fields, into.wholeFrequencies, form.weight, into)
}

function gatherForm(
  form: WeightedForm,
  segment: Segment,
  fields: readonly SearchedField[],
  sums: readonly Uint32Array[],
  weight: number,
  into: Accumulators,
): void {
  for (const postings of form.term.fields) {
    if (!fields.some(field => field.index === postings.field)) continue
    const cursor = segment.postings(postings)
    for (let length = cursor.nextBlock(); length > 0; length = cursor.nextBlock()) {
      into.addBlock(sums[postings.field], cursor.documents, cursor.frequencies, length, weight)
    }
  }
}

/** A document that writes the whole in one word has its parts as often; one that writes the parts was counted already. */
function mergeWholes(fields: readonly SearchedField[], accumulators: Accumulators): void {
  const { holders, holderCount } = accumulators
  for (const { index } of fields) {
    const sums = accumulators.frequencies[index]
    const wholes = accumulators.wholeFrequencies[index]
    for (let i = 0; i < holderCount; i++) {
      const document = holders[i]
      if (wholes[document] > sums[document]) sums[document] = wholes[document]
      wholes[document] = 0
    }
  }
}

function addTitle(
  term: WeighedTerm,
  norms: Uint8Array,
  field: number,
  factors: Float64Array,
  accumulators: Accumulators,
): void {
  const { holders, holderCount, titleScore, titleRarity, titleTerms } = accumulators
  const frequencies = accumulators.frequencies[field]
  for (let i = 0; i < holderCount; i++) {
    const document = holders[i]
    const frequency = frequencies[document]
    if (frequency === 0) continue
    titleScore[document] += term.rarity * saturate(frequency * factors[norms[document]])
    titleRarity[document] += term.rarity
    titleTerms[document]++
  }
}

/** Adds the class and the word as typed to the score, and sets the term's frequencies back to 0. */
function addScores(
  term: WeighedTerm,
  norms: readonly Uint8Array[],
  fields: readonly SearchedField[],
  factors: readonly Float64Array[],
  accumulators: Accumulators,
): void {
  const { holders, holderCount, score, matched, touched } = accumulators
  const ownRarity = OWN_FORM_WEIGHT * term.ownRarity
  let touchedCount = accumulators.touchedCount
  for (let i = 0; i < holderCount; i++) {
    const document = holders[i]
    let frequency = 0
    let own = 0
    for (let f = 0; f < fields.length; f++) {
      const { index } = fields[f]
      const sums = accumulators.frequencies[index]
      if (sums[document] === 0) continue
      const factor = factors[f][norms[index][document]]
      frequency += sums[document] * factor
      sums[document] = 0
      const ownSums = accumulators.ownFrequencies[index]
      own += ownSums[document] * factor
      ownSums[document] = 0
    }
    if (matched[document]++ === 0) touched[touchedCount++] = document
    score[document] += term.rarity * saturate(frequency) + ownRarity * saturate(own)
  }
  accumulators.touchedCount = touchedCount
}
