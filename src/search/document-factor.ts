/** Factors of the scores of single documents: recency, and the application's `boostDocument`. */
import { InvalidOptionError } from '../errors.ts'
import type { Segment } from '../index/segment.ts'
import type { SegmentView } from '../index/segment-view.ts'
import { storedFields } from '../index/stored-fields.ts'
import type { DocumentId } from '../schema/document.ts'
import type { BoostDocument } from './search-options.ts'

/** A non-negative number for each document of a segment. */
export type DocumentFactor = (document: number) => number

/** By segment; undefined if there is neither recency nor a boost. */
export function documentFactors<T>(
  views: readonly SegmentView[],
  recency: readonly DocumentFactor[] | undefined,
  boost: BoostDocument<T> | undefined,
): readonly DocumentFactor[] | undefined {
  if (boost === undefined) return recency
  return views.map(({ segment }, i) => {
    const recencyOf = recency?.[i]
    return document => (recencyOf?.(document) ?? 1) * boostOf(boost, segment, document)
  })
}

function boostOf<Document>(boost: BoostDocument<Document>, segment: Segment, document: number): number {
  let stored: Document | undefined
  const factor = boost({
    get id(): DocumentId {
      segment.announce?.({ ids: 'all' })
      return segment.id(document)
    },
    get document(): Document {
      segment.announce?.({ documents: 'all' })
      return (stored ??= storedFields(segment, document) as Document)
    },
  })
  if (typeof factor === 'number' && factor >= 0 && factor < Number.POSITIVE_INFINITY) return factor
  throw new InvalidOptionError('boostDocument', factor, 'a function that returns a number of 0 or more')
}
