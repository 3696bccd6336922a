/** Words that people ask with count little, and need not be held if all words are required. */
import { expect, test } from 'vitest'
import { scores } from './ask.ts'

test.each([
  ['I would like to renew a passport', 'How a passport is renewed'],
  ['Hello, I would like opening hours, thanks and regards', 'Opening hours of the library'],
  ['bread without yeast, however not flat bread', 'Bread without yeast that is no flat bread'],
  ['vegetables, especially beans and notably dried ones', 'Vegetables: beans, fresh and dried ones'],
  ['although a tenant left, therefore the deposit', 'A tenant who left and the deposit'],
])('%s', (query, answer) => {
  const [found, otherwise] = scores([answer, 'However, we like it otherwise; therefore, although sorry, hence'], query)
  expect(found).toBeGreaterThan(0)
  expect(otherwise).toBe(0)
})

test('words that say when are wanted', () => {
  expect(scores(['A visa for students'], 'visa since 2019')).toEqual([0])
})
