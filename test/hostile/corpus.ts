/** Every failure that was found, kept as a file: indexes under checksums that fit, and texts as what they are made of. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'

export interface CorpusIndex {
  name: string
  file: Uint8Array
}

/** In `folder`, the corpus, files `.trv`; those that are long are packed (`.trv.br`). */
export function corpusIndexes(folder: string): CorpusIndex[] {
  const names = readdirSync(join(folder, 'indexes')).filter(name => /\.trv(?:\.br)?$/.test(name))
  return names.sort().map(name => {
    const bytes = readFileSync(join(folder, 'indexes', name))
    const file = name.endsWith('.br') ? brotliDecompressSync(bytes) : bytes
    return { name: name.replace(/\.trv(?:\.br)?$/, ''), file: new Uint8Array(file) }
  })
}

/** A file for the readers that did harm. */
export interface CorpusText {
  name: string
  /** What it did. */
  found: string
  /** How the file is called. */
  file: string
  content(): Uint8Array
  /** What is to become of it: so many documents, and these kinds of problems (one of these, if it takes a thread). */
  documents: number
  problems: readonly string[]
  /** Whether it takes a thread of its own to contain it, which only the built library has. Then the program says this of it, and it may take a minute. */
  isContained: boolean
  said?: { en: string; fr: string }
  isSlow?: boolean
}

/** A text, or one that is there again and again (`{i}` is how often it was there), packed with zlib, or files in a ZIP. */
type Piece = string | { repeat: Pieces; times: number } | { deflate: Pieces } | { zip: Record<string, Pieces> }
type Pieces = string | readonly Piece[]

/** Texts are JSON: `pieces` says what they are made of. */
export function corpusTexts(folder: string): CorpusText[] {
  const names = readdirSync(join(folder, 'texts')).filter(name => name.endsWith('.json'))
  return names.sort().map(name => {
    const { pieces, ...text } = JSON.parse(readFileSync(join(folder, 'texts', name), 'utf8')) as Omit<
      CorpusText,
      'name' | 'content'
    > & { pieces: Pieces }
    const { isContained = /\.(?:pdf|docx|odt)$/.test(text.file) } = text
    return { ...text, name: name.slice(0, -'.json'.length), content: () => bytesOf(pieces), isContained }
  })
}

function bytesOf(pieces: Pieces): Buffer {
  return Buffer.concat((typeof pieces === 'string' ? [pieces] : pieces).map(bytesOfPiece))
}

function bytesOfPiece(piece: Piece): Uint8Array {
  if (typeof piece === 'string') return Buffer.from(piece)
  if ('deflate' in piece) return deflateSync(bytesOf(piece.deflate), { level: 9 })
  if ('zip' in piece) {
    const files = Object.entries(piece.zip).map(([name, pieces]): [string, Uint8Array] => [name, bytesOf(pieces)])
    return zipSync(Object.fromEntries(files), { level: 9 })
  }
  const one = bytesOf(piece.repeat).toString()
  const all = one.includes('{i}') ? Array.from({ length: piece.times }, (_, i) => one.replaceAll('{i}', String(i))) : []
  return Buffer.from(all.length > 0 ? all.join('') : one.repeat(piece.times))
}
