/** Assembles the text of PDF pages from their painted pieces: lines, paragraphs and hyphenated words, without running heads. */

/** A piece of text from pdfjs-dist. */
export interface PdfItem {
  str: string
  /** Whether a line ends after it. */
  hasEOL: boolean
  height: number
  /** The last two are its position. */
  transform: readonly number[]
}

interface Line {
  text: string
  /** Its position, from the bottom of the page. */
  y: number
  height: number
}

/** The text of each page. */
export function textOfPages(pages: readonly (readonly PdfItem[])[]): string[] {
  const lines = pages.map(linesOf)
  const heads = runningHeads(lines)
  return lines.map(page => paragraphs(page.filter((line, i) => !isAtEdge(page, i) || !heads.has(shapeOf(line.text)))))
}

function linesOf(items: readonly PdfItem[]): Line[] {
  const lines: Line[] = []
  let text = ''
  let height = 0
  let y = 0
  const end = () => {
    const clean = text.replace(/\s+/g, ' ').trim()
    if (clean !== '') lines.push({ text: clean, y, height })
    text = ''
    height = 0
  }
  for (const item of items) {
    if (text === '') y = item.transform[5]
    // Text at another height is another line, whether the file says so or not.
    else if (item.str.trim() !== '' && Math.abs(item.transform[5] - y) > Math.max(height, item.height) * 0.8) end()
    if (text === '') y = item.transform[5]
    text += item.str
    height = Math.max(height, item.height)
    if (item.hasEOL) end()
  }
  end()
  return lines
}

/** How many lines at the top and the bottom of a page may be running heads. */
const EDGE = 2

function isAtEdge(page: readonly Line[], i: number): boolean {
  return i < EDGE || i >= page.length - EDGE
}

/** Page numbers differ. */
function shapeOf(text: string): string {
  return text.replace(/\d+/g, '0')
}

/** Lines at the edge of most pages are not part of their text. */
function runningHeads(pages: readonly (readonly Line[])[]): Set<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const shape of new Set(page.filter((_, i) => isAtEdge(page, i)).map(({ text }) => shapeOf(text)))) {
      counts.set(shape, (counts.get(shape) ?? 0) + 1)
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 3 && 2 * count > pages.length).map(([shape]) => shape))
}

/** Lines after a gap, or of another size, start a paragraph. */
function paragraphs(lines: readonly Line[]): string {
  let text = ''
  let before: Line | undefined
  for (const line of lines) {
    if (before === undefined) text = line.text
    else if (isNewParagraph(before, line)) text += `\n\n${line.text}`
    else if (/\p{L}[-\u00ad]$/u.test(text) && /^\p{Ll}/u.test(line.text)) text = text.slice(0, -1) + line.text
    else text += ` ${line.text}`
    before = line
  }
  return text
}

function isNewParagraph(before: Line, line: Line): boolean {
  const gap = before.y - line.y
  const height = Math.max(before.height, line.height, 1)
  return gap > 1.8 * height || gap < 0 || Math.abs(before.height - line.height) > 0.25 * height
}
