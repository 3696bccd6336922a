/** What an index remembers of the queries before never shows: it answers as one that was never asked anything, whatever was added and removed in between. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SearchIndex } from '../../src/search-index.ts'
import { runs } from '../support/runs.ts'

/** Words of few classes, with their inflections, families, synonyms and compounds, so that queries come back to the same ones. */
const WORDS =
  'contrat contrats travail travaux travailleur pêche péché pêcheur école écoles scolaire négocier négociation week-end weekend week end CDI durée indéterminée de la'
const texts = fc
  .array(fc.constantFrom(...WORDS.split(' ')), { minLength: 1, maxLength: 6 })
  .map(words => words.join(' '))

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ search: texts }) },
  { weight: 1, arbitrary: fc.record({ suggest: texts }) },
  { weight: 2, arbitrary: fc.record({ add: fc.tuple(texts, texts) }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ compact: fc.constant(true) }) },
)

type Change = { add: [string, string] } | { remove: number } | { compact: boolean }

const OPTIONS = { fields: ['title', 'text'], storeFields: ['title', 'text'] } as const

/** An index after some changes, with `documents` to begin with in a packed segment. */
function indexAfter(documents: readonly [string, string][], changes: readonly Change[]) {
  const packed = new SearchIndex<{ id: number; title: string; text: string }>(OPTIONS)
  packed.addAll(documents.map(([title, text], id) => ({ id, title, text })))
  const index = SearchIndex.fromBytes<{ id: number; title: string; text: string }>(packed.toBytes())
  let next = documents.length
  const apply = (change: Change) => {
    if ('add' in change) {
      const [title, text] = change.add
      index.add({ id: next++, title, text })
    } else if (!('remove' in change)) index.compact()
    else if (index.has(change.remove)) index.remove(change.remove)
  }
  for (const change of changes) apply(change)
  return { index, apply }
}

function answer(index: ReturnType<typeof indexAfter>['index'], query: string) {
  const { hits, total, fullMatches } = index.search(query, { prefix: true })
  return {
    hits: hits.map(({ id, score, document, matches }) => ({ id, score, document, matches })),
    total,
    fullMatches,
  }
}

test('a warm index answers as a fresh one, also after documents were added and removed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 12 }),
      fc.array(step, { minLength: 2, maxLength: 14 }),
      (documents, steps) => {
        const warm = indexAfter(documents, [])
        const changes: Change[] = []
        for (const step of steps) {
          if (!('search' in step) && !('suggest' in step)) {
            warm.apply(step)
            changes.push(step)
            continue
          }
          const fresh = indexAfter(documents, changes)
          if ('suggest' in step) {
            const typed = step.suggest.slice(0, 12)
            expect(warm.index.suggest(typed)).toEqual(fresh.index.suggest(typed))
            continue
          }
          expect(answer(warm.index, step.search)).toEqual(answer(fresh.index, step.search))
          // And once more, by what was just remembered.
          expect(answer(warm.index, step.search)).toEqual(answer(fresh.index, step.search))
        }
      },
    ),
    { numRuns: runs(150) },
  )
})
