/** How the tests of pairs ask: one text indexed, one question, all words required, no guessing of endings or typos. */
import { expect, test } from 'vitest'
import { SearchIndex, type SearchOptions } from '../../../src/index.ts'

interface Text {
  id: number
  body: string
}

/** What each text scores for the question; 0 if it isn't returned. */
export function scores(texts: readonly string[], question: string, options: SearchOptions<Text> = {}): number[] {
  const index = new SearchIndex<Text>({ fields: ['body'] })
  index.addAll([...texts, 'Un texte sans rapport'].map((body, id) => ({ id, body })))
  const { hits } = index.search(question, { match: 'all', prefix: false, fuzzy: false, ...options })
  return texts.map((_, id) => hits.find(hit => hit.id === id)?.score ?? 0)
}

/** The text is found by each of the questions, which stand between bars. */
export function found(rows: readonly (readonly [text: string, questions: string])[]): void {
  const pairs = rows.flatMap(([text, questions]) => questions.split(' | ').map(question => [text, question] as const))
  test.each(pairs)('%s ← %s', (text, question) => {
    expect(scores([text], question)[0]).toBeGreaterThan(0)
  })
}

/** The text isn't returned for any of the questions. Words are not split: `lourson` is read as `l’ourson` (test/dictionary/split-words.test.ts). */
export function apart(rows: readonly (readonly [text: string, questions: string])[]): void {
  const pairs = rows.flatMap(([text, questions]) => questions.split(' | ').map(question => [text, question] as const))
  test.each(pairs)('%s ≠ %s', (text, question) => {
    expect(scores([text], question, { split: false })[0]).toBe(0)
  })
}

/** Both may be returned, but the first text, which holds the question's own word, stands above the second. */
export function above(rows: readonly (readonly [question: string, own: string, other: string])[]): void {
  test.each(rows)('%s: « %s » before « %s »', (question, own, other) => {
    const [first, second] = scores([own, other], question)
    expect(first).toBeGreaterThan(second)
  })
}
