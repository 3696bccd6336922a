/**
 * What quotations that are wishes add to the scores of documents that hold them. A document that also holds all other words of the query has all that was
 * asked for: it gets more than any other document can have.
 */
import type { DocumentSet } from '../columns/document-set.ts'
import type { Quotation } from '../query/compile.ts'
import type { Query } from '../query/query.ts'
import { OWN_FORM_WEIGHT, QUOTATION_WEIGHT, TITLE_BONUS } from '../weights.ts'
import { type ConditionContext, documentsMeeting } from './condition.ts'
import { mostProximity, neighbourPairs } from './reward-proximity.ts'
import type { WeighedQuery } from './weigh.ts'

/** What a quotation added to a score. */
export interface QuotationScore {
  /** The quotation as it was typed. */
  text: string
  score: number
}

/** By document of a segment, what each quotation that it holds adds to its score. */
export type QuotationScores = (document: number) => QuotationScore[]

interface Holders {
  text: string
  documents: DocumentSet
  /** Those of them that hold all other words as well. */
  complete: DocumentSet
  weight: number
}

/** The quotation scores of a segment; undefined if none of its documents holds a quotation. */
export function quotationScores(
  quotations: readonly Quotation[],
  { sequence }: Query,
  { terms }: WeighedQuery,
  context: ConditionContext,
): QuotationScores | undefined {
  const weights = quotations.map(quotation =>
    quotation.terms.reduce((sum, term) => sum + QUOTATION_WEIGHT * terms[term].rarity, 0),
  )
  const held = quotations.flatMap(({ text, phrase, besides }, i): Holders[] => {
    const documents = documentsMeeting(phrase, context)
    if (documents.isEmpty()) return []
    const complete =
      besides.length === 0
        ? documents
        : documentsMeeting({ type: 'terms', terms: besides, least: besides.length }, context).and(documents)
    return [{ text, documents, complete, weight: weights[i] }]
  })
  if (held.length === 0) return undefined
  const most =
    mostProximity(neighbourPairs(sequence, terms)) +
    terms.reduce((sum, { rarity, ownRarity }) => sum + (1 + TITLE_BONUS) * rarity + OWN_FORM_WEIGHT * ownRarity, 0) +
    weights.reduce((sum, weight) => sum + weight, 0)
  return document =>
    held.flatMap(({ text, documents, complete, weight }) =>
      documents.has(document) ? [{ text, score: complete.has(document) ? most : weight }] : [],
    )
}
