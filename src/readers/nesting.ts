/**
 * Limits on nesting. Parsers recurse, or scan their open elements at each step, so an endlessly nested text would exhaust the stack or the time of the whole
 * build.
 */
import { type ChildNode, type Document, DomHandler, type DomHandlerOptions } from 'domhandler'
import { Parser, type ParserOptions } from 'htmlparser2'
import { SourceError } from './source-error.ts'

/** Levels of data in front matter and JSON. Real data has less than a tenth of this. */
export const MOST_LEVELS = 200
/** Nested elements. Browsers stop at 512, but old pages leave many elements open. */
const MOST_ELEMENTS = 4096

/** Something is nested deeper than `levels`. Code that knows the file converts it to a `SourceError`. */
export class NestingError extends Error {
  override readonly name = 'NestingError'
  readonly levels: number

  constructor(levels: number) {
    super(`Nested deeper than ${levels} levels`)
    this.levels = levels
  }
}

/** `error` as a problem of a file, if it is about nesting; any other error unchanged. */
export function asSourceError(error: unknown, file: string, line?: number): unknown {
  if (!(error instanceof NestingError)) return error
  return new SourceError(file, line, { kind: 'too-deep', levels: error.levels }, { cause: error })
}

/** Runs a check, and attributes its findings to a file. @throws SourceError */
export function checkNesting(check: () => void, file: string, line: number): void {
  try {
    check()
  } catch (error) {
    throw asSourceError(error, file, line)
  }
}

/** Checks parsed values. Nothing recurses. @throws NestingError */
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
 * Checks YAML and TOML before they are parsed: limits open brackets, nested indentations, lists that start on one line (`- - -`) and, if dots make levels, the
 * parts of a key (`a.b.c`). Brackets in texts count as well, so it may overestimate, but texts do not have that many.
 *
 * @throws NestingError
 */
export function checkMarkup(text: string, { dots }: { dots: boolean }): void {
  let brackets = 0
  let parts = 0
  /** The indentations of the enclosing lines. */
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

/** Parses HTML or XML. Any text is HTML. @throws NestingError if elements are nested too deeply */
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
