/**
 * The parts of the library that the program and the plugins use beyond its public entries. They are built as an entry, so that all share one copy, but
 * package.json does not export it. Each search of the program loads this file: the parts that only building needs are in `internal-build.ts`.
 */
export { checkOptions, nearestName, type OptionNames } from './check-options.ts'
export { columnTraits, isColumnType } from './columns/column-types.ts'
export {
  describeEvaluationProblem,
  type EvaluationProblemTexts,
  englishEvaluationProblems,
} from './evaluation/evaluation-file-error.ts'
export { explainHit, indexId, MAX_RANKING } from './evaluation/queryable-index.ts'
export type { Several } from './language/language.ts'
export { languagesByTag, tagOfDefinition, tagOfText } from './languages/language-of-tag.ts'
export { isMadeByDefinition } from './languages/languages-of-file.ts'
export { readSynonyms } from './languages/lexicon/read-synonyms.ts'
export { LIBRARY_LANGUAGES } from './languages/library-languages.ts'
export { WHOLE_LIMIT } from './open/open-options.ts'
export { readQuery } from './query/query.ts'
export { describeProblem, type ProblemTexts } from './readers/problem.ts'
export { englishProblems } from './readers/problem-english.ts'
export { PAGE_FIELD } from './readers/source.ts'
export { placeOf } from './readers/source-error.ts'
export { checkEditorial } from './schema/editorial.ts'
export { isColumn } from './schema/schema.ts'
export { englishHeld, type FoundCounts, frenchHeld, isWorthSaying } from './search-box/texts/held-words.ts'
