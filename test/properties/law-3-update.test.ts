/** A file made from the one before it has the very bytes of one built from all documents, whatever was added, changed, removed or moved. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { buildIndexFile, type Unchanged, unchanged, updateIndexFile } from '../../src/node.ts'
import { WORDS } from '../support/arbitrary.ts'
import { runs } from '../support/runs.ts'

interface Article {
  id: string
  title: string
  body: string
  section: string[]
  views: number
}

const options = {
  fields: { title: {}, body: {}, section: { type: 'keyword' }, views: { type: 'number' } },
  storeFields: ['title', 'body'],
} as const

const text = (most: number) => fc.array(fc.constantFrom(...WORDS), { maxLength: most }).map(words => words.join(' '))
const content = fc.record({
  title: text(5),
  // Long enough now and then for stored fields to fill several blocks.
  body: fc.tuple(text(30), fc.constantFrom(1, 1, 40)).map(([words, times]) => `${words} `.repeat(times)),
  section: fc.array(fc.constantFrom('monde', 'culture', 'sport'), { maxLength: 2 }),
  views: fc.nat(9),
})
const before = fc.array(content, { minLength: 1, maxLength: 60, size: 'max' })
/** What becomes of each document: mostly nothing. */
const fates = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constant('stays') },
    { weight: 1, arbitrary: fc.constant('goes') },
    { weight: 1, arbitrary: content },
  ),
  { minLength: 60, maxLength: 60 },
)
const insertions = fc.array(fc.tuple(fc.nat(60), content), { maxLength: 3 })
const moves = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 2 })

const folder = mkdtempSync(join(tmpdir(), 'trouvaille-'))
afterAll(() => rmSync(folder, { recursive: true }))
const [whole, updated] = ['whole.trv', 'updated.trv'].map(name => join(folder, name))

test('updating is building', async () => {
  await fc.assert(
    fc.asyncProperty(before, fates, insertions, moves, async (before, fates, insertions, moves) => {
      const old = before.map((content, i): Article => ({ id: `d${i}`, ...content }))
      const now = old.flatMap((article, i): { article: Article; isOld: boolean }[] => {
        const fate = fates[i]
        if (fate === 'goes') return []
        return typeof fate === 'string'
          ? [{ article, isOld: true }]
          : [{ article: { ...article, ...fate }, isOld: false }]
      })
      insertions.forEach(([place, content], i) => {
        now.splice(place % (now.length + 1), 0, { article: { id: `new${i}`, ...content }, isOld: false })
      })
      for (const [from, to] of moves) {
        if (now.length > 0) now.splice(to % now.length, 0, ...now.splice(from % now.length, 1))
      }
      fc.pre(now.length > 0)
      await buildIndexFile<Article>(updated, old, options)
      const documents = now.map(({ article, isOld }): Article | Unchanged => (isOld ? unchanged(article.id) : article))
      const { unchanged: kept } = await updateIndexFile<Article>(updated, documents, options)
      expect(kept).toBe(now.filter(({ isOld }) => isOld).length)
      await buildIndexFile<Article>(
        whole,
        now.map(({ article }) => article),
        options,
      )
      expect(Buffer.compare(readFileSync(updated), readFileSync(whole))).toBe(0)
    }),
    { numRuns: runs(120) },
  )
})
