/** Line numbers of ascending offsets in a text. Each newline is counted once. */
export class LineCounter {
  private readonly text: string
  private line = 1
  private counted = 0
  /** The offset of the next newline, searched for once, because a minified text has none for megabytes. */
  private newline: number | undefined

  constructor(text: string) {
    this.text = text
  }

  /** The line of `offset`, from 1. Fast if offsets ascend. */
  lineAt(offset: number): number {
    if (offset < this.counted) {
      this.line = 1
      this.counted = 0
      this.newline = undefined
    }
    this.newline ??= this.text.indexOf('\n', this.counted)
    while (this.newline !== -1 && this.newline < offset) {
      this.line++
      this.counted = this.newline + 1
      this.newline = this.text.indexOf('\n', this.counted)
    }
    return this.line
  }

  /** The column of `offset`, from 1. */
  columnAt(offset: number): number {
    return offset - this.text.lastIndexOf('\n', offset - 1)
  }
}
