/** A temporary file for data of a build that does not fit in memory. Synchronous, because it is written in the middle of other work. */
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import type { SharedSpool, SpoolHandle } from './index/build/build-jobs.ts'
import type { Spool } from './index/build/index-builder.ts'

const CHUNK_LENGTH = 1 << 18

export class FileSpool implements SharedSpool {
  private readonly file: number
  private readonly path: string
  private readonly isUnlinked: boolean
  private length = 0

  constructor(path: string) {
    this.path = path
    this.file = openSync(path, 'wx+')
    // If the system allows an open file without a name (Windows does not), nothing remains of it, however the process ends.
    this.isUnlinked = tryUnlink(path)
  }

  /** All threads of a process share its open files: a file's number and length are enough. */
  get handle(): SpoolHandle {
    return { file: this.file, length: this.length }
  }

  write(bytes: Uint8Array): void {
    writeAt(this.file, bytes, this.length)
    this.length += bytes.length
  }

  chunks(start = 0): Generator<Uint8Array> {
    return chunksOf(this.file, start, this.length)
  }

  close(): void {
    closeSync(this.file)
    if (!this.isUnlinked) tryUnlink(this.path)
  }
}

/** Opens a spool that another thread has finished writing, to read it in this thread. */
export function openSpool({ file, length }: SpoolHandle): Spool {
  return {
    write() {
      throw new Error('A spool of another thread is only read.')
    },
    chunks: (start = 0) => chunksOf(file, start, length),
  }
}

function* chunksOf(file: number, start: number, end: number): Generator<Uint8Array> {
  const chunk = new Uint8Array(CHUNK_LENGTH)
  for (let at = start; at < end; ) {
    const length = readSync(file, chunk, 0, CHUNK_LENGTH, at)
    if (length === 0) throw new Error('A temporary file is shorter than it was.')
    at += length
    yield chunk.subarray(0, length)
  }
}

/** Removes a file if it exists. Returns whether it existed. */
export function tryUnlink(path: string): boolean {
  try {
    unlinkSync(path)
    return true
  } catch {
    return false
  }
}

/** Writes all bytes at a place of a file, in as many calls as the system needs. */
export function writeAt(file: number, bytes: Uint8Array, offset: number): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(file, bytes, written, bytes.length - written, offset + written)
  }
}
