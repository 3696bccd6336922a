/** Bytes that may be too many for memory: written in order, and read back in order when all are there. */
import { ByteWriter } from './byte-writer.ts'

/** Where such bytes are kept, on disk for example. */
export interface Spool {
  /** Takes bytes that it must not keep a view of: they are overwritten afterwards. */
  write(bytes: Uint8Array): void
  /** What was written, from byte `start` on (default: 0), in pieces. */
  chunks(start?: number): Iterable<Uint8Array>
}

/** Held back before bytes go to a spool, so that it is not asked for every few. */
const HELD_BACK = 1 << 18

/** A writer whose bytes go to a spool, or stay in memory where there is none. */
export class SpooledWriter {
  /** Where to write: behind what was written before. */
  readonly bytes = new ByteWriter(1 << 16)

  private readonly spool: Spool | undefined
  private spooled = 0

  constructor(spool?: Spool) {
    this.spool = spool
  }

  /** How many bytes were written. */
  get length(): number {
    return this.spooled + this.bytes.length
  }

  /** Lets go of what was written, if it is much. */
  settle(): void {
    if (this.spool !== undefined && this.bytes.length >= HELD_BACK) this.flush(this.spool)
  }

  /** Lets go of all that was written. */
  end(): void {
    if (this.spool !== undefined) this.flush(this.spool)
  }

  /** All that was written, in pieces. Nothing is written afterwards. */
  chunks(): Iterable<Uint8Array> {
    this.end()
    return this.spool?.chunks() ?? [this.bytes.view()]
  }

  private flush(spool: Spool): void {
    spool.write(this.bytes.view())
    this.spooled += this.bytes.length
    this.bytes.clear()
  }
}
