/** The failures of a search that a visitor can do something about. */

/** What went wrong with a search, by what the visitor can do about it. */
export type FailureKind =
  /** There is no connection: search again when there is. */
  | 'offline'
  /** The server did not answer, or answered with an error. */
  | 'unreachable'
  /** There is no index at the address. */
  | 'missing'
  /** The index cannot be read: it is damaged, or has another version. */
  | 'unreadable'
  /** The site was replaced while the page was open: reload the page. */
  | 'outdated'
  /** Any other error: see `error`. */
  | 'unknown'

/** Why a search failed. */
export interface Failure {
  /** What to tell the visitor. */
  kind: FailureKind
  /** What was thrown. */
  error: unknown
}

const KINDS: Readonly<Record<string, FailureKind>> = {
  REQUEST_FAILED: 'unreachable',
  RANGE_NOT_SUPPORTED: 'unreadable',
  CORRUPT_INDEX: 'unreadable',
  UNSUPPORTED_VERSION: 'unreadable',
  MISSING_LANGUAGE: 'unreadable',
  STALE_INDEX: 'unreachable',
  MODULE_NOT_LOADED: 'outdated',
}

/** @param isOnline whether the browser reports a connection */
export function failureOf(error: unknown, isOnline: boolean): Failure {
  const { code, status } = (error ?? {}) as { code?: string; status?: number }
  const kind = (code !== undefined && KINDS[code]) || 'unknown'
  const isOfNetwork = kind === 'unreachable' || kind === 'outdated'
  if (isOfNetwork && !isOnline) return { kind: 'offline', error }
  return { kind: status === 404 || status === 410 ? 'missing' : kind, error }
}

const OF_CONNECTION: readonly FailureKind[] = ['offline', 'unreachable', 'outdated']

/** Whether a search failed because of the connection, so that it may be answered soon. A server that answers with an error wants to be left alone. */
export function isOfConnection({ kind, error }: Failure): boolean {
  return OF_CONNECTION.includes(kind) && (error as { status?: unknown }).status === undefined
}
