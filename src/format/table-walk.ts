/** Prevents a walk through a table from reading any node twice, whatever the inner nodes say. */
import type { CheckedBytes } from './checked-bytes.ts'

/** At each height, nodes follow one another. */
export class TableWalk {
  private readonly source: CheckedBytes
  private readonly name: string
  /** By height, the end of the node read last. */
  private readonly ends: number[] = []

  constructor(source: CheckedBytes, name: string) {
    this.source = source
    this.name = name
  }

  visit(height: number, start: number, end: number): void {
    if (start < (this.ends[height] ?? 0)) throw this.source.corrupt(this.name, start, 'nodes of a table overlap')
    this.ends[height] = end
  }
}
