/** YAML front matter: between two lines `---`. */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { isRecord } from '../record.ts'
import { typeOfValue } from './problem.ts'
import { SourceError } from './source-error.ts'

export interface YamlFields {
  fields: Record<string, unknown>
  /** From 1, in the YAML. */
  lineOf(field: string): number | undefined
}

/** @param firstLine the line of the file that the YAML starts on @throws SourceError */
export function readYaml(text: string, file: string, firstLine: number): YamlFields {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' })
  const [error] = document.errors
  if (error !== undefined) {
    const { line, col: column } = lines.linePos(error.pos[0])
    throw new SourceError(file, firstLine - 1 + line, { kind: 'yaml', code: error.code, column }, { cause: error })
  }
  const fields = resolveAliases(() => document.toJS() ?? {}, file)
  if (!isRecord(fields))
    throw new SourceError(file, firstLine, { kind: 'front-matter-type', found: typeOfValue(fields) })
  const { contents } = document
  return {
    fields,
    lineOf(field) {
      const pair = isMap(contents)
        ? contents.items.find(({ key }) => isScalar(key) && String(key.value) === field)
        : undefined
      return isScalar(pair?.key) && pair.key.range ? lines.linePos(pair.key.range[0]).line : undefined
    },
  }
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
