/** What every source of bytes promises, tested on each: memory, a file, a web server, and one that sends all at once. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { QueryAbortedError } from '../../src/errors.ts'
import { fileSource } from '../../src/node.ts'
import { type ByteSource, checkByteSource, memorySource } from '../../src/open/byte-source.ts'
import { openHttp } from '../../src/open/http-source.ts'
import { type Behaviour, serve, whole } from '../support/range-server.ts'

const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 31 + (i >> 8)) & 0xff)

const closing: (() => Promise<void>)[] = []
afterAll(() => Promise.all(closing.map(close => close())))

async function overHttp(instead?: Behaviour['instead']): Promise<ByteSource> {
  const server = await serve({ bytes, instead })
  closing.push(server.close)
  const options = { headLength: 100, wholeLimit: 10_000, lengthOf: () => bytes.length }
  return (await openHttp(server.url, options)).source
}

async function inFile(): Promise<ByteSource> {
  const folder = await mkdtemp(join(tmpdir(), 'trouvaille-source-'))
  await writeFile(join(folder, 'octets'), bytes)
  const source = await fileSource(join(folder, 'octets'))
  closing.push(async () => {
    await source.close()
    await rm(folder, { recursive: true })
  })
  return source
}

const kinds: Record<string, () => Promise<ByteSource>> = {
  memory: async () => memorySource(bytes),
  file: inFile,
  HTTP: () => overHttp(),
  'HTTP without ranges': () => overHttp(whole(bytes)),
  'HTTP that gives the whole after the first part': () =>
    overHttp((response, range, n) => n > 0 && whole(bytes)(response, range, n)),
}

describe.each(Object.entries(kinds))('a source from %s', (_, make) => {
  test('knows its length, and gives any part exactly', async () => {
    const source = checkByteSource(await make())
    expect(source.byteLength).toBe(bytes.length)
    const place = fc.nat(bytes.length)
    await fc.assert(
      fc.asyncProperty(place, place, async (a, b) => {
        fc.pre(a !== b)
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        expect(await source.read(start, end)).toEqual(bytes.slice(start, end))
      }),
      {
        numRuns: 30,
        examples: [
          [0, 1],
          [0, bytes.length],
          [bytes.length - 1, bytes.length],
        ],
      },
    )
  })

  test('gives several parts at once, which are the caller’s to change', async () => {
    const source = await make()
    const [a, b] = await Promise.all([source.read(0, 4000), source.read(0, 5000)])
    a.fill(0)
    expect(b).toEqual(bytes)
    expect(await source.read(0, 4000)).toEqual(bytes.slice(0, 4000))
  })

  test('stops when it is told to', async () => {
    const source = await make()
    await expect(source.read(0, 10, AbortSignal.abort('assez'))).rejects.toThrow(QueryAbortedError)
  })
})
