/** Files of questions and judgments, and what is wrong with them, by line. */
import { describe, expect, test } from 'vitest'
import { TrouvailleError } from '../../src/errors.ts'
import { EvaluationFileError, readJudgments, readQuestions } from '../../src/evaluation/index.ts'

function errorOf(read: () => unknown): EvaluationFileError {
  try {
    read()
  } catch (error) {
    if (error instanceof EvaluationFileError) return error
    throw error
  }
  throw new Error('Nothing was thrown.')
}

describe('readQuestions', () => {
  test('reads a question a line, whatever the line ends; numbers are ids too', () => {
    const text = '\ufeff{"id": "q1", "text": "prix du pain"}\r\n\r\n{"id": 2, "text": "l’été", "note": "x"}'
    expect(readQuestions(text)).toEqual([
      { id: 'q1', text: 'prix du pain' },
      { id: '2', text: 'l’été' },
    ])
  })

  test.each([
    ['{"id": "a", "text": "x"}\n{"id": "b", "text"', 2, 'not-json', 'q.jsonl:2: this line is not valid JSON.'],
    ['[1]', 1, 'no-question', 'q.jsonl:1: a question must be an object such as {"id": "q1", "text": "…"}.'],
    ['null', 1, 'no-question', undefined],
    ['{"text": "x"}', 1, 'no-question-id', undefined],
    ['{"id": "", "text": "x"}', 1, 'no-question-id', undefined],
    ['{"id": "a\\tb", "text": "x"}', 1, 'no-question-id', undefined],
    ['{"id": "a"}', 1, 'no-question-text', undefined],
    ['{"id": "a", "text": "  "}', 1, 'no-question-text', undefined],
    [
      '{"id": "1", "text": "x"}\n\n{"id": 1, "text": "y"}',
      3,
      'duplicate-question',
      'q.jsonl:3: duplicate id "1": already used in line 1.',
    ],
    ['\n \n', undefined, 'no-questions', 'q.jsonl: the file contains no questions.'],
  ])('%j', (text, line, kind, message) => {
    const error = errorOf(() => readQuestions(text, 'q.jsonl'))
    expect(error).toMatchObject({ file: 'q.jsonl', line, problem: { kind }, code: 'INVALID_EVALUATION_FILE' })
    expect(error).toBeInstanceOf(TrouvailleError)
    if (message !== undefined) expect(error.message).toBe(message)
  })
})

describe('readJudgments', () => {
  test('reads three columns, and the four of TREC', () => {
    const text = 'q1\tun document\t2\r\nq1\tb\t0\n\nq2\t0\tc\t1\nq3 0 d -1\nq3 e 1.5\nq1\tb\t0\n'
    expect(readJudgments(text)).toEqual(
      new Map([
        [
          'q1',
          new Map([
            ['un document', 2],
            ['b', 0],
          ]),
        ],
        ['q2', new Map([['c', 1]])],
        [
          'q3',
          new Map([
            ['d', -1],
            ['e', 1.5],
          ]),
        ],
      ]),
    )
  })

  test.each([
    [
      'q1\ta',
      1,
      'columns',
      'j.tsv:1: a judgment has three columns (question, document, grade) separated by tabs; found 2.',
    ],
    ['q1\t\t1', 1, 'columns', undefined],
    ['q1\ta\t1\t2\t3', 1, 'columns', undefined],
    [
      'q1\ta\t1\nq1\tb\ttrès',
      2,
      'grade',
      'j.tsv:2: a grade must be a number of at most 20 (0 or less means no answer); found "très".',
    ],
    ['q1\ta\t', 1, 'grade', undefined],
    ['q1\ta\t1e3', 1, 'grade', undefined],
    ['q1\ta\t21', 1, 'grade', undefined],
    ['q1\ta\tInfinity', 1, 'grade', undefined],
    ['q1\ta\t1\nq9\ta\t1', 2, 'unknown-question', 'j.tsv:2: unknown question id "q9".'],
    [
      'q1\ta\t1\nq1\ta\t2',
      2,
      'contradiction',
      'j.tsv:2: line 1 gives document "a" a different grade for question "q1".',
    ],
    ['q1\ta\t0', undefined, 'no-judgments', 'j.tsv: the file contains no answers: no judgment has a grade above 0.'],
    ['', undefined, 'no-judgments', undefined],
  ])('%j', (text, line, kind, message) => {
    const error = errorOf(() => readJudgments(text, { file: 'j.tsv', questions: [{ id: 'q1', text: 'x' }] }))
    expect(error).toMatchObject({ file: 'j.tsv', line, problem: { kind }, code: 'INVALID_EVALUATION_FILE' })
    if (message !== undefined) expect(error.message).toBe(message)
  })
})

test('what is no text is a wrong argument', () => {
  expect(() => readQuestions(new Uint8Array() as unknown as string)).toThrow(
    expect.objectContaining({ option: 'text' }),
  )
  expect(() => readJudgments(1 as unknown as string)).toThrow(expect.objectContaining({ option: 'text' }))
})
