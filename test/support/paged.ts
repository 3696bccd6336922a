/** Files of which the pages come one by one, for tests. */
import { openFileBytes, readFixedHeader } from '../../src/format/file-reader.ts'
import { MissingPages, PagedBytes } from '../../src/format/paged-bytes.ts'
import { PagedSegment } from '../../src/index/packed/paged-segment.ts'
import type { Segment } from '../../src/index/segment.ts'

/** A segment over `file` of which nothing but the header region is here. */
export function pagedSegment(file: Uint8Array): { segment: PagedSegment; pages: PagedBytes } {
  const head = file.slice(0, readFixedHeader(file).headerLength)
  const opened = openFileBytes(head, PagedBytes, file.length)
  return { segment: new PagedSegment(head, opened), pages: opened.source }
}

/** Puts pages of `file` in their places. */
export function bring(file: Uint8Array, pages: PagedBytes, wanted: readonly number[]): void {
  for (const page of wanted) {
    const { start, end } = pages.extentOf(page)
    pages.put(page, file.slice(start, end))
  }
}

/** The same segment for those who can't wait: each method gets the pages it misses and starts again. */
export function selfFilling(file: Uint8Array): Segment {
  const { segment, pages } = pagedSegment(file)
  const filling = <R>(work: () => R): R => {
    for (;;) {
      try {
        return work()
      } catch (error) {
        if (!(error instanceof MissingPages)) throw error
        bring(file, pages, error.pages)
      }
    }
  }
  return new Proxy<Segment>(segment, {
    get(target, name: keyof Segment) {
      const value = filling(() => Reflect.get(target, name, target))
      if (typeof value !== 'function') return value
      // What gives one thing after the other can't start again in the middle.
      if (name === 'classes') filling(() => target.announce?.({ classKeys: 'all' }))
      return (...inputs: [never, never]) => {
        // Its reader reads when it is asked to.
        if (name === 'positions') filling(() => target.announce?.({ positions: [{ postings: inputs[0] }] }))
        if (name === 'scanWords') filling(() => target.announce?.({ wordPrefix: inputs[0] }))
        if (name === 'scanFrequentWords') filling(() => target.announce?.({ completions: inputs[0] }))
        if (name === 'nearWords') filling(() => target.announce?.({ near: inputs[0] }))
        return filling(() => Reflect.apply(value, target, inputs))
      }
    },
  })
}
