/** Bytes that may not fit in memory: written in order, then read back in order. */
import { ByteWriter } from './byte-writer.ts'

/** Stores such bytes, for example on disk. */
export interface Spool {
  /** Stores bytes. It must not keep a view of them, because they are overwritten afterwards. */
  write(bytes: Uint8Array): void
  /** What was written, from byte `start` on (default: 0), in pieces. */
  chunks(start?: number): Iterable<Uint8Array>
}

/** The number of bytes buffered before they go to a spool, to avoid many small writes. */
const HELD_BACK = 1 << 18

/** A writer whose bytes go to a spool, or stay in memory if there is none. */
export class SpooledWriter {
  /** The buffer to write to, after what was written before. */
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

  /** Moves what was written to the spool, if it is much. */
  settle(): void {
    if (this.spool !== undefined && this.bytes.length >= HELD_BACK) this.flush(this.spool)
  }

  /** Moves everything that was written to the spool. */
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
