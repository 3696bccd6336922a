/** What people and programs may type where operators are read: texts of any characters, and operators in any order. */
import fc from 'fast-check'

const OPERATORS = [
  '"',
  '«',
  '»',
  '(',
  ')',
  ' ',
  '-',
  "'",
  '’',
  '+"',
  ' -',
  ', ',
  ' – ',
  'title:',
  'published:',
  '..',
  '>=',
  '*',
  '~1',
  '~',
  ' OU ',
  ' ET ',
  '\\',
]

/** One piece of a question; `words` are those that it may meet. */
export const operatorNoise = (words: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(...OPERATORS, ...words),
  )
