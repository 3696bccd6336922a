/** The error for a file of questions or judgments: the line and the problem as data, so that programs can report it in the user's language. */
import { TrouvailleError } from '../errors.ts'

/** What is wrong. */
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
  'not-json': () => 'this line is not JSON',
  'no-question': () => 'a question must be an object such as {"id": "q1", "text": "…"}',
  'no-question-id': () => 'the question has no id: "id" must be a number or a text that is not empty, without tabs',
  'no-question-text': () => 'the question has no text: "text" must be a text that is not blank',
  'duplicate-question': ({ id, line }) => `the id "${id}" is already that of line ${line}`,
  'no-questions': () => 'there is no question in it',
  columns: ({ found }) => `a judgment has three columns, question, document and grade, parted by tabs; here: ${found}`,
  grade: ({ found, most }) => `a grade is a number of at most ${most}, 0 or less for no answer; here: "${found}"`,
  'unknown-question': ({ id }) => `there is no question with the id "${id}"`,
  contradiction: ({ question, document, line }) =>
    `line ${line} gives document "${document}" another grade for question "${question}"`,
  'no-judgments': () => 'there is no answer in it: no judgment has a grade above 0',
}

/** The sentence for a problem. */
export function describeEvaluationProblem<Kind extends EvaluationProblem['kind']>(
  problem: Extract<EvaluationProblem, { kind: Kind }>,
  texts: EvaluationProblemTexts,
): string {
  const text: (problem: Extract<EvaluationProblem, { kind: Kind }>) => string = texts[problem.kind as Kind]
  return text(problem)
}

/** A file of questions or judgments can't be read. Its message starts with `file:line:`. */
export class EvaluationFileError extends TrouvailleError {
  override readonly name = 'EvaluationFileError'
  /** As it was named to the reader. */
  readonly file: string
  /** From 1; undefined where the file as a whole is meant. */
  readonly line: number | undefined
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
