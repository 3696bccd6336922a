/** The file of a project in which editors say which documents come first for a query, and which are never shown: JSON or YAML. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { type Editorial, InvalidOptionError } from '../index.ts'
import { checkEditorial } from '../schema/editorial.ts'

/**
 * Reads the decisions of editors.
 *
 * @throws InvalidOptionError that names the file, if it is not as it should be; what the file system throws
 */
export async function readEditorialFile(path: string): Promise<Editorial> {
  const text = await readFile(path, 'utf8')
  let editorial: unknown
  try {
    // JSON is YAML, too.
    editorial = parse(text) ?? {}
    checkEditorial(editorial)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new InvalidOptionError('editorial', path, 'a file of decisions', reason)
  }
  return editorial as Editorial
}
