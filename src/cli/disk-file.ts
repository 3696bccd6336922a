/** A file on disk as readers take it: UTF-8 and nothing else, in pieces. */
import { createReadStream } from 'node:fs'
import type { SourceFile } from '../readers/source.ts'
import { SourceError } from '../readers/source-error.ts'

/** What is wrong with a file for the system, by the system's code. */
export type SystemReason = (error: unknown) => string

/**
 * A file of the disk. Bytes that are no UTF-8 are a mistake and not to be guessed at: French texts in Windows-1252 would lose their accents
 * without a word. A byte order mark is passed over.
 */
export function diskFile(path: string, onBytes: (bytes: number) => void, reasonOf: SystemReason): SourceFile {
  return {
    name: path,
    async *chunks() {
      const decoder = new TextDecoder('utf-8', { fatal: true })
      let line = 1
      const decode = (bytes: Uint8Array | undefined): string => {
        try {
          return decoder.decode(bytes, { stream: bytes !== undefined })
        } catch (cause) {
          throw new SourceError(
            path,
            line + (bytes === undefined ? 0 : linesBeforeMistake(bytes)),
            { kind: 'not-utf8' },
            { cause },
          )
        }
      }
      for await (const bytes of bytesOf(path, reasonOf)) {
        const text = decode(bytes)
        line += countNewlines(text)
        onBytes(bytes.length)
        yield text
      }
      yield decode(undefined)
    },
  }
}

async function* bytesOf(path: string, reasonOf: SystemReason): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of createReadStream(path)) yield bytes as Uint8Array
  } catch (cause) {
    throw new SourceError(path, undefined, { kind: 'unreadable', reason: reasonOf(cause) }, { cause })
  }
}

function countNewlines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** How many line ends stand before the first sequence of bytes that is no UTF-8. */
function linesBeforeMistake(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes)
  return countNewlines(text.slice(0, Math.max(text.indexOf('\ufffd'), 0)))
}
