/** What scores are multiplied by, document by document: youth, and what an application knows. */
import { numbersOf } from '../columns/number-column.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Segment } from '../index/segment.ts'
import type { SegmentView } from '../index/segment-view.ts'
import { storedFields } from '../index/stored-fields.ts'
import type { DocumentId } from '../schema/document.ts'
import { type CheckedRecency, recencyFactor } from './recency.ts'
import type { BoostDocument } from './search-options.ts'

/** By document of a segment, a number that is not negative. */
export type DocumentFactor = (document: number) => number

/** By part; undefined where nothing is asked for. */
export function documentFactors<T>(
  parts: readonly SegmentView[],
  recency: CheckedRecency | undefined,
  boost: BoostDocument<T> | undefined,
): DocumentFactor[] | undefined {
  if (recency === undefined && boost === undefined) return undefined
  return parts.map(({ segment }) => {
    const dates = recency && numbersOf(segment.column(recency.column))
    return document => {
      const youth = recency === undefined || dates === undefined ? 1 : recencyFactor(dates[document], recency)
      return boost === undefined ? youth : youth * boostOf(boost, segment, document)
    }
  })
}

function boostOf<T>(boost: BoostDocument<T>, segment: Segment, document: number): number {
  let stored: Partial<T> | undefined
  const factor = boost({
    get id(): DocumentId {
      segment.announce?.({ ids: 'all' })
      return segment.id(document)
    },
    get document(): Partial<T> {
      segment.announce?.({ documents: 'all' })
      return (stored ??= storedFields(segment, document) as Partial<T>)
    },
  })
  if (typeof factor === 'number' && factor >= 0 && factor < Number.POSITIVE_INFINITY) return factor
  throw new InvalidOptionError('boostDocument', factor, 'a function that gives numbers from 0 on')
}
