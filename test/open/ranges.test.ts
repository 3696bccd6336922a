/** What is read of a file, in how many round trips, and what is kept. */
import { describe, expect, test, vi } from 'vitest'
import { PAGE_CONTENT } from '../../src/format/layout.ts'
import { MissingPages } from '../../src/format/paged-bytes.ts'
import { PackedSegment } from '../../src/index/packed/packed-segment.ts'
import type { PagedSegment } from '../../src/index/packed/paged-segment.ts'
import type { ComingReads } from '../../src/index/segment.ts'
import type { ByteSource } from '../../src/open/byte-source.ts'
import { coalesce } from '../../src/open/coalesce.ts'
import type { SearchClient } from '../../src/open/search-client.ts'
import { IndexSearcher } from '../../src/searcher.ts'
import { buildParagraphs, type Paragraph } from '../support/articles.ts'
import { openRanges } from '../support/open-ranges.ts'
import { bring, pagedSegment } from '../support/paged.ts'

const file = buildParagraphs()
const ASKED = 'Haftar Tripoli cessez-le-feu'

function sizeOf(name: 'documents'): number {
  const { start, end } = new PackedSegment(file).file.sections[name]
  return end - start
}

/** A source that counts: a round trip is what starts while nothing is under way. */
class CountedSource implements ByteSource {
  readonly byteLength = file.length
  roundTrips = 0
  bytes = 0
  reads: [start: number, end: number][] = []
  private underWay = 0

  async read(start: number, end: number): Promise<Uint8Array> {
    if (this.underWay++ === 0) this.roundTrips++
    this.bytes += end - start
    this.reads.push([start, end])
    await new Promise(resolve => setTimeout(resolve, 1))
    this.underWay--
    return file.slice(start, end)
  }
}

async function openCounted(bytes?: number): Promise<{ index: SearchClient<Paragraph>; source: CountedSource }> {
  const source = new CountedSource()
  return { index: await openRanges<Paragraph>(source, { cache: { bytes } }), source }
}

/** The pages that `reads` miss. */
function missing(segment: PagedSegment, reads: ComingReads): readonly number[] {
  try {
    segment.announce(reads)
    return []
  } catch (error) {
    if (error instanceof MissingPages) return error.pages
    throw error
  }
}

describe('the pages of a step are a plain value', () => {
  /** How many pages `reads` miss, and how many of these touch a section, once `here` has come. */
  function missed(reads: ComingReads, ...here: ComingReads[]) {
    const { segment, pages } = pagedSegment(file)
    for (const coming of here) bring(file, pages, missing(segment, coming))
    const missed = missing(segment, reads)
    const { sections } = segment.file
    const touching = (name: 'classes' | 'postings' | 'documents') =>
      pages.missing([sections[name]]).filter(page => missed.includes(page)).length
    return { touching, count: missed.length }
  }

  test('words: the way down the table, a level at a time', () => {
    const words = { classKeys: ['haftar', 'tripoli', 'cess', 'feu'] }
    const first = missed(words)
    expect(first.touching('classes')).toBeGreaterThan(0)
    expect(first.touching('postings')).toBe(0)
    expect(missed(words, words, words).count, 'nothing once they are here').toBe(0)
  })

  test('postings: those lists with the norms, the tables by which hits are found, and nothing of what the dictionary holds itself', () => {
    const whole = new PackedSegment(file)
    const { sections } = whole.file
    const fields = [...whole.classes()].flatMap(({ terms }) => terms.flatMap(term => term.fields))
    const far = fields.filter(({ start, end }) => start > sections.postings.start + 3 * PAGE_CONTENT && end > start)
    const inline = fields.filter(({ inline }) => inline !== undefined)
    const apart = far.filter(({ end, positionsEnd }) => positionsEnd - end > PAGE_CONTENT)
    const { segment, pages } = pagedSegment(file)
    const expected = pages.missing([sections.norms, apart[0], sections.documentTable])
    expect(missing(segment, { postings: [apart[0], ...inline] })).toEqual(expected)
  })

  test('postings: with the positions that end on their page or on the next', () => {
    const fields = [...new PackedSegment(file).classes()].flatMap(({ terms }) => terms.flatMap(term => term.fields))
    const { segment, pages } = pagedSegment(file)
    const pageOf = (offset: number) => pages.missing([{ start: offset - 1, end: offset }])[0]
    const crossing = fields.filter(({ end, positionsEnd }) => pageOf(positionsEnd) === pageOf(end) + 1)
    const { end, positionsEnd } =
      crossing.find(({ end, positionsEnd }) => positionsEnd - end < PAGE_CONTENT) ?? fields[0]
    expect(missing(segment, { postings: crossing.filter(list => list.end === end) })).toEqual(
      expect.arrayContaining([pageOf(end), pageOf(positionsEnd)]),
    )
  })

  test('documents: their blocks, which the header says the places of', () => {
    const asked = { documents: [0, 100, 300] }
    expect(missed(asked).touching('documents')).toBeGreaterThan(0)
    expect(missed(asked, asked).count).toBe(0)
  })
})

test('opening takes one round trip, a question three at most, and the same again none', async () => {
  const { index, source } = await openCounted()
  expect(source.roundTrips).toBe(1)
  for (const question of [ASKED, 'réforme des retraites', 'glaciers des Alpes']) {
    source.roundTrips = 0
    await index.search(question)
    expect(source.roundTrips).toBeLessThanOrEqual(3)
  }
  source.roundTrips = 0
  await index.search(ASKED)
  await index.search('glacier')
  expect(source.roundTrips).toBe(0)
})

test('a query that is prepared while it is typed takes a round trip less', async () => {
  const { index, source } = await openCounted()
  await index.run('prepare', ['Haft'], { prefix: true } as never)
  source.roundTrips = 0
  const { hits } = await index.search('Hafta', { prefix: true })
  expect(hits.map(({ id }) => id)).toEqual(
    IndexSearcher.fromBytes<Paragraph>(file)
      .search('Hafta', { prefix: true })
      .hits.map(({ id }) => id),
  )
  expect(source.roundTrips).toBe(2)
})

test('words that nothing was asked of are not read', async () => {
  const { index, source } = await openCounted()
  await index.search(ASKED)
  expect(source.bytes).toBeLessThan(file.length / 2)
})

test('questions asked at once read no byte twice', async () => {
  const { index, source } = await openCounted()
  source.reads = []
  await Promise.all(Array.from({ length: 5 }, () => index.search(ASKED)))
  const sorted = source.reads.sort(([a], [b]) => a - b)
  for (const [i, [start]] of sorted.entries()) expect(start).toBeGreaterThanOrEqual(sorted[i - 1]?.[1] ?? 0)
})

test('whoever joins a request that fails sends one', async () => {
  let lose: (() => void) | undefined
  let isLost = false
  const source: ByteSource = {
    byteLength: file.length,
    read: (start, end) =>
      new Promise((resolve, reject) => {
        if (!isLost) return resolve(file.slice(start, end))
        lose = () => reject(new Error('the connection was lost'))
      }),
  }
  const index = await openRanges<Paragraph>(source)
  isLost = true
  const first = index.search(ASKED)
  const joined = index.search(ASKED)
  await vi.waitFor(() => expect(lose).toBeDefined())
  isLost = false
  lose?.()
  await expect(first).rejects.toMatchObject({ code: 'REQUEST_FAILED' })
  expect((await joined).total).toBe(IndexSearcher.fromBytes<Paragraph>(file).search(ASKED).total)
})

test('what is kept stays within its budget between questions, the latest read first', async () => {
  const asked = ['Haftar', 'glaciers', 'retraites', 'Paris', 'musique', 'élections', 'cuisine', 'rugby']
  const { index, source } = await openCounted(200_000)
  for (const question of asked) await index.search(question)
  source.bytes = 0
  await index.search('rugby')
  expect(source.bytes).toBe(0)
  const small = await openCounted(0)
  await small.index.search('rugby')
  small.source.bytes = 0
  await small.index.search('rugby')
  expect(small.source.bytes, 'nothing is kept').toBeGreaterThan(0)
})

test('has() and get() look an id up', async () => {
  const { index, source } = await openCounted()
  const local = IndexSearcher.fromBytes<Paragraph>(file)
  const [{ id }] = local.search(ASKED).hits
  expect(await index.get(id)).toEqual(local.get(id))
  source.roundTrips = 0
  expect(await index.has(id)).toBe(true)
  expect(source.roundTrips).toBe(0)
  source.bytes = 0
  expect(await index.has('absent')).toBe(false)
  expect(source.roundTrips).toBeLessThanOrEqual(3)
  expect(source.bytes, 'not all documents').toBeLessThan(sizeOf('documents') / 5)
})

test('a source that gives less than it was asked for is told so', async () => {
  const reads = new CountedSource()
  const short: ByteSource = {
    byteLength: file.length,
    read: async (start, end) => (await reads.read(start, end)).subarray(0, start === 0 ? end : 3),
  }
  const index = await openRanges(short)
  await expect(index.search(ASKED)).rejects.toMatchObject({ name: 'InvalidOptionError', option: 'source' })
})

test('neighbouring pages are asked for together, with a page between them too', () => {
  const rangeOf = (page: number) => ({ start: 1000 + page * 512, end: 1000 + page * 512 + 512 })
  expect(coalesce([0, 1, 7], rangeOf)).toEqual([[0, 1], [7]])
  expect(coalesce([0, 2, 3, 6], rangeOf)).toEqual([[0, 1, 2, 3], [6]])
  expect(coalesce([], rangeOf)).toEqual([])
})

test('a seventh request is saved if two are near one another', () => {
  const rangeOf = (page: number) => ({ start: page * 512, end: page * 512 + 512 })
  const far = [0, 20, 40, 60, 80, 100]
  expect(coalesce([...far, 104], rangeOf)).toEqual([[0], [20], [40], [60], [80], [100, 101, 102, 103, 104]])
  expect(coalesce([...far, 107], rangeOf).length).toBe(7)
  expect(coalesce(far.slice(1).concat(104), rangeOf).length).toBe(6)
})
