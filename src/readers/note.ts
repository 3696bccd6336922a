/** Notes on how a file was read, although it has no problem and was not skipped. */

/**
 * - `windows-1252`: the file is not UTF-8; its bytes are French in Windows-1252, and were read so
 * - `endless-words`: words that no one writes, such as files in Base64, were taken out of its texts; `count` says how many
 */
export type NoteKind = 'windows-1252' | 'endless-words'

/** A note about a file. */
export class Note {
  readonly file: string
  readonly kind: NoteKind
  readonly count: number

  constructor(file: string, kind: NoteKind, count = 1) {
    this.file = file
    this.kind = kind
    this.count = count
  }
}
