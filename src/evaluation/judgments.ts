/** Reads a file of judgments: which documents answer which question, and how well. */
import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { EvaluationFileError, numberedLines } from './evaluation-file-error.ts'
import type { EvaluationQuestion } from './questions.ts'

/**
 * Which documents answer which question: by the id of the question, the grade of each judged document by its id. A grade above 0 means that the document answers,
 * the better the higher; 0 or less that it does not.
 *
 * @example
 * const judgments: Judgments = new Map([['q1', new Map([['pain', 2], ['vin', 0]])]])
 */
export type Judgments = ReadonlyMap<string, ReadonlyMap<string, number>>

/**
 * The options of `readJudgments()`. None of them is needed.
 *
 * @example
 * readJudgments(text, { file: 'judgments.tsv', questions })
 */
export interface ReadJudgmentsOptions {
  /** The name of the file in error messages. Default: `'judgments'`. */
  file?: string | undefined
  /** The questions: a judgment of another question is an error then. Default: any question may be judged. */
  questions?: readonly EvaluationQuestion[] | undefined
}

const JUDGMENTS_OPTIONS: OptionNames<ReadJudgmentsOptions> = { file: 1, questions: 1 }

/** Gains are powers of two: beyond this a single document would be all that counts. */
const MAX_GRADE = 20

/**
 * Reads judgments from a text: a line `question TAB document TAB grade` for each. The four columns of TREC's qrels (`question iteration document grade`) are
 * read too, and columns may be separated by spaces if a line has no tab.
 *
 * @param text the content of the file
 * @throws EvaluationFileError for a line with other columns, a grade that is not a number, two grades for one document, a question that is not among
 * `questions`, and a file without any grade above 0
 * @example
 * readJudgments('q1\tpain\t2\nq1\tvin\t0\n').get('q1') // Map { 'pain' => 2, 'vin' => 0 }
 */
export function readJudgments(text: string, options: ReadJudgmentsOptions = {}): Judgments {
  if (typeof text !== 'string') throw new InvalidOptionError('text', text, 'the content of a file, as a string')
  checkOptions(options, JUDGMENTS_OPTIONS)
  const { file = 'judgments', questions } = options
  const known = questions && new Set(questions.map(({ id }) => id))
  const judgments = new Map<string, Map<string, number>>()
  const lineOf = new Map<string, number>()
  let answers = 0
  for (const { line, content } of numberedLines(text)) {
    const { question, document, grade } = readLine(content, file, line)
    if (known?.has(question) === false) {
      throw new EvaluationFileError(file, line, { kind: 'unknown-question', id: question })
    }
    const grades = judgments.get(question) ?? new Map<string, number>()
    const pair = JSON.stringify([question, document])
    const before = lineOf.get(pair)
    if (before !== undefined && grades.get(document) !== grade) {
      throw new EvaluationFileError(file, line, { kind: 'contradiction', question, document, line: before })
    }
    lineOf.set(pair, line)
    judgments.set(question, grades.set(document, grade))
    if (grade > 0) answers++
  }
  if (answers === 0) throw new EvaluationFileError(file, undefined, { kind: 'no-judgments' })
  return judgments
}

function readLine(content: string, file: string, line: number) {
  const columns = content.includes('\t')
    ? content.split('\t').map(column => column.trim())
    : content.trim().split(/\s+/)
  const [question, document] = columns.length === 4 ? [columns[0], columns[2]] : columns
  const grade = columns[columns.length - 1]
  if (columns.length < 3 || columns.length > 4 || question === '' || document === '') {
    throw new EvaluationFileError(file, line, {
      kind: 'columns',
      found: columns.filter(column => column !== '').length,
    })
  }
  if (!/^[-+]?\d+(?:\.\d+)?$/.test(grade) || Number(grade) > MAX_GRADE) {
    throw new EvaluationFileError(file, line, { kind: 'grade', found: grade, most: MAX_GRADE })
  }
  return { question, document, grade: Number(grade) }
}
