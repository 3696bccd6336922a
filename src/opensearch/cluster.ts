/** Sends requests to a cluster: JSON in and out. Rejections become errors; what the cluster cannot do now is retried later. */
import { throwIfAborted } from '../errors.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import { isRecord } from '../record.ts'
import { isBusy } from './answers.ts'
import { ClusterRequestError, UnsupportedServerError } from './cluster-errors.ts'
import type { ClusterRequest, ClusterTransport } from './transport.ts'

export type Json = { readonly [name: string]: unknown }

/** Too many requests, no copy of a shard that answers, or a proxy whose nodes restart: all are temporary. */
const PASSING = new Set([429, 502, 503, 504])
/** Delays before retries, in milliseconds. */
const WAITS = [100, 300, 1000, 3000]

export interface AskOptions {
  signal?: PlatformAbortSignal | undefined
  /** Error statuses that are valid answers: they are returned with their status. */
  allow?: readonly number[]
}

export class Cluster {
  private readonly transport: ClusterTransport
  /** The number of requests sent, including retries, for measurements. */
  requests = 0

  constructor(transport: ClusterTransport) {
    this.transport = transport
  }

  /** @throws ClusterRequestError if it is rejected; RequestFailedError, QueryAbortedError */
  async ask(method: ClusterRequest['method'], path: string, body?: unknown, options: AskOptions = {}): Promise<Json> {
    const { body: answer } = await this.send(
      { method, path, body: body === undefined ? undefined : write(body) },
      options,
    )
    return answer as Json
  }

  /** The same for lines of JSON. */
  async askLines(path: string, lines: readonly unknown[], options: AskOptions = {}): Promise<Json> {
    const body = `${lines.map(write).join('\n')}\n`
    const { body: answer } = await this.send({ method: 'POST', path, body, isLines: true }, options)
    return answer as Json
  }

  /** Several searches in one request. If the cluster is too busy for some of them, all are sent again. */
  async search(lines: readonly unknown[], options: AskOptions = {}, path = '/_msearch'): Promise<Json> {
    for (let tries = 0; ; tries++) {
      const response = await this.askLines(path, lines, options)
      if (tries === WAITS.length || !isBusy(response)) return response
      await wait(WAITS[tries])
    }
  }

  async send(request: ClusterRequest, { signal, allow = [] }: AskOptions = {}) {
    for (let tries = 0; ; tries++) {
      throwIfAborted(signal)
      this.requests++
      const response = await this.transport.request({ ...request, signal })
      const { status, body } = response
      if (status < 400 || allow.includes(status)) return response
      if (!PASSING.has(status) || tries === WAITS.length) throw refusal(request, status, body)
      await wait(WAITS[tries])
    }
  }

  /** @throws UnsupportedServerError */
  async checkServer(signal?: PlatformAbortSignal): Promise<void> {
    const { version } = (await this.ask('GET', '/', undefined, { signal })) as { version?: Json }
    const { distribution, number } = version ?? {}
    if (distribution !== 'opensearch' || typeof number !== 'string') {
      throw new UnsupportedServerError(
        typeof number === 'string' ? `${distribution ?? 'Elasticsearch'} ${number}` : 'not OpenSearch',
      )
    }
    const [major, minor] = number.split('.').map(Number)
    // `termFreq` in scripts came with 2.10.
    if (major < 2 || (major === 2 && minor < 10)) throw new UnsupportedServerError(`OpenSearch ${number}`)
  }
}

/** JSON without lone surrogates, which UTF-8 cannot encode. */
export function write(value: unknown): string {
  return JSON.stringify(value).replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, found =>
    found.length === 2 ? found : '\\ufffd',
  )
}

function refusal({ method, path }: ClusterRequest, status: number, body: unknown): ClusterRequestError {
  // A proxy answers in text or HTML.
  const error = isRecord(body) ? body.error : body
  const { type = 'error', reason = '' } = (
    isRecord(error) ? error : { reason: typeof error === 'string' ? firstWords(error) : '' }
  ) as Record<string, string>
  return new ClusterRequestError(`${method} ${path.split('?')[0]}`, status, type, deepest(error) ?? reason)
}

const LONGEST_REASON = 200

function firstWords(text: string): string {
  const words = text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  return words.trim().slice(0, LONGEST_REASON)
}

/** The message of the root cause of an error. */
function deepest(error: unknown): string | undefined {
  const { root_cause: [root] = [], caused_by: cause } = (isRecord(error) ? error : {}) as {
    root_cause?: { type: string; reason: string }[]
    caused_by?: { reason?: string }
  }
  return [root?.reason, cause?.reason].filter(Boolean).join(': ') || undefined
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(() => resolve(), milliseconds))
}
