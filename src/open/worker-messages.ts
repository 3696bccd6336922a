/**
 * What a page and its worker send each other. Messages are arrays, not objects: the two may come from different builds of the library, and one build may have
 * shortened the names of properties.
 */
import {
  CorruptIndexError,
  InvalidOptionError,
  MissingLanguageError,
  ModuleLoadError,
  QueryAbortedError,
  RangeNotSupportedError,
  RequestFailedError,
  StaleCursorError,
  StaleIndexError,
  TrouvailleError,
  type TrouvailleErrorCode,
  UnknownDocumentError,
  UnsupportedVersionError,
} from '../errors.ts'
import type { Method } from './engine.ts'
import type { ModuleName } from './load-module.ts'

/** Messages to the worker. The page numbers indexes and calls. */
export type ToWorker =
  | readonly ['open', index: number, source: string | Uint8Array | ArrayBuffer, options: object]
  | readonly ['call', index: number, call: number, Method, args: unknown[], options: object, modules: ModuleName[]]
  | readonly ['abort', call: number]
  | readonly ['close', index: number]

/** Messages to the page: that the worker serves an index, and an answer to each call that was not aborted. */
export type ToPage =
  | readonly ['open', index: number]
  | readonly ['answer', call: number, answer: unknown]
  | readonly ['error', call: number, error: SentError]

/** An error as it is sent: its message and its properties, such as `code`, `url` and `status`. */
export type SentError = readonly [message: string, properties: Readonly<Record<string, unknown>>]

const CLASSES: readonly [code: TrouvailleErrorCode, { prototype: TrouvailleError }][] = [
  ['INVALID_OPTION', InvalidOptionError],
  ['UNKNOWN_DOCUMENT', UnknownDocumentError],
  ['CORRUPT_INDEX', CorruptIndexError],
  ['UNSUPPORTED_VERSION', UnsupportedVersionError],
  ['RANGE_NOT_SUPPORTED', RangeNotSupportedError],
  ['MISSING_LANGUAGE', MissingLanguageError],
  ['STALE_INDEX', StaleIndexError],
  ['STALE_CURSOR', StaleCursorError],
  ['REQUEST_FAILED', RequestFailedError],
  ['QUERY_ABORTED', QueryAbortedError],
  ['MODULE_NOT_LOADED', ModuleLoadError],
]

export function sendError(error: unknown): SentError {
  if (!(error instanceof Error)) return [String(error), {}]
  const properties = Object.entries({ ...error, name: error.name })
  return [error.message, Object.fromEntries(properties.filter(([, value]) => canBeSent(value)))]
}

/** The error with its class, name, code and properties. */
export function receiveError([message, properties]: SentError): Error {
  const code = properties.code as TrouvailleErrorCode | undefined
  const error = code === undefined ? new Error(message) : new TrouvailleError(code, message)
  const [, type] = CLASSES.find(([known]) => known === code) ?? []
  if (type !== undefined) Object.setPrototypeOf(error, type.prototype)
  return Object.assign(error, properties)
}

/** Whether a value can be sent as a message: it contains no functions, and no objects that are more than data. */
export function canBeSent(value: unknown): boolean {
  if (typeof value === 'function') return false
  if (typeof value !== 'object' || value === null) return true
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer || value instanceof Date) return true
  if (Array.isArray(value)) return value.every(canBeSent)
  const prototype = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(canBeSent)
}
