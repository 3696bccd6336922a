/** What documents hold in the columns of a file: values to filter, count and sort by, side by side, so that no stored document is read for them. */

/** Strings, taken as they are. */
export interface KeywordColumn {
  /** Each value once. */
  readonly values: readonly string[]
  /** Document `d` holds `values[ordinals[i]]` for i from `starts[d]` up to `starts[d + 1]`, in the document's own order, none twice. */
  readonly starts: Uint32Array
  readonly ordinals: Uint32Array
}

/** By document, NaN where it has none. Dates are milliseconds since 1970 UTC. */
export type NumberColumn = Float64Array
