/** What the program and the plugins use of the library beyond its public entries. Built as an entry, so that they share one copy, and not exported by package.json. */
export { checkOptions, nearestName, type OptionNames } from './check-options.ts'
export { columnTraits, isColumnType } from './columns/column-types.ts'
export { checkConfig, MAX_DELAY, MAX_PAGES } from './config/config.ts'
export { CONFIG_NAMES, findConfig, loadConfig } from './config/config-file.ts'
export { readEditorialFile } from './config/editorial-file.ts'
export {
  describeEvaluationProblem,
  type EvaluationProblemTexts,
  englishEvaluationProblems,
} from './evaluation/evaluation-file-error.ts'
export { explainHit, indexId, MAX_RANKING } from './evaluation/queryable-index.ts'
export { WORD_LIST_HASH } from './languages/french/words/word-list-places.ts'
export { WHOLE_LIMIT } from './open/open-options.ts'
export { checkFields, columnsOf, fieldOptionsOf, textNames } from './readers/field-choice.ts'
export { describeProblem, type ProblemTexts } from './readers/problem.ts'
export { englishProblems } from './readers/problem-english.ts'
export { readText } from './readers/source.ts'
export { placeOf } from './readers/source-error.ts'
export { isPassedOver, walk } from './readers/walk.ts'
export { checkEditorial } from './schema/editorial.ts'
export { isColumn } from './schema/schema.ts'
