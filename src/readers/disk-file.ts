/** A file on disk for readers: its text, in pieces. */
import { createReadStream } from 'node:fs'
import { checkOptions, type OptionNames } from '../check-options.ts'
import { type DeclaredEncoding, decode } from './decode.ts'
import type { SourceFile } from './source.ts'
import { SourceError } from './source-error.ts'

export interface DiskFileOptions {
  /** The path below the folder that the file was found in. */
  path?: string | undefined
  /** The address of the page that the file is a copy of. */
  url?: string | undefined
  /** Told how many bytes were read, again and again. */
  onBytes?: ((bytes: number) => void) | undefined
  declaredEncoding?: DeclaredEncoding | undefined
  /** Given if a file that is not UTF-8 may be read as Windows-1252; called if it is. */
  onWindows1252?: (() => void) | undefined
}

const FILE_OPTIONS: OptionNames<DiskFileOptions> = {
  path: 1,
  url: 1,
  onBytes: 1,
  declaredEncoding: 1,
  onWindows1252: 1,
}

/** A file of the disk; `name` is where it is. It is open only while it is read. */
export function diskFile(name: string, options: DiskFileOptions = {}): SourceFile {
  checkOptions(options, FILE_OPTIONS)
  const { path, url, onBytes, declaredEncoding, onWindows1252 } = options
  return {
    name,
    ...(path !== undefined && { path }),
    ...(url !== undefined && { url }),
    chunks: () => decode(name, bytesOf(name, onBytes), declaredEncoding, onWindows1252),
    async bytes() {
      const chunks: Uint8Array[] = []
      for await (const chunk of bytesOf(name, onBytes)) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
  }
}

async function* bytesOf(name: string, onBytes: ((bytes: number) => void) | undefined): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of createReadStream(name)) {
      onBytes?.((bytes as Uint8Array).length)
      yield bytes as Uint8Array
    }
  } catch (cause) {
    throw unreadable(name, cause)
  }
}

/** The error for a file that the file system cannot read. */
export function unreadable(name: string, cause: unknown): SourceError {
  const { code = String(cause) } = cause as NodeJS.ErrnoException
  return new SourceError(name, undefined, { kind: 'unreadable', code }, { cause })
}
