/** Opens an index file where it is: reads its first kilobytes, and the rest as questions need it. */

import { CorruptIndexError, throwIfAborted } from '../errors.ts'
import { openFileBytes, readFixedHeader } from '../format/file-reader.ts'
import { HEADER_LIMIT } from '../format/layout.ts'
import { PagedBytes } from '../format/paged-bytes.ts'
import { openPacked } from '../index/open-segments.ts'
import { PagedSegment } from '../index/packed/paged-segment.ts'
import { SegmentList } from '../index/segment-list.ts'
import { IndexSearcher } from '../index-searcher.ts'
import { withLanguageOf } from '../languages/registry.ts'
import type { PlatformAbortSignal, PlatformURL } from '../platform-types.ts'
import { abortable } from './abort.ts'
import { type ByteSource, checkByteSource } from './byte-source.ts'
import { type OpenedSource, openHttp } from './http-source.ts'
import { checkRemoteOptions, checkUrl, type OpenRemoteOptions } from './open-options.ts'
import { PageFetcher } from './page-fetcher.ts'
import { openPageStore } from './page-store.ts'
import { RemoteIndex } from './remote-index.ts'

/**
 * Opens an index file on a web server that answers range requests, or any `ByteSource`. One round trip; two where the dictionary is very large.
 *
 * @throws RangeNotSupportedError, RequestFailedError, CorruptIndexError, UnsupportedVersionError, QueryAbortedError; InvalidOptionError for wrong options
 * @example
 * const index = await openRemote<Article>('https://exemple.fr/recherche.trv')
 * const { hits } = await index.search('Haftar Tripoli cessez-le-feu')
 */
export async function openRemote<T extends object = Record<string, unknown>>(
  urlOrSource: string | PlatformURL | ByteSource,
  options: OpenRemoteOptions = {},
): Promise<RemoteIndex<T>> {
  const { bytes: budget, persistent } = checkRemoteOptions(options)
  const { signal } = options
  const url = isAddress(urlOrSource) ? checkUrl(urlOrSource) : undefined
  const http = { ...options, headLength: HEADER_LIMIT, wholeLimit: budget, lengthOf }
  const opened = isAddress(urlOrSource)
    ? await openHttp(checkUrl(urlOrSource), http, signal)
    : await openSource(urlOrSource, signal)
  const head = await wholeHeader(opened, signal)
  const bytes = allocate(opened.source.byteLength)
  bytes.set(head)
  const file = openFileBytes(bytes, PagedBytes)
  const segment = new PagedSegment(bytes, file)
  const list = openPacked(
    segment,
    await withLanguageOf(segment.definition, options),
    (schema, language) => new SegmentList(schema, language),
  )
  const store = persistent && url !== undefined ? openPageStore(url, file.contentHash) : undefined
  const fetcher = new PageFetcher(opened.source, file.source, head, store)
  await fetcher.get(file.source.missing([segment.dictionaryNodes]), signal)
  return new RemoteIndex<T>(new IndexSearcher<T>(list), file.source, fetcher, budget)
}

function isAddress(urlOrSource: unknown): urlOrSource is string | PlatformURL {
  return typeof urlOrSource === 'string' || typeof (urlOrSource as PlatformURL | null)?.href === 'string'
}

async function openSource(given: ByteSource, signal: PlatformAbortSignal | undefined): Promise<OpenedSource> {
  throwIfAborted(signal)
  const source = checkByteSource(given)
  const head = await abortable(source.read(0, Math.min(HEADER_LIMIT, source.byteLength), signal), signal)
  return { source, head }
}

function lengthOf(head: Uint8Array): number {
  return readFixedHeader(head).fileLength
}

/** At least the header region; a second reading where it is longer than the first. */
async function wholeHeader(
  { source, head }: OpenedSource,
  signal: PlatformAbortSignal | undefined,
): Promise<Uint8Array> {
  const { headerLength } = readFixedHeader(head)
  if (headerLength <= head.length) return head
  if (headerLength > source.byteLength) throw new CorruptIndexError('header', 12, 'the header is cut')
  return abortable(source.read(0, headerLength, signal), signal)
}

/** Room for the whole file, of which the system gives only what is written to. */
function allocate(length: number): Uint8Array {
  try {
    return new Uint8Array(length)
  } catch (cause) {
    throw new CorruptIndexError('header', 16, `it has ${length} bytes, more than memory can hold`, { cause })
  }
}
