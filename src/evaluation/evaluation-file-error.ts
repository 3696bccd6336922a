/** The error for a file of questions or judgments: the line and the problem as data, so that programs can report it in the user's language. */
import { TrouvailleError } from '../errors.ts'

/** What is wrong with a file of questions or judgments, as data. `kind` says what it is. */
export type EvaluationProblem =
  | { kind: 'not-json' }
  | { kind: 'no-question' }
  | { kind: 'no-question-id' }
  | { kind: 'no-question-text' }
  | { kind: 'duplicate-question'; id: string; line: number }
  | { kind: 'no-questions' }
  | { kind: 'columns'; found: number }
  | { kind: 'grade'; found: string; most: number }
  | { kind: 'unknown-question'; id: string }
  | { kind: 'contradiction'; question: string; document: string; line: number }
  | { kind: 'no-judgments' }

/** A sentence for every kind of problem. */
export type EvaluationProblemTexts = {
  readonly [Kind in EvaluationProblem['kind']]: (problem: Extract<EvaluationProblem, { kind: Kind }>) => string
}

export const englishEvaluationProblems: EvaluationProblemTexts = {
  'not-json': () => 'this line is not valid JSON',
  'no-question': () => 'a question must be an object such as {"id": "q1", "text": "…"}',
  'no-question-id': () => 'the question has no id: "id" must be a number or a non-empty string without tabs',
  'no-question-text': () => 'the question has no text: "text" must be a non-blank string',
  'duplicate-question': ({ id, line }) => `duplicate id "${id}": already used in line ${line}`,
  'no-questions': () => 'the file contains no questions',
  columns: ({ found }) => `a judgment has three columns (question, document, grade) separated by tabs; found ${found}`,
  grade: ({ found, most }) =>
    `a grade must be a number of at most ${most} (0 or less means no answer); found "${found}"`,
  'unknown-question': ({ id }) => `unknown question id "${id}"`,
  contradiction: ({ question, document, line }) =>
    `line ${line} gives document "${document}" a different grade for question "${question}"`,
  'no-judgments': () => 'the file contains no answers: no judgment has a grade above 0',
}

/** The sentence for a problem. */
export function describeEvaluationProblem<Kind extends EvaluationProblem['kind']>(
  problem: Extract<EvaluationProblem, { kind: Kind }>,
  texts: EvaluationProblemTexts,
): string {
  const text: (problem: Extract<EvaluationProblem, { kind: Kind }>) => string = texts[problem.kind as Kind]
  return text(problem)
}

/** Thrown if a file of questions or judgments is wrong. The message starts with `file:line:`. Code: `INVALID_EVALUATION_FILE`. */
export class EvaluationFileError extends TrouvailleError {
  override readonly name = 'EvaluationFileError'
  /** The name of the file, as it was passed to the function. */
  readonly file: string
  /** The line, from 1; `undefined` if the file as a whole is wrong. */
  readonly line: number | undefined
  /** What is wrong, as data. */
  readonly problem: EvaluationProblem

  constructor(file: string, line: number | undefined, problem: EvaluationProblem, options?: ErrorOptions) {
    const place = line === undefined ? file : `${file}:${line}`
    super(
      'INVALID_EVALUATION_FILE',
      `${place}: ${describeEvaluationProblem(problem, englishEvaluationProblems)}.`,
      options,
    )
    this.file = file
    this.line = line
    this.problem = problem
  }
}

/** The lines of a file with their numbers, from 1, without blank ones and a byte order mark. */
export function numberedLines(text: string): { line: number; content: string }[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((content, i) => ({ line: i + 1, content }))
    .filter(({ content }) => content.trim() !== '')
}
