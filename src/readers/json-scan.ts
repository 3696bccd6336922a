/**
 * Locates things in a JSON text: its documents, their fields, and the first mistake. `JSON.parse` is faster but reports no positions.
 *
 * Grammar: RFC 8259. Nothing recurses, so depth costs no stack.
 */

/** The text is cut off or invalid at `offset`. */
export class JsonMistake extends Error {
  readonly offset: number

  constructor(offset: number) {
    super(`JSON mistake at ${offset}`)
    this.offset = offset
  }
}

/** The offsets of the documents of a text: the elements of an array, or the single value. @throws JsonMistake */
export function documentOffsets(text: string): number[] {
  const start = skipSpace(text, 0)
  const offsets: number[] = []
  const end = text[start] === '[' ? eachElement(text, start, offset => offsets.push(offset)) : skipValue(text, start)
  if (offsets.length === 0 && text[start] !== '[') offsets.push(start)
  const rest = skipSpace(text, end)
  if (rest < text.length) throw new JsonMistake(rest)
  return offsets
}

/** The end of the first value of a text. @throws JsonMistake */
export function firstValueEnd(text: string): number {
  return skipValue(text, skipSpace(text, 0))
}

/** The offset of a field's name in the object at `start`, or undefined. @throws JsonMistake */
export function fieldOffset(text: string, start: number, field: string): number | undefined {
  let found: number | undefined
  if (text[start] === '{') {
    eachMember(text, start, (offset, end) => {
      if (JSON.parse(text.slice(offset, end)) === field) found = offset
    })
  }
  return found
}

function eachElement(text: string, start: number, visit: (offset: number) => void): number {
  let at = skipSpace(text, start + 1)
  if (text[at] === ']') return at + 1
  for (;;) {
    visit(at)
    at = skipSpace(text, skipValue(text, at))
    if (text[at] === ']') return at + 1
    at = skipSpace(text, expect(text, at, ','))
  }
}

function eachMember(text: string, start: number, visit: (offset: number, end: number) => void): number {
  let at = skipSpace(text, start + 1)
  if (text[at] === '}') return at + 1
  for (;;) {
    const end = skipString(text, at)
    visit(at, end)
    at = expect(text, skipSpace(text, end), ':')
    at = skipSpace(text, skipValue(text, skipSpace(text, at)))
    if (text[at] === '}') return at + 1
    at = skipSpace(text, expect(text, at, ','))
  }
}

/** Skips the value at `start`, whatever its depth. */
function skipValue(text: string, start: number): number {
  /** The closing signs of the open arrays and objects. */
  const closers: string[] = []
  let at = start
  for (;;) {
    const opener = text[at]
    if (opener === '[' || opener === '{') {
      const closer = opener === '[' ? ']' : '}'
      at = skipSpace(text, at + 1)
      if (text[at] !== closer) {
        closers.push(closer)
        at = skipKey(text, at, closer)
        continue
      }
      at++
    } else {
      at = skipScalar(text, at)
    }
    for (;;) {
      const closer = closers.at(-1)
      if (closer === undefined) return at
      at = skipSpace(text, at)
      if (text[at] !== closer) {
        at = skipKey(text, skipSpace(text, expect(text, at, ',')), closer)
        break
      }
      closers.pop()
      at++
    }
  }
}

/** In an object, skips `"name":` up to the value. */
function skipKey(text: string, at: number, closer: string): number {
  if (closer === ']') return at
  return skipSpace(text, expect(text, skipSpace(text, skipString(text, at)), ':'))
}

const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

function skipScalar(text: string, at: number): number {
  if (text[at] === '"') return skipString(text, at)
  LITERAL.lastIndex = at
  if (!LITERAL.test(text)) throw new JsonMistake(at)
  return LITERAL.lastIndex
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

function skipString(text: string, start: number): number {
  let at = expect(text, start, '"')
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at + 1
    // NaN (the end of the text) is a mistake, like a control character.
    if (!(code >= 0x20)) throw new JsonMistake(at)
    if (code === 0x5c) {
      ESCAPE.lastIndex = at
      if (!ESCAPE.test(text)) throw new JsonMistake(at)
      at = ESCAPE.lastIndex
    } else {
      at++
    }
  }
}

function skipSpace(text: string, start: number): number {
  let at = start
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++
  return at
}

function expect(text: string, at: number, character: string): number {
  if (text[at] !== character) throw new JsonMistake(at)
  return at + 1
}
