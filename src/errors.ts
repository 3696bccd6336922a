/** The typed errors: every error Trouvaille throws on purpose is a `TrouvailleError` with a stable `code`. */

/** The stable codes, one per class. */
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
  | 'INVALID_EVALUATION_FILE'
  | 'REQUEST_FAILED'
  | 'MISSING_LANGUAGE'

/** What all of Trouvaille's errors have in common: a stable `code`, and a `cause` where there is one. */
export class TrouvailleError extends Error {
  override readonly name: string = 'TrouvailleError'
  readonly code: TrouvailleErrorCode

  constructor(code: TrouvailleErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** An option written by a programmer is wrong; `option` names it. */
export class InvalidOptionError extends TrouvailleError {
  override readonly name = 'InvalidOptionError'
  readonly option: string

  constructor(option: string, received: unknown, allowed: string) {
    super('INVALID_OPTION', `Option "${option}" is ${describe(received)}; allowed: ${allowed}.`)
    this.option = option
  }
}

/** A document with this id is already in the index, or twice in one batch. Nothing of the batch was kept. */
export class DuplicateIdError extends TrouvailleError {
  override readonly name = 'DuplicateIdError'
  readonly id: string | number

  constructor(id: string | number) {
    super(
      'DUPLICATE_ID',
      `A document with id ${describe(id)} is already there. Use replace() to change it, or give each document an id of its own.`,
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

/** The index changed since the page was made that a cursor follows. Ask for the first page again. */
export class StaleCursorError extends TrouvailleError {
  override readonly name = 'StaleCursorError'

  constructor() {
    super(
      'STALE_CURSOR',
      'The index changed since the page that "after" follows was made. Ask for the first page again.',
    )
  }
}

/** No document has this id. */
export class UnknownDocumentError extends TrouvailleError {
  override readonly name = 'UnknownDocumentError'
  readonly id: string | number

  constructor(id: string | number) {
    super('UNKNOWN_DOCUMENT', `No document has the id ${describe(id)}. has(id) tells beforehand.`)
    this.id = id
  }
}

/** A document lacks its id, or a field holds a value of the wrong type. Nothing of the batch was kept. */
export class InvalidDocumentError extends TrouvailleError {
  override readonly name = 'InvalidDocumentError'
  /** The field at fault, the id field included. */
  readonly field: string | undefined

  constructor(message: string, field?: string, options?: ErrorOptions) {
    super('INVALID_DOCUMENT', message, options)
    this.field = field
  }
}

/** The bytes are not those that were written; `section` and `offset` (in bytes from the start of the file) say where. */
export class CorruptIndexError extends TrouvailleError {
  override readonly name = 'CorruptIndexError'
  readonly section: string
  readonly offset: number

  constructor(section: string, offset: number, problem: string, options?: ErrorOptions) {
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

/** The server doesn't give parts of the file, and the whole is too long to be taken instead. */
export class RangeNotSupportedError extends TrouvailleError {
  override readonly name = 'RangeNotSupportedError'

  constructor(url: string, problem: string) {
    super(
      'RANGE_NOT_SUPPORTED',
      `${url} can't be read by ranges: ${problem}. Serve it by a server that answers Range requests with the bytes as they are, or load the whole file.`,
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

/** A request for a remote file got no answer, or one that is none: `status` is that of the answer, where there was one. */
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

/** @throws QueryAbortedError where the signal has fired */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new QueryAbortedError(signal.reason)
}

/** A value as an error message shows it: short, and telling strings from numbers. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (Array.isArray(value)) return 'an array'
  if (value === null) return 'null'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'function') return 'a function'
  return String(value)
}
