/** MiniSearch as it comes and with French, on the pairs of documents and questions that a French reader expects to meet or not. */
import { describe, expect, test } from 'vitest'
import { frenchMiniSearch, frenchQuery } from '../../src/minisearch/index.ts'
import { readPairs, type Way, wrong } from './pairs.ts'

const options = frenchMiniSearch()
const and = { combineWith: 'AND' } as const
/** The counts that docs/minisearch.md gives. */
const WAYS: [name: string, way: Way, found: number, apart: number][] = [
  ['as it comes', {}, 33, 31],
  ['as it comes, AND', { search: and }, 23, 32],
  ['frenchMiniSearch()', { options }, 57, 29],
  ['frenchMiniSearch(), AND', { options, search: and }, 54, 29],
  ['frenchQuery()', { options, query: text => frenchQuery(text) }, 58, 24],
]

const pairs = readPairs()

describe('the French pairs', () => {
  test.each(WAYS)('%s', (name, way, found, apart) => {
    const { missed, returned } = wrong(pairs, way)
    const together = pairs.filter(pair => pair.together).length
    const counts = { found: together - missed.length, apart: pairs.length - together - returned.length }
    console.info(
      `${name}: ${counts.found} of ${together} found, ${counts.apart} of ${pairs.length - together} kept apart`,
    )
    expect(counts.found).toBeGreaterThanOrEqual(found)
    expect(counts.apart).toBeGreaterThanOrEqual(apart)
  })
})
