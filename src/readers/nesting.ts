/**
 * How deep a text may be nested. Parsers recurse, or keep what is open in lists that they go through at each step, so a text that is nested without end
 * would take the stack or the time of the whole build.
 */
import { type ChildNode, type Document, DomHandler, type DomHandlerOptions } from 'domhandler'
import { Parser, type ParserOptions } from 'htmlparser2'
import { SourceError } from './source-error.ts'

/** Levels of data: of front matter, of JSON. Nothing that people write has a tenth of it. */
export const MOST_LEVELS = 200
/** Elements that stand inside one another. Browsers stop at 512, but old pages leave many elements open. */
const MOST_ELEMENTS = 4096

/** Something is nested deeper than `levels`. Whoever knows the file makes a `SourceError` of it. */
export class NestingError extends Error {
  override readonly name = 'NestingError'
  readonly levels: number

  constructor(levels: number) {
    super(`Nested deeper than ${levels} levels`)
    this.levels = levels
  }
}

/** `error` as what is wrong with a file, if it is about nesting; anything else as it is. */
export function asSourceError(error: unknown, file: string, line?: number): unknown {
  if (!(error instanceof NestingError)) return error
  return new SourceError(file, line, { kind: 'too-deep', levels: error.levels }, { cause: error })
}

/** Runs a check; what it finds is wrong with a file. @throws SourceError */
export function checkNesting(check: () => void, file: string, line: number): void {
  try {
    check()
  } catch (error) {
    throw asSourceError(error, file, line)
  }
}

/** Checks values that were read. Nothing recurses. @throws NestingError */
export function checkLevels(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  let level: object[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === MOST_LEVELS) throw new NestingError(MOST_LEVELS)
    const inner: object[] = []
    for (const container of level) {
      for (const member of Object.values(container)) {
        if (typeof member === 'object' && member !== null) inner.push(member)
      }
    }
    level = inner
  }
}

/**
 * Checks YAML and TOML before they are parsed: no more brackets are open at once, no line is indented below more others, starts more lists at once
 * (`- - -`) or, if dots make levels, has more parts in a key (`a.b.c`). Brackets in texts count as well, so it may see levels where there are none, but
 * not so many.
 *
 * @throws NestingError
 */
export function checkMarkup(text: string, { dots }: { dots: boolean }): void {
  let brackets = 0
  let parts = 0
  /** The indentations of the lines around. */
  const indents: number[] = []
  for (let at = 0; at <= text.length; at++) {
    if (at === 0 || text[at - 1] === '\n') {
      const start = at
      let marks = 0
      for (; ; at++) {
        const character = text[at]
        const isMark =
          (character === '-' || character === '?' || character === ':') && /[ \t\r\n]/.test(text[at + 1] ?? '\n')
        if (isMark) marks++
        else if (character !== ' ' && character !== '\t') break
      }
      const isBlank = at >= text.length || text[at] === '\n' || text[at] === '\r'
      if (!isBlank || marks > 0) {
        while ((indents.at(-1) ?? -1) >= at - start) indents.pop()
        indents.push(at - start)
      }
      if (indents.length + marks > MOST_LEVELS) throw new NestingError(MOST_LEVELS)
      parts = 0
    }
    const character = text[at]
    if (character === '[' || character === '{') brackets++
    else if (character === ']' || character === '}') brackets = Math.max(brackets - 1, 0)
    else if (character === '.' && dots) parts++
    else if (character === '=' || character === ',' || character === '#') parts = 0
    if (brackets > MOST_LEVELS || parts > MOST_LEVELS) throw new NestingError(MOST_LEVELS)
  }
}

/** Parses HTML or XML. Any text is HTML. @throws NestingError if elements stand inside one another without end */
export function parseElements(source: string, options: ParserOptions & DomHandlerOptions = {}): Document {
  const handler = new ShallowHandler(undefined, { withStartIndices: true, ...options })
  new Parser(handler, options).end(source)
  return handler.root
}

class ShallowHandler extends DomHandler {
  protected override addNode(node: ChildNode): void {
    super.addNode(node)
    if (this.tagStack.length > MOST_ELEMENTS) throw new NestingError(MOST_ELEMENTS)
  }
}
