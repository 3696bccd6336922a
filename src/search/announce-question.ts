/** Says what a question will read first, to segments whose bytes are elsewhere: they get it in one round trip. */

import type { SegmentPart } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import type { Condition } from '../query/compile.ts'
import type { Question } from '../query/question.ts'
import { conditionReads } from './condition.ts'
import { type Widening, wordReads } from './weigh.ts'

/** `columns` are those that filters, facets and orders read beside the condition. */
export function announceQuestion(
  question: Question,
  condition: Condition | undefined,
  parts: readonly SegmentPart[],
  language: Language,
  widening: Widening,
  columns: readonly number[],
): void {
  for (const { segment } of parts) {
    if (segment.announce === undefined) continue
    const needed = condition && conditionReads(condition, language)
    const reads = wordReads(question, language, widening, needed?.classKeys)
    segment.announce({ ...reads, columns: [...columns, ...(needed?.columns ?? [])] })
  }
}
