/** The typed errors: every error Trouvaille throws on purpose is a `TrouvailleError` with a stable `code`. */

/** The stable codes, one for each class. */
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

/** The base class of Trouvaille's errors: a stable `code`, and the `cause` if there is one. */
export class TrouvailleError extends Error {
  override readonly name: string = 'TrouvailleError'
  readonly code: TrouvailleErrorCode

  constructor(code: TrouvailleErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** An argument or option of a call is unknown, or has a value that it cannot have. */
export class InvalidOptionError extends TrouvailleError {
  override readonly name = 'InvalidOptionError'
  /** The path of the option, such as `highlight.snippet`. */
  readonly option: string
  /** The value it was given. */
  readonly value: unknown
  /** What is allowed instead; for an unknown name, the known ones. */
  readonly allowed: string
  /** What the name is of, if a name is unknown: the option's own, or that of the field in `value`. */
  readonly unknown: 'option' | 'field' | undefined

  constructor(option: string, value: unknown, allowed: string, message?: string, unknown?: 'option' | 'field') {
    super('INVALID_OPTION', message ?? `Option "${option}" is ${describe(value)}; allowed: ${allowed}.`)
    this.option = option
    this.value = value
    this.allowed = allowed
    this.unknown = unknown
  }
}

/** The index, or the batch, already has a document with this id. No document of the batch was added. */
export class DuplicateIdError extends TrouvailleError {
  override readonly name = 'DuplicateIdError'
  readonly id: string | number

  constructor(id: string | number) {
    super(
      'DUPLICATE_ID',
      `The index already has a document with the id ${describe(id)}. Use replace() to change it, or give each document its own id.`,
    )
    this.id = id
  }
}

/** A file names a language or a stemmer that the reader does not have. The message says what to pass. */
export class MissingLanguageError extends TrouvailleError {
  override readonly name = 'MissingLanguageError'
  /** The name of the language in the file. */
  readonly language: string

  constructor(language: string, message: string) {
    super('MISSING_LANGUAGE', message)
    this.language = language
  }
}

/** A part of the library could not be loaded: the connection failed, or the site was redeployed and its old files are gone. Reload the page. */
export class ModuleLoadError extends TrouvailleError {
  override readonly name = 'ModuleLoadError'
  /** The part, such as `engine` or `highlights`. */
  readonly module: string

  constructor(module: string, options?: ErrorOptions) {
    super(
      'MODULE_NOT_LOADED',
      `The part "${module}" of trouvaille could not be loaded. If the site was redeployed, reload the page.`,
      options,
    )
    this.module = module
  }
}

/** The index changed after the page that a cursor follows. Search for the first page again. */
export class StaleCursorError extends TrouvailleError {
  override readonly name = 'StaleCursorError'

  constructor() {
    super(
      'STALE_CURSOR',
      'The index changed after the page that the cursor in "after" follows. Search for the first page again.',
    )
  }
}

/** No document has this id. */
export class UnknownDocumentError extends TrouvailleError {
  override readonly name = 'UnknownDocumentError'
  readonly id: string | number

  constructor(id: string | number) {
    super('UNKNOWN_DOCUMENT', `No document has the id ${describe(id)}. Check with has(id) first.`)
    this.id = id
  }
}

/** A document has no id, or a field has a value of the wrong type. No document of the batch was added. */
export class InvalidDocumentError extends TrouvailleError {
  override readonly name = 'InvalidDocumentError'
  /** The field at fault, the id field included. */
  readonly field: string | undefined

  constructor(message: string, field?: string, options?: ErrorOptions) {
    super('INVALID_DOCUMENT', message, options)
    this.field = field
  }
}

/** The bytes are not those that were written. `section` and `offset` say where. */
export class CorruptIndexError extends TrouvailleError {
  override readonly name = 'CorruptIndexError'
  /** A section of the file format, `header`, `body` (between sections) or `word list`. */
  readonly section: string
  /** In bytes: in the file without its checksums, or in what a packed part of it unpacks to. */
  readonly offset: number

  /** `problem` is for what a reader of the message can tell apart; that bytes which match their checksum make no sense is one problem. */
  constructor(section: string, offset: number, problem = 'the bytes are malformed', options?: ErrorOptions) {
    super(
      'CORRUPT_INDEX',
      `The index file is damaged: ${problem} (section "${section}", byte ${offset}). Build it again, or fetch it again.`,
      options,
    )
    this.section = section
    this.offset = offset
  }
}

/** The file was written in a format version that this reader doesn't know. */
export class UnsupportedVersionError extends TrouvailleError {
  override readonly name = 'UnsupportedVersionError'
  readonly found: number
  readonly oldest: number
  readonly newest: number

  constructor(found: number, oldest: number, newest: number) {
    super(
      'UNSUPPORTED_VERSION',
      `The index file has format version ${found}; this version of trouvaille reads ${oldest === newest ? `version ${newest}` : `versions ${oldest} to ${newest}`}. ${found > newest ? 'Update trouvaille' : 'Build the index again'}.`,
    )
    this.found = found
    this.oldest = oldest
    this.newest = newest
  }
}

/** The server does not serve ranges of the file, and the whole file is too large to be downloaded instead. */
export class RangeNotSupportedError extends TrouvailleError {
  override readonly name = 'RangeNotSupportedError'

  constructor(url: string, problem: string) {
    super(
      'RANGE_NOT_SUPPORTED',
      `${url} can't be read by ranges: ${problem}. Use a server that supports Range requests without compression, or load the whole file.`,
    )
  }
}

/** The remote file changed since it was opened. Open it again. */
export class StaleIndexError extends TrouvailleError {
  override readonly name = 'StaleIndexError'

  constructor(problem: string) {
    super('STALE_INDEX', `The remote index file changed since it was opened (${problem}). Open it again.`)
  }
}

/** A request for a remote file failed: no response, or one with an error status, which is in `status`. */
export class RequestFailedError extends TrouvailleError {
  override readonly name = 'RequestFailedError'
  readonly url: string
  readonly status: number | undefined

  constructor(url: string, status: number | undefined, problem: string, options?: ErrorOptions) {
    super('REQUEST_FAILED', `${url} can't be read: ${problem}.`, options)
    this.url = url
    this.status = status
  }
}

/** The caller's AbortSignal fired. */
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
