/** What every kind of segment promises, tested on each: live, packed with blocks of 3 and of 128, packed and
 * brought page by page, and packed under another language's keys. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnTypes } from '../../src/columns/column-types.ts'
import type { KeywordColumn } from '../../src/columns/keyword-column.ts'
import { NearSpelling } from '../../src/format/near-spelling.ts'
import { encodeLength } from '../../src/index/length-norm.ts'
import { PackedSegment } from '../../src/index/packed/packed-segment.ts'
import { RekeyedSegment } from '../../src/index/rekeyed-segment.ts'
import type { Segment } from '../../src/index/segment.ts'
import { writeSegment } from '../../src/index/write/write-segment.ts'
import { fold, pieceOf } from '../../src/text/fold.ts'
import { TokenList } from '../../src/text/token.ts'
import { collection } from '../support/arbitrary.ts'
import type { PlainDocument } from '../support/brute-force.ts'
import { columnCollection, columnSchema, sectionsOf, timeOf, viewsOf } from '../support/columns.ts'
import { editsBetween } from '../support/edits-between.ts'
import { expectSame } from '../support/expect-same.ts'
import { buildSegments } from '../support/index-cuts.ts'
import { selfFilling } from '../support/paged.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

const language = plainLanguage()
const otherLanguage = { ...plainLanguage('other'), key: (word: string) => word.slice(0, 2) }

const pack = (
  documents: readonly PlainDocument[],
  keys: typeof language,
  blockLength: number,
  schema = columnSchema,
) => {
  const { parts } = buildSegments([{ documents, packed: false }], keys, 128, schema)
  return writeSegment(parts, schema, keys, blockLength)
}
const packed = (...inputs: Parameters<typeof pack>) => new PackedSegment(pack(...inputs))

const kinds: Record<string, (documents: readonly PlainDocument[]) => Segment> = {
  live: documents => buildSegments([{ documents, packed: false }], language, 128, columnSchema).parts[0].segment,
  'packed, blocks of 3': documents => packed(documents, language, 3),
  'packed, blocks of 128': documents => packed(documents, language, 128),
  'packed, page by page': documents => selfFilling(pack(documents, language, 3)),
  rekeyed: documents => new RekeyedSegment(packed(documents, otherLanguage, 4), language),
}

const withoutStopWordPositions = { ...columnSchema, stopWordPositions: false }
const kindsWithoutStopWordPositions: typeof kinds = {
  live: documents =>
    buildSegments([{ documents, packed: false }], language, 128, withoutStopWordPositions).parts[0].segment,
  packed: documents => packed(documents, language, 3, withoutStopWordPositions),
  'packed, page by page': documents => selfFilling(pack(documents, language, 3, withoutStopWordPositions)),
  rekeyed: documents => new RekeyedSegment(packed(documents, otherLanguage, 4, withoutStopWordPositions), language),
}

/** word → field → [document, positions] */
type Plain = Map<string, [number, number[]][][]>

function readPlainly(documents: readonly PlainDocument[]): Plain {
  const words: Plain = new Map()
  documents.forEach(({ title, body }, document) => {
    for (const [field, text] of [title, body].entries()) {
      const tokens = new TokenList()
      language.tokenize(text, tokens)
      for (let i = 0; i < tokens.length; i++) {
        const fields = words.get(tokens.words[i]) ?? words.set(tokens.words[i], [[], []]).get(tokens.words[i])
        const list = fields?.[field] ?? []
        if (list.at(-1)?.[0] !== document) list.push([document, []])
        list.at(-1)?.[1].push(tokens.positions[i])
      }
    }
  })
  return words
}

function readSegment(segment: Segment): Plain {
  const words: Plain = new Map()
  for (const { terms } of segment.classes()) {
    for (const { word, fields } of terms) {
      const lists: [number, number[]][][] = [[], []]
      for (const postings of fields) {
        const cursor = segment.postings(postings)
        const found: number[] = []
        const counts: number[] = []
        for (let length = cursor.nextBlock(); length > 0; length = cursor.nextBlock()) {
          found.push(...cursor.documents.subarray(0, length))
          counts.push(...cursor.frequencies.subarray(0, length))
        }
        const reader = segment.positions(postings)
        // As a list may stand behind others in one array; forwards, then backwards.
        const documentsRead = Uint32Array.from([9, 9, ...found])
        const frequencies = Uint32Array.from([9, 9, ...counts])
        const forwards = found.map((document, i): [number, number[]] => {
          reader.read(i, documentsRead, frequencies, 2)
          expectSame(reader.length, postings.hasPositions ? counts[i] : 0)
          return [document, [...reader.positions.subarray(0, reader.length)]]
        })
        for (let i = found.length - 1; i >= 0; i--) {
          reader.read(i, documentsRead, frequencies, 2)
          expectSame([...reader.positions.subarray(0, reader.length)], forwards[i][1])
        }
        lists[postings.field] = forwards
        expectSame(cursor.nextBlock(), 0, 'stays at the end')
        expectSame(lists[postings.field].length, postings.documentFrequency)
      }
      words.set(word, lists)
    }
  }
  return words
}

const some = collection(40).filter(documents => documents.length > 0)

test.each(Object.entries(kindsWithoutStopWordPositions))(
  'a %s segment holds no positions of stop words if the schema leaves them out, and all else',
  (_, make) => {
    let stopWords = 0
    fc.assert(
      fc.property(some, documents => {
        const expected = readPlainly(documents)
        for (const [word, fields] of expected) {
          if (!language.isStopWord(word)) continue
          stopWords++
          for (const list of fields) for (const posting of list) posting[1] = []
        }
        expectSame(readSegment(make(documents)), expected)
      }),
      { numRuns: runs(100) },
    )
    expect(stopWords).toBeGreaterThan(10)
  },
)

describe.each(Object.entries(kinds))('a %s segment', (_, make) => {
  test('holds every word at every position, and nothing else', () => {
    fc.assert(
      fc.property(some, documents => {
        expectSame(readSegment(make(documents)), readPlainly(documents))
      }),
      { numRuns: runs(100) },
    )
  })

  test('finds a class by its key, with the documents that hold any of its words', () => {
    fc.assert(
      fc.property(some, documents => {
        const segment = make(documents)
        const plain = readPlainly(documents)
        const keys = new Set([...plain.keys()].map(language.key))
        for (const key of keys) {
          const words = [...plain.keys()].filter(word => language.key(word) === key).sort()
          const holding = new Set(
            words.flatMap(
              word =>
                plain
                  .get(word)
                  ?.flat()
                  .map(([document]) => document) ?? [],
            ),
          )
          const found = segment.wordClass(key)
          expectSame(
            found?.terms.map(({ word }) => word),
            words,
          )
          expectSame(found?.documentFrequency, holding.size)
          for (const { word, documentFrequency } of found?.terms ?? []) {
            expectSame(
              documentFrequency,
              new Set(
                plain
                  .get(word)
                  ?.flat()
                  .map(([document]) => document),
              ).size,
            )
          }
        }
        for (const key of ['', 'zz', 'absent', '\u0000', 'é', '\u{10ffff}']) {
          if (!keys.has(key)) expect(segment.wordClass(key)).toBeUndefined()
        }
      }),
      { numRuns: runs(100) },
    )
  })

  test('lists the words of a prefix by their folded spelling', () => {
    fc.assert(
      fc.property(some, fc.constantFrom('', 'r', 'pe', 'week', 'oeu', 'zz'), (documents, prefix) => {
        const found: [string, string][] = []
        make(documents).scanWords(prefix, (folded, { word }) => found.push([folded, word]) > 0)
        const words = [...readPlainly(documents).keys()].filter(word => fold(word).startsWith(prefix))
        expect(found.map(([, word]) => word).sort()).toEqual(words.sort())
        for (const [folded, word] of found) expectSame(folded, fold(word))
        expect(found.map(([folded]) => folded)).toEqual(found.map(([folded]) => folded).sort())
      }),
      { numRuns: runs(100) },
    )
  })

  test('finds the words that are a few edits away, hyphens and apostrophes aside', () => {
    const typed = fc.constantFrom(
      'roi',
      'rios',
      'peche',
      'weekend',
      'wekend',
      'paxi',
      '2019',
      '209',
      'coeur',
      'reinette',
    )
    fc.assert(
      fc.property(some, typed, fc.integer({ min: 1, max: 2 }), (documents, typed, most) => {
        const segment = make(documents)
        const found: [string, string, number, number][] = []
        segment.nearWords(new NearSpelling(typed, most), (folded, { word, documentFrequency }, edits) =>
          found.push([folded, word, documentFrequency, edits]),
        )
        const expected = [...readPlainly(documents)]
          .map(([word, fields]): (typeof found)[0] => {
            const holding = new Set(fields.flat().map(([document]) => document))
            return [fold(word), word, holding.size, editsBetween(pieceOf(fold(word)), typed)]
          })
          .filter(([, , , edits]) => edits <= most)
        const inOrder = (list: typeof found) => list.sort(([, a], [, b]) => (a < b ? -1 : 1))
        expect(inOrder(found)).toEqual(inOrder(expected))
      }),
      { numRuns: runs(100) },
    )
  })

  test('stops listing words when told to', () => {
    let calls = 0
    make([{ id: 'd0', title: '', body: 'roi reine rare' }]).scanWords('r', () => ++calls < 2)
    expect(calls).toBe(2)
  })

  test('a cursor seeks to the block that holds a document or the next one', () => {
    fc.assert(
      fc.property(some, fc.nat(45), (documents, target) => {
        const segment = make(documents)
        const plain = readPlainly(documents)
        for (const { terms } of segment.classes()) {
          for (const { word, fields } of terms) {
            for (const postings of fields) {
              const all = (plain.get(word)?.[postings.field] ?? []).map(([document]) => document)
              const expected = all.find(document => document >= target)
              const cursor = segment.postings(postings)
              const length = cursor.seekBlock(target)
              const found = [...cursor.documents.subarray(0, length)].find(document => document >= target)
              expectSame(found, expected)
              if (length > 0) expectSame(cursor.seekBlock(target), length, 'the same target again')
            }
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  test('knows lengths, ids and stored fields', () => {
    fc.assert(
      fc.property(some, documents => {
        const segment = make(documents)
        expect(segment.documentCount).toBe(documents.length)
        documents.forEach(({ id, title, body }, document) => {
          for (const [field, text] of [title, body].entries()) {
            const tokens = new TokenList()
            language.tokenize(text, tokens)
            const counted = [...tokens.words.slice(0, tokens.length)].filter(
              (word, i) => tokens.spans[i] === 1 && !language.isStopWord(word),
            )
            expectSame(segment.norms[field][document], encodeLength(counted.length))
          }
          expectSame(segment.id(document), id)
          expectSame(segment.documentOf(id), document)
          expectSame(JSON.parse(segment.stored(document)), { title })
        })
        expect(segment.documentOf('none')).toBeUndefined()
        expect(segment.documentOf(0)).toBeUndefined()
      }),
      { numRuns: runs(100) },
    )
  })

  test('knows what each document holds in its columns', () => {
    fc.assert(
      fc.property(
        columnCollection(40).filter(documents => documents.length > 0),
        documents => {
          const segment = make(documents)
          const valuesOf = (place: number) =>
            documents.map((_, document) => segment.column(place, columnTypes).value(document))
          expect(valuesOf(0)).toEqual(documents.map(sectionsOf))
          const { values } = segment.column(0, columnTypes) as KeywordColumn
          expect(new Set(values).size).toBe(values.length)
          // −0 and 0 are the same number.
          const numbers = (of: (document: (typeof documents)[0]) => number | undefined) =>
            documents.map(document => (of(document) ?? Number.NaN) + 0)
          expect(valuesOf(1)).toEqual(numbers(timeOf))
          expect(valuesOf(2)).toEqual(numbers(viewsOf))
        },
      ),
      { numRuns: runs(200) },
    )
  })
})
