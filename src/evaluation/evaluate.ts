/** Runs all judged questions on an index and measures its answers. */
import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Judgments } from './judgments.ts'
import { averageTopics, DEPTH, hasAnswer, type Measures, meanMeasures, measureRanking } from './measures.ts'
import { indexId, type QueryableIndex, type RankingOptions } from './queryable-index.ts'
import type { EvaluationQuestion } from './questions.ts'

/**
 * The options of `evaluate()`. None of them is needed.
 *
 * @example
 * evaluate(index, questions, judgments, { byTopic: true, search: { match: 'all' } })
 */
export interface EvaluateOptions<T> {
  /**
   * Whether questions whose ids are the same before their first `-` (`7-1`, `7-2`) are wordings of one topic. Their measures are averaged first, so that a topic
   * with many wordings counts once. Default: `false`.
   */
  byTopic?: boolean | undefined
  /** The search options to measure, such as `{ match: 'all' }`. The best hundred hits are always measured. Default: `{}`. */
  search?: RankingOptions<T> | undefined
}

/** A question with the measures of its answer. */
export interface QuestionEvaluation extends EvaluationQuestion {
  /** The measures of the ranking. */
  measures: Measures
  /** The ids of the best hundred documents, best first. They are strings, as in judgments. */
  ranking: readonly string[]
  /** The grades above 0, by the id of the document. */
  answers: ReadonlyMap<string, number>
}

/** A judged document that the index does not have. It counts as an answer that was not found. */
export interface MissingDocument {
  /** The id of the question. */
  question: string
  /** The id of the document. */
  document: string
}

/**
 * What `evaluate()` returns.
 *
 * @example
 * const { measures } = evaluate(index, questions, judgments)
 * console.log(measures.ndcg)
 */
export interface Evaluation {
  /** The means over the questions, or over the topics with `byTopic`. */
  measures: Measures
  /** The questions that have a judged answer, in their order. */
  questions: readonly QuestionEvaluation[]
  /** The measures of each topic; `undefined` without `byTopic`. */
  topics: ReadonlyMap<string, Measures> | undefined
  /** The ids of questions without a judged answer. They are not measured. */
  unjudged: readonly string[]
  /** Judged documents that the index does not have. If there are any, check that ids in the judgments are those of the documents. */
  missing: readonly MissingDocument[]
}

/**
 * Measures how well an index answers questions whose answers are known.
 *
 * @param index a `SearchIndex` or `IndexSearcher`
 * @param questions the questions, such as `readQuestions()` returns
 * @param judgments which documents answer them, such as `readJudgments()` returns
 * @throws InvalidOptionError for wrong options, two questions with the same id, and judgments of an unknown question
 * @example
 * import { readFile } from 'node:fs/promises'
 * import { evaluate, readJudgments, readQuestions } from 'trouvaille/evaluate'
 *
 * const questions = readQuestions(await readFile('questions.jsonl', 'utf8'))
 * const judgments = readJudgments(await readFile('judgments.tsv', 'utf8'), { questions })
 * const { measures } = evaluate(index, questions, judgments)
 * measures.ndcg // 0.87
 */
export function evaluate<T extends object>(
  index: QueryableIndex<T>,
  questions: readonly EvaluationQuestion[],
  judgments: Judgments,
  options: EvaluateOptions<T> = {},
): Evaluation {
  const { byTopic, search } = checkEvaluateOptions(options)
  checkQuestions(questions, judgments)
  const judged = questions.filter(({ id }) => hasAnswer(judgments.get(id)))
  const measured = judged.map(({ id, text }): QuestionEvaluation => {
    const answers = new Map([...(judgments.get(id) ?? [])].filter(([, grade]) => grade > 0))
    const ranking = index.search(text, { ...search, limit: DEPTH }).hits.map(hit => String(hit.id))
    return { id, text, ranking, answers, measures: measureRanking(ranking, answers) }
  })
  const topics = byTopic ? averageTopics(measured.map(({ id, measures }) => [id, measures])) : undefined
  return {
    measures: meanMeasures(topics?.values() ?? measured.map(({ measures }) => measures)),
    questions: measured,
    topics,
    unjudged: questions.filter(question => !judged.includes(question)).map(({ id }) => id),
    missing: measured.flatMap(({ id, answers }) =>
      [...answers.keys()]
        .filter(document => indexId(index, document) === undefined)
        .map(document => ({ question: id, document })),
    ),
  }
}

const EVALUATE_OPTIONS: OptionNames<EvaluateOptions<object>> = { byTopic: 1, search: 1 }

function checkEvaluateOptions<T>(options: EvaluateOptions<T>): Required<EvaluateOptions<T>> {
  checkOptions(options, EVALUATE_OPTIONS)
  const { byTopic = false, search = {} } = options
  if (typeof byTopic !== 'boolean') throw new InvalidOptionError('byTopic', byTopic, 'true or false')
  if (typeof search !== 'object' || search === null) throw new InvalidOptionError('search', search, 'an object')
  for (const [name, value] of Object.entries(search)) {
    if (['limit', 'offset', 'highlight', 'explain'].includes(name)) {
      throw new InvalidOptionError(`search.${name}`, value, 'no value, because evaluate() sets this option')
    }
  }
  return { byTopic, search }
}

function checkQuestions(questions: readonly EvaluationQuestion[], judgments: Judgments): void {
  if (!Array.isArray(questions)) throw new InvalidOptionError('questions', questions, 'an array of { id, text }')
  if (!(judgments instanceof Map)) {
    throw new InvalidOptionError('judgments', judgments, 'a Map of Maps: question → document → grade')
  }
  const ids = new Set<string>()
  for (const { id, text } of questions) {
    if (typeof id !== 'string' || typeof text !== 'string') {
      throw new InvalidOptionError('questions', questions, 'an array of { id, text }, both strings')
    }
    if (ids.has(id)) throw new InvalidOptionError('questions', id, 'a unique id for each question')
    ids.add(id)
  }
  for (const id of judgments.keys()) {
    if (!ids.has(id)) throw new InvalidOptionError('judgments', id, 'only ids of the questions')
  }
}
