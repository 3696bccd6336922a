/** A file names the list of words that its corrections were checked against, and nobody corrects by another one. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { french, openIndex, SearchIndex, WordList, type WordLookUp } from '../../../src/index.ts'
import { IndexSearcher } from '../../../src/index-searcher.ts'
import type { FrenchOptions } from '../../../src/languages/french/options.ts'
import { FRENCH_WORD_LIST } from '../../../src/languages/french/words/word-list-file.ts'

const list = WordList.fromBytes(readFileSync('index-data/french/word-list.bin'))
/** Like the package's, and not the same. */
const other: WordLookUp = { hash: '0badc0de', lookUp: word => list.lookUp(word) }
const unnamed: WordLookUp = { lookUp: word => list.lookUp(word) }

const make = (options: FrenchOptions = {}) => {
  const index = new SearchIndex<{ id: number; body: string }>({ fields: ['body'], language: french(options) })
  index.add({ id: 1, body: 'Le licenciement d’un salarié' })
  return index
}
const correctionOf = (index: Pick<IndexSearcher, 'search'>) => index.search('licenciment').correction
const definitionOf = (bytes: Uint8Array) => IndexSearcher.fromBytes(bytes).inspect().language

describe('a file', () => {
  test.each<[string, FrenchOptions, string | undefined, made: boolean, reopened: boolean]>([
    ['the list of the package', {}, FRENCH_WORD_LIST.hash, true, true],
    ['the same, passed', { wordList: list }, FRENCH_WORD_LIST.hash, true, true],
    ['another list', { wordList: other }, '0badc0de', true, false],
    ['a list without a hash', { wordList: unnamed }, undefined, true, false],
    ['no list', { wordList: false }, undefined, false, false],
  ])('made with %s', async (_, options, hash, isCorrected, isCorrectedReopened) => {
    const index = make(options)
    expect(correctionOf(index) !== undefined).toBe(isCorrected)
    const bytes = index.toBytes()
    expect(definitionOf(bytes).wordList).toBe(hash)
    const searcher = IndexSearcher.fromBytes(bytes)
    expect(correctionOf(searcher) !== undefined).toBe(isCorrectedReopened)
    expect((await openIndex(bytes).search('licenciment')).correction).toBe(correctionOf(searcher))
    // Written again, it names the same list.
    expect(SearchIndex.fromBytes(bytes).toBytes()).toEqual(bytes)
    const passed = IndexSearcher.fromBytes(bytes, { language: french(options) })
    expect(correctionOf(passed)).toBe(correctionOf(index))
  })

  test('keeps that nothing is to be corrected', () => {
    expect(definitionOf(make({ wordList: false }).toBytes()).options).toEqual({ wordList: false })
  })
})
