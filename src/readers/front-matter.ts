/** YAML front matter: the lines between two `---` at the head of a text, as fields with their lines. */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { isObject } from './json.ts'
import { typeOfValue } from './problem.ts'
import { SourceError } from './source-error.ts'

export interface FrontMatter {
  fields: Record<string, unknown>
  /** What follows. */
  body: string
  bodyLine: number
  lineOf(field: string): number | undefined
}

/** YAML 1.2 ends a document with `...` too; Pandoc and Jekyll allow it here. */
const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m
const OPENED = /^---[ \t]*\r?\n/
const TOML_OPENED = /^\+\+\+[ \t]*\r?\n/

/** Parts a text from its front matter. @throws SourceError */
export function readFrontMatter(text: string, file: string): FrontMatter {
  if (TOML_OPENED.test(text)) throw new SourceError(file, 1, { kind: 'front-matter-toml' })
  if (!OPENED.test(text)) return { fields: {}, body: text, bodyLine: 1, lineOf: () => undefined }
  const found = FRONT_MATTER.exec(text)
  if (found === null) throw new SourceError(file, 1, { kind: 'front-matter-open' })
  const [whole, yaml] = found
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: 'error' })
  // The opening line comes before the YAML's first.
  const place = (offset: number) => ({ line: lines.linePos(offset).line + 1, column: lines.linePos(offset).col })
  const [error] = document.errors
  if (error !== undefined) {
    const { line, column } = place(error.pos[0])
    throw new SourceError(file, line, { kind: 'yaml', code: error.code, column }, { cause: error })
  }
  const fields = resolveAliases(() => document.toJS() ?? {}, file)
  if (!isObject(fields)) throw new SourceError(file, 2, { kind: 'front-matter-type', found: typeOfValue(fields) })
  const { contents } = document
  const lineOf = (field: string) => {
    const pair = isMap(contents)
      ? contents.items.find(({ key }) => isScalar(key) && String(key.value) === field)
      : undefined
    return isScalar(pair?.key) && pair.key.range ? place(pair.key.range[0]).line : undefined
  }
  return { fields, body: text.slice(whole.length), bodyLine: whole.split('\n').length, lineOf }
}

/** Aliases without anchor, and those that grow without bound, only show when values are made. */
function resolveAliases(make: () => unknown, file: string): unknown {
  try {
    return make()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new SourceError(file, 1, { kind: 'yaml-alias', reason }, { cause })
  }
}
