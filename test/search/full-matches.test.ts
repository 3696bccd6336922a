/** How many documents hold all words of a query: against a count by the formulas, in any cut, and for words read in other ways. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DocumentSet } from '../../src/columns/document-set.ts'
import { openIndex, type SearchClient, SearchIndex } from '../../src/index.ts'
import { readQuery } from '../../src/query/query.ts'
import * as skipping from '../../src/search/collect-best.ts'
import { execute } from '../../src/search/execute.ts'
import { Window } from '../../src/search/window.ts'
import { collection, question, skewedCollection, skewedQuestion } from '../support/arbitrary.ts'
import { type PlainDocument, rankByBruteForce } from '../support/brute-force.ts'
import { buildSegments, cutAt } from '../support/index-cuts.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

const language = plainLanguage()
const places = fc.array(fc.nat(100), { maxLength: 4 })

/** How many hold all words, by the formulas. */
function heldByAll(
  documents: readonly PlainDocument[],
  text: string,
  isHit: (id: string) => boolean,
  required: (terms: number) => number,
): number {
  const { terms } = readQuery(text, language)
  const content = terms.filter(({ weight }) => weight >= 1).length
  // Words that people ask with count if there are no others, or if they are required.
  const isFull =
    content >= Math.max(1, required(terms.length))
      ? ({ matchedContent }: { matchedContent: number }) => matchedContent === content
      : ({ matched }: { matched: number }) => matched === terms.length
  return rankByBruteForce(documents, text, language).filter(ranked => isHit(ranked.id) && isFull(ranked)).length
}

describe('in any cut, after removals, whatever is counted, required and filtered', () => {
  const removals = fc.array(fc.nat(100), { maxLength: 6 })
  const options = fc.record({
    countUpTo: fc.constantFrom(1, 2, 3, 10, Number.POSITIVE_INFINITY),
    step: fc.integer({ min: 1, max: 3 }),
    isFiltered: fc.boolean(),
    required: fc.constantFrom(
      () => 0,
      () => 1,
      (terms: number) => Math.min(2, terms),
      (terms: number) => terms,
    ),
    windowLength: fc.integer({ min: 4, max: 40 }),
  })
  const kinds = [
    { name: 'synonyms and compounds', drawn: collection(40), asked: question },
    { name: 'common and rare words', drawn: skewedCollection, asked: skewedQuestion },
  ]
  test.each(kinds)('$name', ({ drawn, asked }) => {
    let some = 0
    fc.assert(
      fc.property(drawn, asked, places, removals, options, (documents, text, cuts, removed, given) => {
        const gone = new Set(removed.map(i => `d${i}`))
        const left = documents.filter(({ id }) => !gone.has(id))
        const list = buildSegments(cutAt(documents, cuts), language, 3)
        for (const { id } of documents) if (gone.has(id)) list.remove(id)
        const isHit = (id: string) => Number(id.slice(1)) % given.step === 0
        const admitted = list.parts.map(({ segment }) => {
          const set = new DocumentSet(segment.documentCount)
          for (let d = 0; d < segment.documentCount; d++) if (isHit(String(segment.id(d)))) set.add(d)
          return set
        })
        const query = readQuery(text, language)
        const expected = query.terms.length === 0 ? undefined : heldByAll(left, text, isHit, given.required)
        const { full, total, isLowerBound } = execute(query, list.parts, language, {
          fields: list.schema.fields.map((field, index) => ({ ...field, index })),
          count: 5,
          countUpTo: given.countUpTo,
          skipping: () => skipping,
          countFull: true,
          required: given.required,
          ...(given.isFiltered ? { filter: admitted } : { admitted }),
          window: new Window(given.windowLength),
        })
        if (expected === undefined) {
          expect(full).toEqual({ count: total, isLowerBound })
          return
        }
        if (expected > 0) some++
        expect(full).toEqual({ count: Math.min(expected, given.countUpTo), isLowerBound: expected > given.countUpTo })
        expect(full?.count).toBeLessThanOrEqual(total)
      }),
      { numRuns: runs(300) },
    )
    expect(some).toBeGreaterThan(runs(30))
  })
})

describe('words read in other ways', () => {
  const index = new SearchIndex({ fields: ['title', 'body'] })
  index.addAll([
    {
      id: 1,
      title: 'Allocations familiales',
      body: 'À partir de 2 enfants, la caisse verse une allocation familiale.',
    },
    { id: 2, title: 'Les enfants à l’école', body: 'Deux enfants sur trois vont à l’école à pied.' },
    { id: 3, title: 'Quotient familial', body: 'Le quotient familial compte les enfants.' },
    { id: 4, title: 'Congé payé', body: 'Le congé payé se compte en jours ouvrables.' },
    { id: 5, title: 'Congé sans solde', body: 'Il n’est pas payé.' },
  ])
  const table = [
    // query, total, fullMatches
    ['allocations familiales 2 enfants', 3, 1],
    ['alocations familiales', 2, 1],
    ['congépayé', 2, 2],
    ['comment compter un congé payé', 3, 1],
    ['quotient introuvable', 1, 0],
    ['introuvable', 0, 0],
    ['enfants', 3, 3],
    ['école OR solde', 2, 0],
  ] as const
  test.each(table)('%s', (query, total, fullMatches) => {
    expect(index.search(query)).toMatchObject({ total, fullMatches })
  })

  test('under `match: "all"` they are the hits', () => {
    const results = index.search('enfants école', { match: 'all' })
    expect(results.fullMatches).toBe(results.total)
  })

  test('a count says that there are more', () => {
    expect(index.search('congé payé', { countUpTo: 1 })).toMatchObject({
      fullMatches: 1,
      fullMatchesIsLowerBound: true,
    })
    expect(index.search('congé payé')).not.toHaveProperty('fullMatchesIsLowerBound')
  })

  test('the client of pages counts alike', async () => {
    const client: SearchClient = openIndex(index.toBytes())
    for (const [query, , fullMatches] of table) expect((await client.search(query)).fullMatches).toBe(fullMatches)
  })
})
