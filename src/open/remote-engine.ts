/** An engine that runs in a worker: sends each call and its abort there. Calls that cannot be sent (functions among the options) run on the page. */
import { throwIfAborted } from '../errors.ts'
import { wordListAddresses } from '../languages/word-list-addresses.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import { abortable, onAbort } from './abort.ts'
import type { IndexSource } from './byte-source.ts'
import type { Method } from './engine.ts'
import type { ModuleName } from './load-module.ts'
import { type ClientOptions, isByLanguage, type MessageEnd } from './open-options.ts'
import { canBeSent, receiveError, type ToPage, type ToWorker } from './worker-messages.ts'

/** Runs the methods of a client: the engine itself, or one in a worker. */
export interface MethodRunner {
  run(method: Method, args: readonly unknown[], options: object, modules?: readonly ModuleName[]): Promise<unknown>
}

/** Opens an index on the page. */
type OpenHere = () => Promise<MethodRunner>

/** Opens an index in a worker, or on the page if the source or an option cannot be sent, or the worker does not start. */
export async function openInWorker(
  source: IndexSource,
  options: ClientOptions,
  openHere: OpenHere,
): Promise<MethodRunner> {
  try {
    const [address, others] = messageOf(source, options)
    const line = lineTo(options.worker as true | string | URL | MessageEnd)
    const index = numbers.next()
    await line.open(index, address, others)
    const engine = new RemoteEngine(line, index, openHere)
    unused.register(engine, { line, index })
    return engine
  } catch {
    return openHere()
  }
}

/**
 * Closes an index in the worker when nothing on the page can use it any more: its client opened another one, or is gone. Nobody has to close a client, and a
 * query that is running keeps its index, because the worker looks it up before it reads the next message.
 */
const unused = new FinalizationRegistry(({ line, index }: { line: WorkerLine; index: number }) => line.close(index))

class RemoteEngine implements MethodRunner {
  private readonly line: WorkerLine
  private readonly index: number
  private readonly openHere: OpenHere
  private here: Promise<MethodRunner> | undefined

  constructor(line: WorkerLine, index: number, openHere: OpenHere) {
    this.line = line
    this.index = index
    this.openHere = openHere
  }

  async run(method: Method, args: readonly unknown[], options: object, modules: readonly ModuleName[] = []) {
    const { line } = this
    if (!line.failure && canBeSent([args, { ...options, signal: undefined }])) {
      try {
        return await line.call(this.index, method, args, options, modules)
      } catch (error) {
        if (!line.failure) throw error
      }
    }
    this.here ??= this.openHere().catch(error => {
      // The next call tries again.
      this.here = undefined
      throw error
    })
    return (await this.here).run(method, args, options)
  }
}

/** The connection to a worker, which several indexes share. */
class WorkerLine {
  private readonly worker: MessageEnd
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  /** Set if the worker does not run, or an error of its own has ended its work. */
  failure: Error | undefined

  constructor(worker: MessageEnd) {
    this.worker = worker
    worker.addEventListener('message', ({ data }) => this.receive(data as ToPage))
    worker.addEventListener('error', () => this.fail())
    worker.start?.()
  }

  /** Resolves when the worker runs. */
  open(index: number, source: string | Uint8Array | ArrayBuffer, options: object): Promise<unknown> {
    return this.ask(index, ['open', index, source, options])
  }

  call(
    index: number,
    method: Method,
    args: readonly unknown[],
    { signal, ...options }: { signal?: PlatformAbortSignal },
    modules: readonly ModuleName[],
  ): Promise<unknown> {
    throwIfAborted(signal)
    const call = numbers.next()
    const stop = () => {
      this.waiting.delete(call)
      this.send(['abort', call])
    }
    const forget = signal && onAbort(signal, stop)
    const answer = this.ask(call, ['call', index, call, method, [...args], options, [...modules]])
    return abortable(answer, signal).finally(() => forget?.())
  }

  close(index: number): void {
    this.send(['close', index])
  }

  private ask(number: number, message: ToWorker): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) throw this.failure
      this.waiting.set(number, { resolve, reject })
      this.send(message)
    })
  }

  private send(message: ToWorker): void {
    this.worker.postMessage(message)
  }

  private receive(message: ToPage): void {
    const waiting = this.waiting.get(message[1])
    this.waiting.delete(message[1])
    if (message[0] === 'error') waiting?.reject(receiveError(message[2]))
    else waiting?.resolve(message[2])
  }

  /** The script was not found, or is not allowed to run, so no call will be answered. */
  private fail(): void {
    this.failure = new Error('The worker does not run.')
    for (const { reject } of this.waiting.values()) reject(this.failure)
    this.waiting.clear()
  }
}

/** Numbers for indexes and calls, unique on a page. */
const numbers = {
  last: 0,
  next(): number {
    return ++numbers.last
  },
}

const linesByAddress = new Map<string, WorkerLine>()
const linesByWorker = new WeakMap<MessageEnd, WorkerLine>()

function lineTo(worker: true | string | URL | MessageEnd): WorkerLine {
  if (typeof worker === 'object' && 'postMessage' in worker) {
    const line = linesByWorker.get(worker) ?? new WorkerLine(worker)
    linesByWorker.set(worker, line)
    return line
  }
  const address = worker === true ? workerFile() : String(worker)
  const { Worker } = globalThis as unknown as { Worker: new (url: string, options: object) => MessageEnd }
  let line = linesByAddress.get(address)
  if (!line || line.failure) line = new WorkerLine(new Worker(address, { type: 'module', name: 'trouvaille' }))
  linesByAddress.set(address, line)
  return line
}

/** The worker's file next to the library's own. Bundlers find it by this address and copy it. */
function workerFile(): string {
  return new URL('./worker.js', import.meta.url).href
}

/** The source and the options in a form that can be sent, with absolute addresses. @throws if they cannot be sent */
function messageOf(
  source: IndexSource,
  { worker: _, headers, wordList, ...others }: ClientOptions,
): [source: string | Uint8Array | ArrayBuffer, options: object] {
  const isAddress = typeof source === 'string' || source instanceof URL
  const sent = isAddress ? absolute(source) : source
  const options = {
    ...others,
    wordList: absoluteLists(wordList ?? wordListAddresses()),
    ...(headers !== undefined && { headers: pairsOf(new Headers(headers)) }),
  }
  if (!canBeSent(sent) || !canBeSent(options)) throw new Error('cannot be sent')
  return [sent as string | Uint8Array, options]
}

function absoluteLists(wordList: NonNullable<ClientOptions['wordList']>): string | Record<string, string> {
  if (!isByLanguage(wordList)) return absolute(wordList)
  return Object.fromEntries(Object.entries(wordList).map(([language, address]) => [language, absolute(address)]))
}

function absolute(address: string | { readonly href: string }): string {
  return new URL(typeof address === 'string' ? address : address.href, globalThis.location?.href).href
}

function pairsOf(headers: Headers): [name: string, value: string][] {
  // Headers are iterable everywhere, but not in every declaration of the platform.
  return [...(headers as unknown as Iterable<[string, string]>)]
}
