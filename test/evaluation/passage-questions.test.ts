/** The questions that passages are measured on: each answer stands in its article, once. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readArticles } from '../support/articles.ts'

const data = join(import.meta.dirname, '../../index-data')
const lines = readFileSync(join(data, 'evaluation/passages.tsv'), 'utf8').trimEnd().split('\n')

test('there are enough of each kind, and none twice', () => {
  const kinds = new Map<string, number>()
  for (const line of lines) kinds.set(line.split('\t')[1], (kinds.get(line.split('\t')[1]) ?? 0) + 1)
  expect([...kinds.keys()].sort()).toEqual(['distractor', 'fact', 'inflected', 'paraphrase'])
  expect(Math.min(...kinds.values())).toBeGreaterThan(20)
  expect(new Set(lines.map(line => line.split('\t')[4])).size).toBe(lines.length)
})

test('each answer stands in its article once', () => {
  const texts = readArticles().map(({ id }) => readFileSync(join(data, 'articles', `${id}.md`), 'utf8'))
  const wrong = lines.filter(line => {
    const [, , document, answer] = line.split('\t')
    const text = texts.find(text => text.includes(`id: ${document}\n`)) ?? ''
    return text.replace(/^---\n[\s\S]*?\n---\n/, '').split(answer).length !== 2
  })
  expect(wrong).toEqual([])
})
