/** YAML front matter: between two lines `---`. */
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import { isRecord } from '../record.ts'
import { checkMarkup, checkNesting } from './nesting.ts'
import { typeOfValue } from './problem.ts'
import { SourceError } from './source-error.ts'

export interface YamlFields {
  fields: Record<string, unknown>
  /** Numbers as written, by field. */
  written: Record<string, unknown>
  /** From 1, in the YAML. */
  lineOf(field: string): number | undefined
}

/** @param firstLine the line of the file that the YAML starts on @throws SourceError */
export function readYaml(text: string, file: string, firstLine: number): YamlFields {
  checkNesting(() => checkMarkup(text, { dots: false }), file, firstLine)
  const lines = new LineCounter()
  // To check unique keys, the package compares each with all others.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    uniqueKeys: false,
  })
  const [error] = document.errors
  if (error !== undefined) {
    const { line, col: column } = lines.linePos(error.pos[0])
    throw new SourceError(file, firstLine - 1 + line, { kind: 'yaml', code: error.code, column }, { cause: error })
  }
  checkKeys(document, lines, file, firstLine)
  const fields = resolveAliases(() => document.toJS() ?? {}, file)
  if (!isRecord(fields))
    throw new SourceError(file, firstLine, { kind: 'front-matter-type', found: typeOfValue(fields) })
  const { contents } = document
  return {
    fields,
    written: writtenNumbers(contents),
    lineOf(field) {
      const pair = isMap(contents)
        ? contents.items.find(({ key }) => isScalar(key) && String(key.value) === field)
        : undefined
      return isScalar(pair?.key) && pair.key.range ? lines.linePos(pair.key.range[0]).line : undefined
    },
  }
}

/** @throws SourceError for a duplicate key of a map */
function checkKeys(document: Document, lines: LineCounter, file: string, firstLine: number): void {
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        const value = isScalar(key) ? key.value : key
        if (seen.has(value)) {
          const { line, col: column } = lines.linePos(isScalar(key) ? (key.range?.[0] ?? 0) : 0)
          throw new SourceError(file, firstLine - 1 + line, { kind: 'yaml', code: 'DUPLICATE_KEY', column })
        }
        seen.add(value)
      }
    },
  })
}

/** Aliases without anchor, and those that grow without bound, are detected only when values are created. */
function resolveAliases(make: () => unknown, file: string): unknown {
  try {
    return make()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new SourceError(file, 1, { kind: 'yaml-alias', reason }, { cause })
  }
}

/** `code: 01000` and `version: 1.10`, which are the numbers 1000 and 1.1. */
function writtenNumbers(contents: unknown): Record<string, unknown> {
  const written: Record<string, unknown> = {}
  if (!isMap(contents)) return written
  const sourceOf = (node: unknown) => (isScalar(node) && typeof node.value === 'number' ? node.source : undefined)
  for (const { key, value } of contents.items) {
    if (!isScalar(key)) continue
    const source = isSeq(value)
      ? value.items.map(item => sourceOf(item) ?? (isScalar(item) ? item.value : undefined))
      : sourceOf(value)
    const isNumber = isSeq(value) ? value.items.some(item => sourceOf(item) !== undefined) : source !== undefined
    if (isNumber) written[String(key.value)] = source
  }
  return written
}
