/** Everyday words are left alone: a thousand of them asked of an index that has none of them, or few. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SearchIndex } from '../../../src/index.ts'
import { type Paragraph, readArticles } from '../../support/articles.ts'

const words = readFileSync(join(import.meta.dirname, 'everyday-words.tsv'), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))

test('99.5 % of a thousand everyday words are neither corrected nor split', () => {
  const index = new SearchIndex<Paragraph>({ fields: ['title', 'body'] })
  index.addAll(readArticles())
  const changed = words.filter(word => {
    const { correction, didYouMean } = index.search(word, { limit: 0 })
    return correction !== undefined || didYouMean !== undefined
  })
  expect(words.length).toBe(1000)
  expect(changed.length).toBeLessThanOrEqual(5)
})
