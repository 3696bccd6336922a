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
  file: string
  /** From 1. */
  line: number
}

/** Changes the fields of a document, or leaves the document out by giving `undefined`. */
export type Transform = (fields: Record<string, unknown>, origin: Origin) => Record<string, unknown> | undefined

/** The options of `readDocuments()`. */
export interface ReadOptions extends FindOptions, PageOptions {
  /** The field that identifies a document. Default: `id`. */
  idField?: string | undefined
  /** Renames fields: `{ title: 'titre', date: ['publication', 'date'] }` takes the first of the fields on the right that the document has. */
  mapping?: Readonly<Record<string, string | readonly string[]>> | undefined
  /** The last word on a document, after `mapping`: other fields, or `undefined` to leave it out. */
  transform?: Transform | undefined
  /** Whether the first problem ends the reading by being thrown. Default: false; what can't be read is skipped and reported in `problems`. */
  strict?: boolean | undefined
  /** Called for each problem as it is found. */
  onProblem?: ((problem: SourceError) => void) | undefined
  /** Called for each page that is left out on purpose as it is found: drafts, and what asks not to be found. */
  onSkip?: ((skip: Skip) => void) | undefined
  /** Called with the number of bytes of each piece that was read. */
  onBytes?: ((bytes: number) => void) | undefined
  /** The documents of a file that need not be read, as a `Ledger` knows them; undefined for one that must be. They come as `isUnchanged`, without fields. */
  unchangedDocuments?: ((file: InputFile) => readonly KnownDocument[] | undefined) | undefined
}

/** A document of a file that need not be read. */
export interface KnownDocument {
  id: DocumentId
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
