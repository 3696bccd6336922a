/**
 * All that the library uses of its runtime beyond ES2022, for `tsconfig.library.json`, which checks it without the types of the DOM and of Node: a global that is
 * not declared here does not compile. docs/runtimes.md says which part of the library needs what.
 */
import type { AbortSignalLike, FetchOptions, HeadersLike, ResponseLike } from '../src/platform-types.ts'

declare global {
  interface ImportMeta {
    url: string
  }
  class TextEncoder {
    encode(text: string): Uint8Array<ArrayBuffer>
  }
  class TextDecoder {
    constructor(encoding: 'utf-8', options: { fatal: boolean; ignoreBOM: boolean })
    decode(bytes: Uint8Array): string
  }
  function setTimeout(callback: (value?: unknown) => void, milliseconds?: number): unknown
  function clearTimeout(timer: unknown): void

  class URL {
    constructor(url: string | { readonly href: string }, base?: string)
    href: string
    hash: string
    readonly origin: string
    readonly protocol: string
    readonly username: string
    readonly password: string
    readonly pathname: string
    readonly search: string
    readonly searchParams: { set(name: string, value: string): void }
  }
  class AbortController {
    readonly signal: AbortSignalLike
    abort(reason?: unknown): void
  }
  class Headers implements HeadersLike {
    constructor(init?: Readonly<Record<string, string>> | Iterable<readonly [string, string]>)
    get(name: string): string | null
    set(name: string, value: string): void
    [Symbol.iterator](): IterableIterator<[string, string]>
  }
  interface Response extends ResponseLike {}
  var Response: new (body: Uint8Array<ArrayBuffer>) => Response
  function fetch(url: string, options?: FetchOptions): Promise<Response>
  type RequestCache = 'default' | 'no-cache' | 'no-store'

  interface Cache {
    match(key: string): Promise<Response | undefined>
    put(key: string, response: Response): Promise<void>
    keys(): Promise<readonly { readonly url: string }[]>
    delete(key: string): Promise<boolean>
  }
  /** In browsers. */
  var caches: { open(name: string): Promise<Cache> } | undefined
  /** In browsers and workers; Node has it from version 21 on. */
  var navigator:
    | {
        readonly onLine?: boolean
        readonly locks?: { request(name: string, work: () => Promise<void>): Promise<void> }
      }
    | undefined
  var location: { readonly href: string } | undefined
}
