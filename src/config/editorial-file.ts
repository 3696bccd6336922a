/** Reads a project's file of editorial rules (documents that come first for a query, or are never shown): JSON or YAML. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { type Editorial, InvalidOptionError } from '../index.ts'
import { checkEditorial } from '../schema/editorial.ts'

/**
 * Reads the editorial rules.
 *
 * @throws InvalidOptionError if the file is invalid; errors of the file system
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
    throw new InvalidOptionError('editorial', path, 'a file in JSON or YAML', (cause as Error).message)
  }
}
