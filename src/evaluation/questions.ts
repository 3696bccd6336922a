/** Reads a file of questions: JSON Lines, `{"id": …, "text": …}`. */
import { InvalidOptionError } from '../errors.ts'
import { EvaluationFileError, type EvaluationProblem, numberedLines } from './evaluation-file-error.ts'

/** A question of an evaluation: a query as people type it. */
export interface EvaluationQuestion {
  /** Its id, by which judgments name it. */
  id: string
  /** The query, as people type it. */
  text: string
}

/**
 * Reads questions from JSON Lines: an object with `id` and `text` in each line. Blank lines and other keys are ignored; an id that is a number becomes a string.
 *
 * @param text the content of the file
 * @param file the name of the file in error messages. Default: `'questions'`
 * @throws EvaluationFileError for a line that is not a question, an id that two questions have, and a file without questions
 * @example
 * readQuestions('{"id": "q1", "text": "prix du pain"}\n') // [{ id: 'q1', text: 'prix du pain' }]
 */
export function readQuestions(text: string, file = 'questions'): EvaluationQuestion[] {
  if (typeof text !== 'string') throw new InvalidOptionError('text', text, 'the content of a file, as a string')
  const lineOf = new Map<string, number>()
  const questions = numberedLines(text).map(({ line, content }) => {
    const question = readQuestion(content, problem => new EvaluationFileError(file, line, problem))
    const before = lineOf.get(question.id)
    if (before !== undefined) {
      throw new EvaluationFileError(file, line, { kind: 'duplicate-question', id: question.id, line: before })
    }
    lineOf.set(question.id, line)
    return question
  })
  if (questions.length === 0) throw new EvaluationFileError(file, undefined, { kind: 'no-questions' })
  return questions
}

function readQuestion(content: string, wrong: (problem: EvaluationProblem) => Error): EvaluationQuestion {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    throw wrong({ kind: 'not-json' })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong({ kind: 'no-question' })
  const { id, text } = value as { id?: unknown; text?: unknown }
  const isId = typeof id === 'number' || (typeof id === 'string' && id.trim() !== '' && !/[\t\r\n]/.test(id))
  if (!isId) throw wrong({ kind: 'no-question-id' })
  if (typeof text !== 'string' || text.trim() === '') throw wrong({ kind: 'no-question-text' })
  return { id: String(id), text }
}
