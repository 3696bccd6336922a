/**
 * Front matter, between two marks at the start of a text (`---` for YAML, `+++` for TOML, `;;;` for JSON, or a JSON object without marks), as fields with their
 * lines.
 */
import { isRecord } from '../record.ts'
import { parseJson } from './json-parse.ts'
import { firstValueEnd, JsonMistake } from './json-scan.ts'
import { typeOfValue } from './problem.ts'
import { SourceError } from './source-error.ts'
import { readToml } from './toml.ts'
import { readYaml } from './yaml.ts'

export interface FrontMatter {
  fields: Record<string, unknown>
  /** Numbers as written (`01000`, `1.10`), by field, because as text they differ from the parsed number. */
  written: Readonly<Record<string, unknown>>
  /** What follows. */
  body: string
  bodyLine: number
  lineOf(field: string): number | undefined
}

interface Marks {
  opened: RegExp
  /** The end mark, at the start of a line. YAML 1.2 also ends a document with `...`; Pandoc and Jekyll allow it here. */
  closed: RegExp
  read(text: string, file: string, firstLine: number): Pick<FrontMatter, 'fields' | 'written' | 'lineOf'>
}

const MARKS: readonly Marks[] = [
  { opened: /^---[ \t]*\r?\n/, closed: /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m, read: readYaml },
  { opened: /^---[ \t]*ya?ml[ \t]*\r?\n/, closed: /^---[ \t]*(?:\r?\n|$)/m, read: readYaml },
  { opened: /^---[ \t]*json[ \t]*\r?\n/, closed: /^---[ \t]*(?:\r?\n|$)/m, read: readJson },
  { opened: /^---[ \t]*toml[ \t]*\r?\n/, closed: /^---[ \t]*(?:\r?\n|$)/m, read: readToml },
  { opened: /^\+\+\+[ \t]*\r?\n/, closed: /^\+\+\+[ \t]*(?:\r?\n|$)/m, read: readToml },
  { opened: /^;;;[ \t]*\r?\n/, closed: /^;;;[ \t]*(?:\r?\n|$)/m, read: readJson },
]

/** In UTF-16 units. */
const MOST = 2 ** 20

/** Separates a text from its front matter. @throws SourceError */
export function readFrontMatter(text: string, file: string): FrontMatter {
  const marks = MARKS.find(({ opened }) => opened.test(text))
  if (marks === undefined) return readObject(text, file)
  const [line] = marks.opened.exec(text) ?? ['']
  const rest = text.slice(line.length)
  const found = marks.closed.exec(rest)
  if (found === null) throw new SourceError(file, 1, { kind: 'front-matter-open', mark: line.trim().slice(0, 3) })
  if (found.index > MOST) throw new SourceError(file, 1, { kind: 'front-matter-large', most: MOST })
  // The mark's own line comes first.
  const { fields, written, lineOf } = marks.read(rest.slice(0, found.index), file, 2)
  const end = line.length + found.index + found[0].length
  return {
    fields,
    written,
    body: text.slice(end),
    bodyLine: text.slice(0, end).split('\n').length,
    lineOf(field) {
      const line = lineOf(field)
      return line === undefined ? undefined : line + 1
    },
  }
}

/** Hugo accepts a JSON object without marks. Other texts that start with a brace have no front matter. */
function readObject(text: string, file: string): FrontMatter {
  const none = { fields: {}, written: {}, body: text, bodyLine: 1, lineOf: () => undefined }
  if (!/^\{\s*"/.test(text)) return none
  try {
    const end = firstValueEnd(text)
    if (!/^[ \t]*(?:\r?\n|$)/.test(text.slice(end, end + 100))) return none
    const { fields, written, lineOf } = readJson(text.slice(0, end), file, 1)
    return { fields, written, body: text.slice(end), bodyLine: text.slice(0, end).split('\n').length, lineOf }
  } catch (error) {
    if (error instanceof JsonMistake || error instanceof SourceError) return none
    throw error
  }
}

function readJson(text: string, file: string, firstLine: number): Pick<FrontMatter, 'fields' | 'written' | 'lineOf'> {
  const fields = parseJson(text, file, firstLine)
  if (!isRecord(fields))
    throw new SourceError(file, firstLine, { kind: 'front-matter-type', found: typeOfValue(fields) })
  const lineOf = (field: string) => {
    const at = text.indexOf(JSON.stringify(field))
    return at === -1 ? undefined : text.slice(0, at).split('\n').length
  }
  return { fields, written: {}, lineOf }
}
