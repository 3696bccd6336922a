/**
 * What preferred quotations add to the scores of documents that contain them. A document that also contains all other words of the query has everything: it
 * gets more than any other document can have.
 */
import { DocumentSet } from '../columns/document-set.ts'
import type { Quotation } from '../query/compile.ts'
import type { Query } from '../query/query.ts'
import { OWN_FORM_WEIGHT, QUOTATION_WEIGHT, TITLE_BONUS } from '../weights.ts'
import { type ConditionContext, documentsMeeting } from './condition.ts'
import { documentsWithTerm } from './full-matches.ts'
import { mostProximity, neighbourPairs } from './reward-proximity.ts'
import type { WeighedQuery } from './weigh.ts'

/** The score for a quotation. */
export interface QuotationScore {
  /** The quotation, as it was typed. */
  text: string
  /** What it adds to the score. */
  score: number
}

/** What the quotations add to the scores of a segment's documents. */
export interface QuotationScores {
  /** The documents that contain any of them. */
  documents: DocumentSet
  /** What each quotation in a document adds to its score. */
  of(document: number): QuotationScore[]
}

interface Holders {
  text: string
  documents: DocumentSet
  /** Those of them that also contain all other words. */
  complete: DocumentSet
  weight: number
}

/** The quotation scores of a segment; undefined if none of its documents contains a quotation. */
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
    const documents = documentsMeeting(phrase, context).all()
    if (documents.isEmpty()) return []
    const complete = besides.length === 0 ? documents : documentsHoldingAll(besides, documents, context)
    return [{ text, documents, complete, weight: weights[i] }]
  })
  if (held.length === 0) return undefined
  const most =
    mostProximity(neighbourPairs(sequence, terms)) +
    terms.reduce((sum, { rarity, ownRarity }) => sum + (1 + TITLE_BONUS) * rarity + OWN_FORM_WEIGHT * ownRarity, 0) +
    weights.reduce((sum, weight) => sum + weight, 0)
  return {
    documents: held.reduce((any, { documents }) => any.or(documents), new DocumentSet(context.segment.documentCount)),
    of: document =>
      held.flatMap(({ text, documents, complete, weight }) =>
        documents.has(document) ? [{ text, score: complete.has(document) ? most : weight }] : [],
      ),
  }
}

/** Those of `documents` that contain all of the terms. */
function documentsHoldingAll(
  terms: readonly number[],
  documents: DocumentSet,
  { postings, segment }: ConditionContext,
): DocumentSet {
  const holding = new DocumentSet(segment.documentCount)
  postings.rewind()
  for (const document of terms.reduce((left, term) => documentsWithTerm(left, term, postings), documents.toArray()))
    holding.add(document)
  postings.rewind()
  return holding
}
