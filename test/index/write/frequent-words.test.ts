/** Frequent words: those that more documents hold than any other, in dictionaries that are worth a list; completions of short beginnings read no others. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PAGE_CONTENT } from '../../../src/format/layout.ts'
import { NearSpelling } from '../../../src/format/near-spelling.ts'
import { MissingPages } from '../../../src/format/paged-bytes.ts'
import { PackedSegment } from '../../../src/index/packed/packed-segment.ts'
import type { ComingReads, LexiconEntry, Segment } from '../../../src/index/segment.ts'
import { chooseFrequentWords, FREQUENT } from '../../../src/index/write/frequent-words.ts'
import { writeSegment } from '../../../src/index/write/write-segment.ts'
import { SearchIndex } from '../../../src/index.ts'
import { buildSegments, schema } from '../../support/index-cuts.ts'
import { pagedSegment, selfFilling } from '../../support/paged.ts'
import { plainLanguage } from '../../support/plain-language.ts'
import { runs } from '../../support/runs.ts'

const entries = (uses: readonly number[]): LexiconEntry[] =>
  uses.map((documentFrequency, i) => ({ word: `w${i}`, documentFrequency }))

test('at most one word in sixteen, each that is used more than any that is left out', () => {
  const uses = fc.array(fc.integer({ min: FREQUENT, max: 40 }), { maxLength: 900 })
  fc.assert(
    fc.property(uses, fc.integer({ min: 8192, max: 12_000 }), (uses, wordCount) => {
      const all = entries(uses)
      const chosen = chooseFrequentWords(all, wordCount)
      expect(chosen.length).toBeLessThanOrEqual(wordCount / 16)
      const least = Math.min(...chosen.map(({ documentFrequency }) => documentFrequency))
      const left = all.filter(entry => !chosen.includes(entry))
      for (const { documentFrequency } of left) expect(documentFrequency).toBeLessThan(least)
      if (uses.length <= wordCount / 16) expect(chosen).toEqual(all)
    }),
    { numRuns: runs(100) },
  )
})

test('none of a small dictionary', () => {
  expect(chooseFrequentWords(entries([9, 8, 7]), 8191)).toEqual([])
})

describe('in a file of many words', () => {
  const language = plainLanguage()
  // Word i is in about 60 / (i + 1) documents and one of the last.
  const words = Array.from({ length: 9000 }, (_, i) => `${'cdlprs'[i % 6]}${i % 4 === 0 ? 'é' : 'a'}${i.toString(36)}`)
  const documents = Array.from({ length: 60 }, (_, n) => ({
    id: `d${n}`,
    title: '',
    body: words.filter((_, i) => n < 60 - i / 12 || i % 60 === n).join(' '),
  }))
  const { parts } = buildSegments([{ documents, packed: false }], language, 128, schema)
  const file = writeSegment(parts, schema, language)
  const scanned = (segment: Segment, method: 'scanWords' | 'scanFrequentWords', prefix: string) => {
    const found: [string, string, number][] = []
    segment[method](prefix, (folded, { word, documentFrequency }) => found.push([folded, word, documentFrequency]) > 0)
    return found
  }

  test.each(['', 'c', 'ce', 'pa', 'zz'])(
    'with the beginning %j: the most used ones, in memory and page by page',
    prefix => {
      const packed = new PackedSegment(file)
      const all = scanned(packed, 'scanWords', '')
      const frequent = scanned(packed, 'scanFrequentWords', '')
      expect(frequent.length).toBeGreaterThan(300)
      const least = Math.min(...frequent.map(([, , uses]) => uses))
      const expected = all.filter(([folded, , uses]) => uses >= least && folded.startsWith(prefix))
      expect(scanned(packed, 'scanFrequentWords', prefix)).toEqual(expected)
      expect(scanned(selfFilling(file), 'scanFrequentWords', prefix)).toEqual(expected)
    },
  )

  test('a completion of one letter, and a typo, read a small part of the dictionary', () => {
    const missed = (reads: ComingReads) => {
      const { segment, pages } = pagedSegment(file)
      try {
        segment.announce(reads)
      } catch (error) {
        if (!(error instanceof MissingPages)) throw error
        // Sections are told by their places without checksums.
        const { start } = pages.extentOf(0)
        return error.pages.map(page => ({ start: start + page * PAGE_CONTENT, end: start + (page + 1) * PAGE_CONTENT }))
      }
      return []
    }
    const { sections } = pagedSegment(file).segment.file
    // A page that two sections share is not counted.
    const within = (places: { start: number; end: number }[], name: 'classes' | 'lexicon') =>
      places.filter(({ start, end }) => start >= sections[name].start && end <= sections[name].end)
    const all = missed({ wordPrefix: 'c' })
    const completions = missed({ completions: 'c' })
    expect(within(completions, 'classes')).toEqual([])
    expect(completions.length).toBeLessThan(all.length / 6)
    const near = missed({ near: new NearSpelling('cal2ax', 1) })
    expect(near.length).toBeGreaterThan(0)
    const letters = missed({ near: new NearSpelling('calax', 1) })
    expect(within(letters, 'classes')).toEqual([])
    expect(within(letters, 'lexicon').length).toBeLessThan(
      (sections.lexicon.end - sections.lexicon.start) / PAGE_CONTENT / 2,
    )
  })

  test('completions and corrections are those of an index that has no list', () => {
    const live = new SearchIndex({ fields: ['title', 'body'], language })
    live.addAll(documents)
    const packed = SearchIndex.fromBytes(live.toBytes(), { language })
    for (const typed of ['c', 'ca', 'cé', 'p', 'pa1', 'ca2', 'da1x', 'caa']) {
      expect(packed.suggest(typed), typed).toEqual(live.suggest(typed))
      for (const prefix of [true, false]) {
        const [a, b] = [packed, live].map(index => index.search(typed, { prefix, limit: 20 }))
        expect({ ...a, tookMs: 0, next: 0 }, typed).toEqual({ ...b, tookMs: 0, next: 0 })
      }
    }
  })
})
