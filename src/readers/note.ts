/** Notes on how a file was read, although it has no problem and was not skipped. */

/**
 * What a note says:
 *
 * - `windows-1252`: the file is not UTF-8; its bytes are French in Windows-1252, and were read so
 * - `endless-words`: words that no one writes, such as files in Base64, were taken out of its texts; `count` says how many
 */
export type NoteKind = 'windows-1252' | 'endless-words'

/** A note on how a file was read, although nothing is wrong with it. */
export class Note {
  /** The path of the file. */
  readonly file: string
  /** What the note says. */
  readonly kind: NoteKind
  /** How often it was so. */
  readonly count: number

  constructor(file: string, kind: NoteKind, count = 1) {
    this.file = file
    this.kind = kind
    this.count = count
  }
}
