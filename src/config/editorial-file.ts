/** Reads a project's file of editorial rules (documents that come first for a query, or are never shown): JSON or YAML. */
import { readFile } from 'node:fs/promises'
import { parse, YAMLParseError } from 'yaml'
import { type Editorial, InvalidOptionError } from '../index.ts'
import type { YamlErrorCode } from '../readers/problem.ts'
import { SourceError } from '../readers/source-error.ts'
import { checkEditorial } from '../schema/editorial.ts'

/**
 * Reads the editorial rules.
 *
 * @throws SourceError if the file is neither JSON nor YAML; InvalidOptionError for invalid rules; errors of the file system
 */
export async function readEditorialFile(path: string): Promise<Editorial> {
  const editorial = parseYaml(await readFile(path, 'utf8'), path) ?? {}
  checkEditorial(editorial)
  return editorial as Editorial
}

/** JSON is YAML too. */
function parseYaml(text: string, path: string): unknown {
  try {
    return parse(text)
  } catch (cause) {
    if (!(cause instanceof YAMLParseError)) {
      throw new InvalidOptionError('editorial', path, 'a file in JSON or YAML', (cause as Error).message)
    }
    const { line, col: column } = cause.linePos?.[0] ?? { line: 1, col: 1 }
    throw new SourceError(path, line, { kind: 'yaml', code: cause.code as YamlErrorCode, column }, { cause })
  }
}
