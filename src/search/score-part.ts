/** Scores the documents of one segment, term by term: reads each posting once and adds it up in flat arrays. */
import { WEIGHT_UNIT, type WeightedForm } from '../query/expand.ts'
import { K1, OWN_FORM_WEIGHT, normFactors, saturate } from '../ranking/bm25f.ts'
import type { Segment } from '../segment/segment.ts'
import type { Accumulators, TermSums } from './accumulators.ts'
import type { WeighedQuestion, WeighedTerm } from './weigh.ts'

/** A searched field: how occurrences count in it. */
export interface SearchedField {
  index: number
  boost: number
  title: boolean
}

/** What frequencies are multiplied by, by length norm. */
interface FieldFactors {
  index: number
  factors: Float64Array
  /** For the title: the same without its boost. */
  titleFactors: Float64Array | undefined
}

/** Adds up the question in `accumulators`, which are clear. */
export function scorePart(
  question: WeighedQuestion,
  part: number,
  segment: Segment,
  fields: readonly SearchedField[],
  accumulators: Accumulators,
): void {
  const { averageLengths } = question.collection
  const norms = segment.norms
  const factors = fields.map(
    ({ index, boost, title }): FieldFactors => ({
      index,
      factors: normFactors(boost / WEIGHT_UNIT, title, averageLengths[index]),
      titleFactors: title ? normFactors(1 / WEIGHT_UNIT, title, averageLengths[index]) : undefined,
    }),
  )
  for (const term of question.terms) {
    const { forms, wholes } = term.parts[part]
    for (const form of forms) gather(form, segment, norms, factors, accumulators.forms, accumulators.titleForms, accumulators)
    for (const form of wholes) {
      gather(form, segment, norms, factors, accumulators.wholes, accumulators.titleWholes, accumulators)
    }
    // A document that writes the whole in one word has its parts as often; one that writes the parts was counted already.
    if (wholes.length > 0) {
      accumulators.forms.raiseTo(accumulators.wholes)
      accumulators.titleForms.raiseTo(accumulators.titleWholes)
    }
    addTitle(term, accumulators)
    addScores(term, accumulators)
  }
}

/** Reads the postings of a form and adds them to `sums`, those of the title to `titleSums` too, and forms as typed to their own sums. */
function gather(
  { term, weight, ownWeight }: WeightedForm,
  segment: Segment,
  norms: readonly Uint8Array[],
  fields: readonly FieldFactors[],
  sums: TermSums,
  titleSums: TermSums,
  { ownForms }: Accumulators,
): void {
  for (const postings of term.fields) {
    const field = fields.find(({ index }) => index === postings.field)
    if (field === undefined) continue
    const { factors, titleFactors } = field
    const fieldNorms = norms[field.index]
    const cursor = segment.postings(postings)
    const { documents, frequencies } = cursor
    for (let length = cursor.nextBlock(); length > 0; length = cursor.nextBlock()) {
      sums.addBlock(documents, frequencies, length, weight, fieldNorms, factors)
      if (ownWeight > 0) ownForms.addBlock(documents, frequencies, length, ownWeight, fieldNorms, factors)
      if (titleFactors !== undefined) titleSums.addBlock(documents, frequencies, length, weight, fieldNorms, titleFactors)
    }
  }
}

function addTitle({ rarity }: WeighedTerm, accumulators: Accumulators): void {
  const { titleForms, titleScore, titleRarity, titleTerms } = accumulators
  const { sums, holders, count } = titleForms
  for (let i = 0; i < count; i++) {
    const document = holders[i]
    titleScore[document] += rarity * saturate(sums[document])
    titleRarity[document] += rarity
    titleTerms[document]++
  }
  titleForms.clear()
}

/** Adds the class, then the word as typed, to the score. */
function addScores({ rarity, ownRarity }: WeighedTerm, accumulators: Accumulators): void {
  const { forms, ownForms, score, matched, touched } = accumulators
  const { sums, holders, count } = forms
  let { touchedCount } = accumulators
  for (let i = 0; i < count; i++) {
    const document = holders[i]
    const sum = sums[document]
    sums[document] = 0
    if (matched[document]++ === 0) touched[touchedCount++] = document
    score[document] += (rarity * sum) / (K1 + sum)
  }
  forms.count = 0
  const ownWeight = OWN_FORM_WEIGHT * ownRarity
  for (let i = 0; i < ownForms.count; i++) {
    const document = ownForms.holders[i]
    score[document] += ownWeight * saturate(ownForms.sums[document])
  }
  ownForms.clear()
  accumulators.touchedCount = touchedCount
}
