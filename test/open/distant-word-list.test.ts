/** A look-up that joins a request of an earlier query does not share its failure. */
import { expect, test } from 'vitest'
import {
  MissingWords,
  type WordListFile,
  type WordListParts,
  type WordListRange,
} from '../../src/language/distant-words.ts'
import { DistantWordList } from '../../src/open/distant-word-list.ts'

const HEADER = { start: 0, end: 4 }
const BLOCK = { start: 4, end: 8 }

/** A list of one block that has every word. */
class Parts implements WordListParts {
  readonly hash = 'list'
  readonly ranges: readonly WordListRange[] = [BLOCK]
  private isLoaded = false

  rangeOf = () => (this.isLoaded ? undefined : BLOCK)

  load(): void {
    this.isLoaded = true
  }

  lookUp = () => ({ frequency: 1, isName: false }) as unknown as ReturnType<WordListParts['lookUp']>
}

const file: WordListFile = {
  hash: 'list',
  url: 'http://site.example/words.bin',
  headerLength: HEADER.end,
  rangeOf: () => BLOCK,
  reader: async () => () => new Parts(),
}

/** A server whose answers are given by hand. */
function makeServer() {
  const waiting: { range: string; answer(status: number): void }[] = []
  const fetch = (_: string, { headers }: { headers: Headers }) =>
    new Promise<Response>(resolve => {
      const range = headers.get('range') ?? ''
      const [start, last] = range.replace('bytes=', '').split('-').map(Number)
      waiting.push({
        range,
        answer: status =>
          resolve(
            status === 206
              ? new Response(new Uint8Array(last - start + 1), {
                  status,
                  headers: { 'content-range': `bytes ${start}-${last}/8` },
                })
              : new Response('gone', { status }),
          ),
      })
    })
  const next = async (range: string) => {
    await expect.poll(() => waiting.some(request => request.range === range)).toBe(true)
    return waiting.splice(
      waiting.findIndex(request => request.range === range),
      1,
    )[0]
  }
  return { fetch, next }
}

/** What a query waits for that looks up a word. */
function arrivalOf(list: DistantWordList, word: string): Promise<unknown> {
  try {
    list.lookUp(word)
  } catch (error) {
    if (error instanceof MissingWords) return error.arrival
    throw error
  }
  return Promise.resolve()
}

test('a block that an earlier query asked for in vain is asked for again', async () => {
  const { fetch, next } = makeServer()
  const source = {
    url: file.url,
    hash: file.hash,
    persistent: false,
    fetch: fetch as unknown as typeof globalThis.fetch,
  }
  const list = new DistantWordList(file, source)
  const first = arrivalOf(list, 'chat')
  ;(await next('bytes=0-3')).answer(404)
  await expect(first).rejects.toThrow()

  // The list is there again, but the answer for the block of the first query comes only now.
  const second = arrivalOf(list, 'chien')
  ;(await next('bytes=0-3')).answer(206)
  ;(await next('bytes=4-7')).answer(404)
  ;(await next('bytes=4-7')).answer(206)
  await second
  expect(list.lookUp('chien')).toBeDefined()
})
