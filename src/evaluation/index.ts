/** All that `import … from 'trouvaille/evaluate'` gives: how well an index answers questions whose answers are known. @module trouvaille/evaluate */
export { type CompareOptions, type Comparison, compare, type QuestionComparison } from './compare.ts'
export { type DiagnosedDocument, type DiagnoseOptions, type Diagnosis, diagnose } from './diagnose.ts'
export {
  type EvaluateOptions,
  type Evaluation,
  evaluate,
  type MissingDocument,
  type QuestionEvaluation,
} from './evaluate.ts'
export { EvaluationFileError, type EvaluationProblem } from './evaluation-file-error.ts'
export { type Judgments, type ReadJudgmentsOptions, readJudgments } from './judgments.ts'
export { type Measures, meanMeasures, measureRanking, measureRun } from './measures.ts'
export type { QueryableIndex, RankingOptions } from './queryable-index.ts'
export { type EvaluationQuestion, readQuestions } from './questions.ts'
export { type RandomisationOptions, randomisationTest, seededRandom } from './randomisation-test.ts'
