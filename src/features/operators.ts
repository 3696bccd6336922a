/** The feature for phrases, exclusions, fields and everything else in a query beyond words: it parses the query and finds the matching documents. */
import type { Language } from '../language/language.ts'
import { compileQuery, type Quotation } from '../query/compile.ts'
import type { Condition } from '../query/condition.ts'
import type { Query } from '../query/query.ts'
import { type ConditionContext, conditionReads, documentsMeeting } from '../search/condition.ts'
import type { Matches } from '../search/matches.ts'
import { type QuotationScores, quotationScores } from '../search/quotations.ts'
import type { WeighedQuery } from '../search/weigh.ts'

export { checkColumnTypes } from '../columns/column-types.ts'
export { compileQuery }

/** A condition for the executor: the documents of a segment that meet it, and what finding them reads first. */
export interface ExecutableCondition {
  documents(context: ConditionContext): Matches
  reads: { classKeys: string[]; columns: number[] }
}

export function executable(condition: Condition, language: Language): ExecutableCondition {
  return {
    documents: context => documentsMeeting(condition, context),
    reads: conditionReads(condition, language),
  }
}

/** Preferred quotations for the executor: what they add to the scores of a segment, and what computing it reads first. */
export interface ExecutableQuotations {
  scores(context: ConditionContext, weighed: WeighedQuery): QuotationScores | undefined
  reads: { classKeys: string[] }
}

export function executableQuotations(
  quotations: readonly Quotation[],
  query: Query,
  language: Language,
): ExecutableQuotations | undefined {
  if (quotations.length === 0) return undefined
  return {
    scores: (context, weighed) => quotationScores(quotations, query, weighed, context),
    reads: conditionReads({ type: 'and', of: quotations.map(({ phrase }) => phrase) }, language),
  }
}
