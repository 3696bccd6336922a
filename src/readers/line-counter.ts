/** Line numbers of ascending places in a text, each newline counted once. */
export class LineCounter {
  private readonly text: string
  private line = 1
  private counted = 0

  constructor(text: string) {
    this.text = text
  }

  /** The line, from 1, that `offset` stands on. Quick where offsets ascend. */
  lineAt(offset: number): number {
    if (offset < this.counted) {
      this.line = 1
      this.counted = 0
    }
    let newline = this.text.indexOf('\n', this.counted)
    while (newline !== -1 && newline < offset) {
      this.line++
      this.counted = newline + 1
      newline = this.text.indexOf('\n', this.counted)
    }
    return this.line
  }

  /** The column, from 1, that `offset` stands at. */
  columnAt(offset: number): number {
    return offset - this.text.lastIndexOf('\n', offset - 1)
  }
}
