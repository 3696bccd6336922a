/** Opens the file of an index from bytes, an address or a `ByteSource`, completely or by ranges. */
import { CorruptIndexError, InvalidOptionError, RangeNotSupportedError } from '../errors.ts'
import { readBytes } from '../format/checked-bytes.ts'
import { openFileBytes, readFixedHeader } from '../format/file-reader.ts'
import { FIRST_READ } from '../format/layout.ts'
import { PagedBytes } from '../format/paged-bytes.ts'
import { PackedSegment } from '../index/packed/packed-segment.ts'
import { PagedSegment } from '../index/packed/paged-segment.ts'
import type { PlatformURL } from '../platform-types.ts'
import { type ByteSource, checkByteSource, type IndexSource, readSource } from './byte-source.ts'
import { checkNotHtml } from './http-answer.ts'
import { send } from './http-request.ts'
import { type OpenedSource, openHttp } from './http-source.ts'
import { prefetchModule } from './load-module.ts'
import { type CheckedClientOptions, type ClientOptions, checkUrl } from './open-options.ts'
import { PageFetcher } from './page-fetcher.ts'
import { openPageStore } from './page-store.ts'
import { readDisk } from './read-disk.ts'

/** The opened file of an index. What is read by ranges has pages and a fetcher of them. */
export interface SourceFile {
  segment: PackedSegment
  pages?: PagedBytes
  fetcher?: PageFetcher
  /** The pages without which no word can be looked up. */
  dictionaryPages(): number[]
}

/** @throws InvalidOptionError, RequestFailedError, RangeNotSupportedError, CorruptIndexError, UnsupportedVersionError */
export async function openSource(
  source: IndexSource,
  options: ClientOptions,
  checked: CheckedClientOptions,
  head: Promise<Response> | undefined,
): Promise<SourceFile> {
  if (isAddress(source)) return openAddress(checkUrl(source), options, checked, head)
  if (isByteSource(source)) return openByteSource(checkByteSource(source), checked)
  return whole(bytesOf(source))
}

function whole(bytes: Uint8Array): SourceFile {
  return { segment: new PackedSegment(bytes), dictionaryPages: () => [] }
}

async function openAddress(
  url: string,
  options: ClientOptions,
  checked: CheckedClientOptions,
  head: Promise<Response> | undefined,
): Promise<SourceFile> {
  if (url.startsWith('file:')) return whole(await readDisk(url))
  if (checked.load === 'whole') {
    preloadCorrections()
    return whole(await readWhole(url, options, head))
  }
  const http = { ...options, headLength: FIRST_READ, wholeLimit: checked.cacheBytes, lengthOf, first: head }
  try {
    const opening = openHttp(url, http)
    return await openByteSource(opening, checked, checked.persistent ? url : undefined)
  } catch (error) {
    if (!(error instanceof RangeNotSupportedError) || checked.load === 'ranges') throw error
    return whole(await readWhole(url, options, undefined))
  }
}

/**
 * If the whole file is in memory, other words are suggested for rare ones too. The code for that is loaded with the file, so that the first query does not wait
 * for it.
 */
function preloadCorrections(): void {
  prefetchModule('corrections')
}

/** `url`: the key under which read pages are stored for the next page of the site. */
async function openByteSource(
  given: ByteSource | Promise<OpenedSource>,
  { load, wholeLimit }: CheckedClientOptions,
  url?: string,
): Promise<SourceFile> {
  const opening = given instanceof Promise ? given : readHead(given)
  const reading = opening.then(readHeader)
  // The store opens while the header is being fetched.
  const version = reading.then(({ opened, file }) => (opened.storable === false ? undefined : file.contentHash))
  version.catch(() => {})
  const store = url === undefined ? undefined : openPageStore(url, version)
  const { opened, head, file } = await reading
  const { source } = opened
  if (load === 'whole' || (load === 'auto' && source.byteLength <= wholeLimit)) {
    preloadCorrections()
    if (head.length >= source.byteLength) return whole(head)
    return whole(joined(head, await readSource(source, head.length, source.byteLength)))
  }
  const segment = new PagedSegment(head, file)
  const fetcher = new PageFetcher(source, file.source, head, store)
  return {
    segment,
    pages: file.source,
    fetcher,
    dictionaryPages: () => file.source.missing([segment.dictionaryNodes]),
  }
}

async function readHead(source: ByteSource): Promise<OpenedSource> {
  return { source, head: await readSource(source, 0, Math.min(FIRST_READ, source.byteLength)) }
}

async function readHeader(opened: OpenedSource) {
  const head = await wholeHeader(opened)
  return { opened, head, file: openFileBytes(head, PagedBytes, opened.source.byteLength) }
}

/** The complete header region, with a second read of the rest if it is longer than the first. */
async function wholeHeader({ source, head }: OpenedSource): Promise<Uint8Array> {
  const { headerLength } = readFixedHeader(head)
  if (headerLength <= head.length) return head
  if (headerLength > source.byteLength) throw new CorruptIndexError('header', 12, 'the header is truncated')
  return joined(head, await readSource(source, head.length, headerLength))
}

function joined(head: Uint8Array, rest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + rest.length)
  bytes.set(head)
  bytes.set(rest, head.length)
  return bytes
}

function lengthOf(head: Uint8Array): number {
  return readFixedHeader(head).fileLength
}

function readWhole(url: string, options: ClientOptions, first: Promise<Response> | undefined): Promise<Uint8Array> {
  return send({ url, cache: 'no-cache', signal: undefined, first }, options, async response => {
    const bytes = new Uint8Array(await response.arrayBuffer())
    checkNotHtml(url, response, bytes)
    return bytes
  })
}

function bytesOf(given: unknown): Uint8Array {
  const bytes = readBytes(given)
  if (bytes !== undefined) return bytes
  throw new InvalidOptionError(
    'source',
    given,
    'a URL, the bytes of an index, or a ByteSource { byteLength, read(start, end, signal) }',
  )
}

function isAddress(source: unknown): source is string | PlatformURL {
  return typeof source === 'string' || typeof (source as PlatformURL | null)?.href === 'string'
}

function isByteSource(source: unknown): source is ByteSource {
  return typeof (source as Partial<ByteSource> | null)?.read === 'function'
}
