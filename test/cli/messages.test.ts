/** How the program calls the values that it finds in files. `test/typography.test.ts` reads its texts in French. */
import { expect, test } from 'vitest'
import { typeOfValue } from '../../src/readers/problem.ts'

test('values are told by their type', () => {
  expect([null, undefined, [], {}, 1, '', true].map(typeOfValue)).toEqual([
    'null',
    'null',
    'array',
    'object',
    'number',
    'string',
    'boolean',
  ])
})
