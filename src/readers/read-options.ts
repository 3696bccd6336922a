/** The options of reading files, checked before anything is read. */
import type { OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import type { DocumentId } from '../index.ts'
import { FIND_OPTIONS, type FindOptions, type InputFile } from './find-files.ts'
import { anchorStyles } from './heading-anchors.ts'
import type { Skip } from './skip.ts'
import type { PageOptions } from './source.ts'
import type { SourceError } from './source-error.ts'

/** Where a document comes from. */
export interface Origin {
  /** The path of the file. */
  file: string
  /** The line that it starts on, from 1. */
  line: number
}

/**
 * A function that returns the fields of a document, changed or not, or `undefined` to leave the document out.
 *
 * @example
 * const transform: Transform = fields => (fields.private ? undefined : { ...fields, section: String(fields.section).toLowerCase() })
 */
export type Transform = (fields: Record<string, unknown>, origin: Origin) => Record<string, unknown> | undefined

/**
 * The options of `readDocuments()`. None of them is needed.
 *
 * @example
 * readDocuments('content', { sections: true, exclude: 'brouillons' })
 */
export interface ReadOptions extends FindOptions, PageOptions {
  /** The field that identifies a document. Default: `'id'`. */
  idField?: string | undefined
  /** New names of fields: `{ title: 'titre', date: ['publication', 'date'] }`. Of several old names, the first that the document has is taken. Default: none. */
  mapping?: Readonly<Record<string, string | readonly string[]>> | undefined
  /** A function that changes the fields of each document, after `mapping`, or leaves it out by returning `undefined`. Default: none. */
  transform?: Transform | undefined
  /** Whether the first problem is thrown. `false` skips what cannot be read and reports it in `problems`. Default: `false`. */
  strict?: boolean | undefined
  /** A function that is called with each problem. Default: none. */
  onProblem?: ((problem: SourceError) => void) | undefined
  /** A function that is called with each page that is skipped on purpose: drafts, and pages that ask search engines to leave them out. Default: none. */
  onSkip?: ((skip: Skip) => void) | undefined
  /** A function that is called with the number of bytes of each piece that was read. For progress bars. Default: none. */
  onBytes?: ((bytes: number) => void) | undefined
  /**
   * A function that returns the documents of a file that has not changed, as a `Ledger` knows them, or `undefined` if the file must be read. The documents come with
   * `isUnchanged` and without fields. Default: every file is read.
   */
  unchangedDocuments?: ((file: InputFile) => readonly KnownDocument[] | undefined) | undefined
}

/** A document of a file that has not changed. */
export interface KnownDocument {
  /** Its id. */
  id: DocumentId
  /** The line that it starts on, from 1. */
  line: number
}

export const PAGE_OPTIONS: OptionNames<PageOptions> = { sections: 1, code: 1, anchors: 1, drafts: 1 }
export const READ_OPTIONS: OptionNames<ReadOptions> = {
  ...FIND_OPTIONS,
  ...PAGE_OPTIONS,
  idField: 1,
  mapping: 1,
  transform: 1,
  strict: 1,
  onProblem: 1,
  onSkip: 1,
  onBytes: 1,
  unchangedDocuments: 1,
}

/** Checks the values of the options, not their names. @throws InvalidOptionError */
export function checkReadOptions(options: ReadOptions): void {
  if (typeof options !== 'object' || options === null) {
    throw new InvalidOptionError('options', options, "an object such as { exclude: 'drafts' }")
  }
  checkGlobs('include', options.include)
  checkGlobs('exclude', options.exclude)
  for (const name of ['sections', 'code', 'drafts', 'follow', 'strict'] as const) {
    const value: unknown = options[name]
    if (value !== undefined && typeof value !== 'boolean') throw new InvalidOptionError(name, value, 'true or false')
  }
  for (const name of ['transform', 'onProblem', 'onSkip', 'onBytes', 'unchangedDocuments'] as const) {
    const value: unknown = options[name]
    if (value !== undefined && typeof value !== 'function') throw new InvalidOptionError(name, value, 'a function')
  }
  const { idField, mapping, anchors, languages } = options
  if (languages !== undefined && !(Array.isArray(languages) && languages.every(isName))) {
    throw new InvalidOptionError('languages', languages, "an array of language tags such as ['en', 'de']")
  }
  if (anchors !== undefined && !(anchorStyles as readonly unknown[]).includes(anchors)) {
    throw new InvalidOptionError('anchors', anchors, anchorStyles.map(style => `'${style}'`).join(', '))
  }
  if (idField !== undefined && !isName(idField)) throw new InvalidOptionError('idField', idField, 'a field name')
  if (mapping === undefined) return
  const allowed = "an object of field names such as { title: 'titre' }"
  if (typeof mapping !== 'object' || mapping === null) throw new InvalidOptionError('mapping', mapping, allowed)
  for (const [field, sources] of Object.entries(mapping)) {
    const wrong = isNames(sources) ? undefined : sources
    if (wrong !== undefined)
      throw new InvalidOptionError(`mapping.${field}`, wrong, 'a field name or an array of field names')
  }
}

function checkGlobs(option: string, value: unknown): void {
  if (value !== undefined && !isNames(value)) throw new InvalidOptionError(option, value, 'a glob or an array of globs')
}

/** @throws InvalidOptionError */
export function checkPaths(paths: unknown, option = 'paths'): void {
  if (isNames(paths)) return
  const found = Array.isArray(paths) ? (paths.find(path => !isName(path)) ?? []) : paths
  throw new InvalidOptionError(option, found, 'a file, a folder, a glob, or an array of them')
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 && value.every(isName) : isName(value)
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}
