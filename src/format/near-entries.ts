/** Entries of a sorted table with keys a few edits away from a typed spelling. Inner nodes show which leaves may have some; only those are read. */

import type { ByteRange } from './checked-bytes.ts'
import { sharedPrefixLength } from './front-coding.ts'
import type { NearSpelling } from './near-spelling.ts'
import type { SortedTable } from './sorted-table.ts'
import type { TableEntry } from './table-leaf.ts'

/** The ranges of the leaves that may have near keys. */
export function nearLeaves(table: SortedTable, spelling: NearSpelling): ByteRange[] {
  return table.leavesWhere((low, high) => mayHold(spelling, low, high))
}

export function* nearEntries(table: SortedTable, spelling: NearSpelling): Generator<TableEntry & { edits: number }> {
  for (const leaf of nearLeaves(table, spelling)) yield* table.leafAt(leaf).near(spelling)
}

/** Whether a key from `low` on and before `high` may be near: it starts with their common prefix, then has a byte between theirs. */
function mayHold(spelling: NearSpelling, low: Uint8Array, high: Uint8Array | undefined): boolean {
  let shared = high === undefined ? 0 : sharedPrefixLength(low, high)
  // Do not split a character.
  while (high !== undefined && shared > 0 && high[shared] >= 0x80) shared--
  const start = new Uint8Array(shared + 1)
  start.set(low.subarray(0, shared))
  spelling.read(start, 0, shared)
  if (spelling.tooFarFrom <= shared) return false
  if (low.length === shared) return true
  let last = 0xff
  if (high !== undefined) last = high.length === shared + 1 ? high[shared] - 1 : high[shared]
  if (last >= 0x80) return true
  for (let next = low[shared]; next <= last; next++) {
    start[shared] = next
    spelling.read(start, shared, shared + 1)
    if (spelling.tooFarFrom > shared + 1) return true
  }
  return false
}
