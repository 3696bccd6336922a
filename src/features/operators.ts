/** Phrases, exclusions, fields and all else that a query says beyond its words: the feature that parses it and finds the documents that meet it. */
import type { DocumentSet } from '../columns/document-set.ts'
import type { Language } from '../language/language.ts'
import { type Condition, compileQuery } from '../query/compile.ts'
import { type ConditionContext, conditionReads, documentsMeeting } from '../search/condition.ts'

export { compileQuery }

/** A condition as the executor needs it: the documents of a segment that meet it, and what finding them reads first. */
export interface ExecutableCondition {
  documents(context: ConditionContext): DocumentSet
  reads: { classKeys: string[]; columns: number[] }
}

export function executable(condition: Condition, language: Language): ExecutableCondition {
  return {
    documents: context => documentsMeeting(condition, context),
    reads: conditionReads(condition, language),
  }
}
