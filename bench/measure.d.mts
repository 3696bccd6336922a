/** Types of measure.mjs, for the tests, which are TypeScript. */

import type { Judgments, Measures } from '../src/evaluation/index.ts'

export type Run = Map<string, string[]>

export function haveTopics(questionIds: Iterable<string>): boolean
export function scoreRun(judgements: Judgments, run: Run): Map<string, Measures>
