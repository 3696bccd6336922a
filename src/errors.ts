/** The typed errors: every error Trouvaille throws on purpose is a `TrouvailleError` with a stable `code`. */

/** The codes of errors, one for each class. They stay the same from version to version: compare `error.code`, not the message. */
export type TrouvailleErrorCode =
  | 'INVALID_OPTION'
  | 'DUPLICATE_ID'
  | 'UNKNOWN_DOCUMENT'
  | 'INVALID_DOCUMENT'
  | 'CORRUPT_INDEX'
  | 'UNSUPPORTED_VERSION'
  | 'RANGE_NOT_SUPPORTED'
  | 'STALE_INDEX'
  | 'STALE_CURSOR'
  | 'QUERY_ABORTED'
  | 'INVALID_SOURCE'
  | 'INVALID_EVALUATION_FILE'
  | 'REQUEST_FAILED'
  | 'MISSING_LANGUAGE'
  | 'MODULE_NOT_LOADED'
  | 'INCOMPLETE_ANSWER'
  | 'UNSUPPORTED_SERVER'
  | 'INDEX_MISMATCH'
  | 'CLUSTER_REQUEST'

/**
 * The base class of the errors that Trouvaille throws on purpose. `code` says which error it is, `message` what to do; `cause` is the error below it, if there is
 * one.
 *
 * @example
 * try {
 *   await index.search(query)
 * } catch (error) {
 *   if (error instanceof TrouvailleError && error.code === 'REQUEST_FAILED') show('La recherche ne répond pas.')
 *   else throw error
 * }
 */
export class TrouvailleError extends Error {
  override readonly name: string = 'TrouvailleError'
  /** Which error it is. Stable from version to version. */
  readonly code: TrouvailleErrorCode

  constructor(code: TrouvailleErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Thrown if an argument or option of a call is unknown or has a wrong value. Correct the call: the message says what is allowed. Code: `INVALID_OPTION`. */
export class InvalidOptionError extends TrouvailleError {
  override readonly name = 'InvalidOptionError'
  /** The path of the option, such as `highlight.snippet`. */
  readonly option: string
  /** The value that it was given. */
  readonly value: unknown
  /** What is allowed instead; for an unknown name, the known ones. */
  readonly allowed: string
  /** If a name is unknown: whether it is the name of the option, or that of a field, which is in `value`. */
  readonly unknown: 'option' | 'field' | undefined

  constructor(option: string, value: unknown, allowed: string, message?: string, unknown?: 'option' | 'field') {
    super('INVALID_OPTION', message ?? `Option "${option}" is ${describe(value)}. Expected ${allowed}.`)
    this.option = option
    this.value = value
    this.allowed = allowed
    this.unknown = unknown
  }
}

/**
 * Thrown if the index, or the documents that are added together, already have a document with this id. None of them was added. Use `replace()` to change a
 * document. Code: `DUPLICATE_ID`.
 */
export class DuplicateIdError extends TrouvailleError {
  override readonly name = 'DuplicateIdError'
  /** The id that two documents have. */
  readonly id: string | number

  constructor(id: string | number) {
    super(
      'DUPLICATE_ID',
      `The index already has a document with the id ${describe(id)}. Use replace() to change it, or give each document its own id.`,
    )
    this.id = id
  }
}

/**
 * Thrown if an index was made with a language or a stemmer of your own that the reader was not given. Pass it in `language`, `languages` or `stemmers`; the message
 * names it. Code: `MISSING_LANGUAGE`.
 */
export class MissingLanguageError extends TrouvailleError {
  override readonly name = 'MissingLanguageError'
  /** The name of the language in the file. */
  readonly language: string

  constructor(language: string, message: string) {
    super('MISSING_LANGUAGE', message)
    this.language = language
  }
}

/**
 * Thrown if a part of the library could not be loaded: the connection failed, or the site was redeployed and its old files are gone. Offer to reload the page.
 * Code: `MODULE_NOT_LOADED`.
 */
export class ModuleLoadError extends TrouvailleError {
  override readonly name = 'ModuleLoadError'
  /** The part, such as `engine` or `highlights`. */
  readonly module: string

  constructor(module: string, options?: ErrorOptions) {
    super(
      'MODULE_NOT_LOADED',
      `Trouvaille could not load its module "${module}". Check the connection. If the site was redeployed, reload the page.`,
      options,
    )
    this.module = module
  }
}

/** Thrown if the index changed since the page that the cursor in `after` comes from. Search for the first page again. Code: `STALE_CURSOR`. */
export class StaleCursorError extends TrouvailleError {
  override readonly name = 'StaleCursorError'

  constructor() {
    super('STALE_CURSOR', 'The index has changed since the page that "after" continues. Request the first page again.')
  }
}

/** Thrown if no document has the id. Check with `has(id)` first. Code: `UNKNOWN_DOCUMENT`. */
export class UnknownDocumentError extends TrouvailleError {
  override readonly name = 'UnknownDocumentError'
  /** The id that no document has. */
  readonly id: string | number

  constructor(id: string | number) {
    super('UNKNOWN_DOCUMENT', `No document has the id ${describe(id)}. Check with has(id) first.`)
    this.id = id
  }
}

/**
 * Thrown if a document has no id, or a field has a value of the wrong type. None of the documents that are added together was added. Code: `INVALID_DOCUMENT`.
 */
export class InvalidDocumentError extends TrouvailleError {
  override readonly name = 'InvalidDocumentError'
  /** The name of the field at fault, which may be the id field; `undefined` if the document as a whole is wrong. */
  readonly field: string | undefined

  constructor(message: string, field?: string, options?: ErrorOptions) {
    super('INVALID_DOCUMENT', message, options)
    this.field = field
  }
}

/**
 * Thrown if the bytes of an index are damaged: cut short, changed on the way, or not an index at all. Fetch or build the file again. Bytes are checked when they are
 * read, so a query may throw it after the file was opened; `verify()` checks all of them. Code: `CORRUPT_INDEX`.
 */
export class CorruptIndexError extends TrouvailleError {
  override readonly name = 'CorruptIndexError'
  /** The damaged section of the file format, or `header`, `body` (between sections) or `word list`. */
  readonly section: string
  /** Where, in bytes: in the file without its checksums, or in the unpacked data of a compressed part. */
  readonly offset: number

  /** `problem` is for what a reader of the message can tell apart; that bytes which match their checksum make no sense is one problem. */
  constructor(section: string, offset: number, problem = 'the bytes are malformed', options?: ErrorOptions) {
    super(
      'CORRUPT_INDEX',
      `The index file is damaged: ${problem} (section "${section}", byte ${offset}). Rebuild the file or download it again.`,
      options,
    )
    this.section = section
    this.offset = offset
  }
}

/**
 * Thrown if a file has a format version that this version of the library does not read. Build the index again, or update the library if the file is newer. Code:
 * `UNSUPPORTED_VERSION`.
 */
export class UnsupportedVersionError extends TrouvailleError {
  override readonly name = 'UnsupportedVersionError'
  /** The format version of the file. */
  readonly found: number
  /** The oldest version that this library reads. */
  readonly oldest: number
  /** The newest version that this library reads. */
  readonly newest: number

  constructor(found: number, oldest: number, newest: number) {
    super(
      'UNSUPPORTED_VERSION',
      `The index file has format version ${found}; this version of trouvaille reads ${oldest === newest ? `version ${newest}` : `versions ${oldest} to ${newest}`}. ${found > newest ? 'Update trouvaille' : 'Rebuild the index'}.`,
    )
    this.found = found
    this.oldest = oldest
    this.newest = newest
  }
}

/**
 * Thrown if the server does not serve ranges of the file, and the file is too large to be downloaded whole instead. Let the server answer `Range` requests, without
 * compressing the file, or open it with `load: 'whole'`. Code: `RANGE_NOT_SUPPORTED`.
 */
export class RangeNotSupportedError extends TrouvailleError {
  override readonly name = 'RangeNotSupportedError'

  constructor(url: string, problem: string) {
    super(
      'RANGE_NOT_SUPPORTED',
      `Cannot read ranges of ${url}: ${problem}. Use a server that answers Range requests without compression, or load the whole file.`,
    )
  }
}

/**
 * Thrown if a file is not the one that was opened: it was replaced while a query read it, and once more when the query was repeated. Search again, or call
 * `reopen()` after a deployment. Also thrown by `updateIndexFile()` if the file is not the one that `hash` names. Code: `STALE_INDEX`.
 */
export class StaleIndexError extends TrouvailleError {
  override readonly name = 'StaleIndexError'

  constructor(problem: string) {
    super('STALE_INDEX', `The index file has changed since it was opened (${problem}). Open it again.`)
  }
}

/** Thrown if a request for a file failed: no response came, or one with an error status. The next query tries again. Code: `REQUEST_FAILED`. */
export class RequestFailedError extends TrouvailleError {
  override readonly name = 'RequestFailedError'
  /** The address that was requested. */
  readonly url: string
  /** The HTTP status of the response; `undefined` if there was none. */
  readonly status: number | undefined

  constructor(url: string, status: number | undefined, problem: string, options?: ErrorOptions) {
    super('REQUEST_FAILED', `The request to ${url} failed: ${problem}.`, options)
    this.url = url
    this.status = status
  }
}

/** Thrown if the `signal` of a call fired. Usually nothing is to be done: the query was replaced by a newer one. Code: `QUERY_ABORTED`. */
export class QueryAbortedError extends TrouvailleError {
  override readonly name = 'QueryAbortedError'

  constructor(reason?: unknown) {
    super('QUERY_ABORTED', 'The operation was aborted by its signal.', { cause: reason })
  }
}

/** @throws QueryAbortedError if the signal has fired */
export function throwIfAborted(signal: { readonly aborted: boolean; readonly reason?: unknown } | undefined): void {
  if (signal?.aborted) throw new QueryAbortedError(signal.reason)
}

/** A value as error messages show it: short, strings in quotes. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (Array.isArray(value)) return 'an array'
  if (value === null) return 'null'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'function') return 'a function'
  return String(value)
}
