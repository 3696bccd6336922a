/**
 * The types of the web platform that the public API names: the project's own if it has them (from the DOM library or Node), otherwise minimal ones, so that
 * the API compiles with nothing but ES2022.
 */

/** The part of an `AbortSignal` that the library uses. */
export interface AbortSignalLike {
  readonly aborted: boolean
  readonly reason?: unknown
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** The part of a response's `Headers` that the library uses. */
export interface HeadersLike {
  get(name: string): string | null
}

/** The part of a `Response` that the library uses. */
export interface ResponseLike {
  readonly ok: boolean
  readonly status: number
  readonly headers: HeadersLike
  readonly body: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> }
    cancel(): Promise<void>
  } | null
  arrayBuffer(): Promise<ArrayBuffer>
}

/** How `fetch` is called. */
export interface FetchOptions {
  method?: string
  body?: string
  headers?: Iterable<readonly [string, string]> & HeadersLike
  credentials?: 'omit' | 'same-origin' | 'include'
  cache?: 'default' | 'no-cache' | 'no-store'
  signal?: AbortSignalLike
}

type FetchLike = (url: string, options?: FetchOptions) => Promise<ResponseLike>
type HeadersInitLike = Readonly<Record<string, string>> | Iterable<readonly [string, string]>
/** The part of a `URL` that the library uses. */
interface URLLike {
  readonly href: string
}

export type PlatformAbortSignal = typeof globalThis extends { AbortSignal: { prototype: infer Type } }
  ? Type
  : AbortSignalLike
export type PlatformURL = typeof globalThis extends { URL: { prototype: infer Type } } ? Type : URLLike
export type PlatformFetch = typeof globalThis extends { fetch: infer Type } ? Type : FetchLike
export type PlatformHeaders = typeof globalThis extends { Headers: new (init?: infer Type) => unknown }
  ? NonNullable<Type>
  : HeadersInitLike
