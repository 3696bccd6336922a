/** What a build has no room for in memory, in a temporary file. Synchronous: it is written amid other work. */
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
    // Where the system lets an open file go nameless, nothing is left of it however the process ends. (Windows doesn't.)
    this.isUnlinked = tryUnlink(path)
  }

  /** All threads of a process have its open files: the number of one and how long it is are enough. */
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

/** A spool that another thread writes no more, to be read in this one. */
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

/** Removes a file if it is there. Returns whether it was. */
export function tryUnlink(path: string): boolean {
  try {
    unlinkSync(path)
    return true
  } catch {
    return false
  }
}

/** Writes all bytes at a place of a file, in as many goes as the system takes. */
export function writeAt(file: number, bytes: Uint8Array, offset: number): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(file, bytes, written, bytes.length - written, offset + written)
  }
}
