/** Front matter: the lines between two marks at the head of a text, `---` for YAML and `+++` for TOML, as fields with their lines. */
import { SourceError } from './source-error.ts'
import { readToml } from './toml.ts'
import { readYaml } from './yaml.ts'

export interface FrontMatter {
  fields: Record<string, unknown>
  /** What follows. */
  body: string
  bodyLine: number
  lineOf(field: string): number | undefined
}

/** YAML 1.2 ends a document with `...` too; Pandoc and Jekyll allow it here. */
const YAML = /^---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m
const TOML = /^\+\+\+[ \t]*\r?\n([\s\S]*?)^\+\+\+[ \t]*(?:\r?\n|$)/m
const OPENED = /^(---|\+\+\+)[ \t]*\r?\n/

/** Parts a text from its front matter. @throws SourceError */
export function readFrontMatter(text: string, file: string): FrontMatter {
  const opened = OPENED.exec(text)
  if (opened === null) return { fields: {}, body: text, bodyLine: 1, lineOf: () => undefined }
  const [, mark] = opened
  const isYaml = mark === '---'
  const found = (isYaml ? YAML : TOML).exec(text)
  if (found === null) throw new SourceError(file, 1, { kind: 'front-matter-open', mark })
  const [whole, inner] = found
  // The mark's own line comes first.
  const { fields, lineOf } = (isYaml ? readYaml : readToml)(inner, file, 2)
  return {
    fields,
    body: text.slice(whole.length),
    bodyLine: whole.split('\n').length,
    lineOf(field) {
      const line = lineOf(field)
      return line === undefined ? undefined : line + 1
    },
  }
}
