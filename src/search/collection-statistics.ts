/** What ranking must know of the whole collection, summed over segments. */
export interface CollectionStatistics {
  documentCount: number
  /** By field. */
  averageLengths: readonly number[]
}

/** The sums of several segments as averages; a field that no document has gets 1, so that nothing is divided by 0. */
export function averageLengths(totals: readonly (readonly { length: number; documents: number }[])[]): number[] {
  const fields = totals[0]?.length ?? 0
  return Array.from({ length: fields }, (_, field) => {
    let length = 0
    let documents = 0
    for (const segment of totals) {
      length += segment[field].length
      documents += segment[field].documents
    }
    return documents === 0 ? 1 : length / documents
  })
}
