/**
 * Asks an index for as long as one likes, in memory, from a file, over ranges and in a worker, while it is updated, reopened and aborted: every answer is
 * compared with the one that is right, and memory is watched.
 */
import { getEventListeners } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel, Worker } from 'node:worker_threads'
import { goldenSources } from '../../scripts/golden/sources.ts'
import { TrouvailleError } from '../../src/errors.ts'
import { IndexSearcher } from '../../src/index-searcher.ts'
import { french } from '../../src/languages/french/french.ts'
import { memorySource } from '../../src/open/byte-source.ts'
import { openIndex, type SearchClient } from '../../src/open/search-client.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { type Draw, drawFrom } from './draw.ts'

export interface SoakOptions {
  minutes: number
  /** Calls a second. */
  rate: number
  seed: number
  /** A script that answers the calls of a page at the port that it is given. */
  worker: URL
  log(line: string): void
}

type Fields = Record<string, unknown>
interface Article extends Fields {
  id: string
  title: string
  body: string
}

/** A state of the collection: its file, and what it answers. */
interface Version {
  file: Uint8Array
  answers: string[]
}

interface Question {
  method: 'search' | 'suggest' | 'similar' | 'get' | 'passages'
  args: [string, object?]
}

const QUESTIONS: Question[] = [
  ...['roi', 'pêche au large', '"les villes de la côte"', 'reine -chasse', 'cessez-le-feu Tripoli', 'pechuers', 'oeuvre rar*', ''].flatMap(
    (query): Question[] => [
      { method: 'search', args: [query, { limit: 5 }] },
      { method: 'search', args: [query, { match: 'all', highlight: { fields: ['body'], snippet: 60 } }] },
      { method: 'search', args: [query, { filter: { views: { gte: 20 } }, facets: ['section'], sort: { field: 'views' } }] },
    ],
  ),
  ...['pê', 'le r', 'cess', 'v'].map((typed): Question => ({ method: 'suggest', args: [typed] })),
  ...['a1', 'a7', 'a30', 'b2'].flatMap((id): Question[] => [
    { method: 'similar', args: [id, { limit: 3 }] },
    { method: 'get', args: [id] },
  ]),
  { method: 'passages', args: ['qui préfère la pêche', { limit: 2 }] },
] // biome-ignore format: questions read best in lines

const OPTIONS = {
  fields: { title: {}, body: {}, section: { type: 'keyword' }, views: { type: 'number' } },
  storeFields: ['title', 'body'],
} as const

function articles(): Article[] {
  const { plain } = goldenSources()
  return plain.documents.map(({ title, body }, i) => ({
    id: `a${i}`,
    title: String(title),
    body: String(body),
    section: i % 3 === 0 ? 'monde' : 'culture',
    views: i * 3,
  }))
}

/** How the collection goes from one version to the next. */
function step(index: SearchIndex<Article>, version: number): void {
  const one = index.get(`a${version}` as never) as { title: string; body: string } | undefined
  if (one !== undefined) index.replace({ ...one, id: `a${version}`, title: `${one.title} encore`, views: version })
  index.remove(`a${20 + version}`)
  index.add({
    id: `b${version}`,
    title: 'Un roi nouveau',
    body: `Le roi ${version} préfère la ville.`,
    section: 'monde',
    views: 7,
  })
  if (version % 3 === 2) index.compact()
}

const VERSIONS = 6

function makeVersions(): Version[] {
  // Without the list of words, which a bundle does not have beside it.
  const index = new SearchIndex<Article>({ ...OPTIONS, language: french({ wordList: false }) } as never)
  index.addAll(articles())
  return Array.from({ length: VERSIONS }, (_, version) => {
    if (version > 0) step(index, version)
    const file = index.toBytes()
    const searcher = IndexSearcher.fromBytes<Article>(file)
    return { file, answers: QUESTIONS.map(question => answerOf(() => ask(searcher, question))) }
  })
}

type Asked = Pick<IndexSearcher<Article>, Question['method']>

function ask(index: unknown, { method, args }: Question, signal?: AbortSignal): unknown {
  const call = (index as Record<string, (...args: unknown[]) => unknown>)[method].bind(index) satisfies
    | Asked[typeof method]
    | unknown as (...args: unknown[]) => unknown
  if (signal === undefined) return call(...args)
  return method === 'get' ? call(args[0], { signal }) : call(args[0], { ...args[1], signal })
}

/** An answer as a text that is the same for the same answer. */
function textOf(answer: unknown): string {
  return (
    JSON.stringify(answer, (key, value) =>
      key === 'tookMs' || key === 'next' || value === undefined ? undefined : value,
    ) ?? ''
  )
}

function answerOf(work: () => unknown): string {
  try {
    return textOf(work())
  } catch (error) {
    return codeOf(error)
  }
}

function codeOf(error: unknown): string {
  if (error instanceof TrouvailleError) return error.code
  throw error
}

/** A client and the version that it reads. */
interface Face {
  name: string
  client: SearchClient<Article>
  version: number
  sourceOf(version: number): Parameters<typeof openIndex>[0]
}

function makeFaces(
  versions: readonly Version[],
  files: readonly URL[],
  port: MessageChannel['port1'],
  draw: Draw,
): Face[] {
  const ranges = (version: number) => {
    const source = memorySource(versions[version].file)
    return {
      byteLength: source.byteLength,
      read: async (start: number, end: number) => {
        await new Promise(resolve => setTimeout(resolve, draw.below(4)))
        return source.read(start, end)
      },
    }
  }
  const faces: Omit<Face, 'client'>[] = [
    { name: 'memory', version: 0, sourceOf: version => versions[version].file },
    { name: 'file', version: 0, sourceOf: version => files[version] },
    { name: 'ranges', version: 0, sourceOf: ranges },
    { name: 'worker', version: 0, sourceOf: version => versions[version].file },
  ]
  const options: Record<string, object> = {
    ranges: { load: 'ranges', cache: { bytes: 8192 } },
    worker: { worker: port },
  }
  return faces.map(face => ({ ...face, client: openIndex<Article>(face.sourceOf(0), options[face.name] ?? {}) }))
}

/** Runs for so many minutes. @throws for a wrong answer, an unhandled rejection, a warning, a listener that is left, memory that grows */
export async function soak({ minutes, rate, seed, worker, log }: SoakOptions): Promise<void> {
  const draw = drawFrom(seed)
  const versions = makeVersions()
  const folder = mkdtempSync(join(tmpdir(), 'trouvaille-soak-'))
  const files = versions.map(({ file }, i) => {
    writeFileSync(join(folder, `${i}.trv`), file)
    return pathToFileURL(join(folder, `${i}.trv`))
  })
  const { port1, port2 } = new MessageChannel()
  const thread = new Worker(worker, { workerData: { port: port2 }, transferList: [port2] })
  const problems: unknown[] = []
  const note = (problem: unknown) => problems.push(problem)
  process.on('unhandledRejection', note)
  process.on('warning', note)
  try {
    const faces = makeFaces(versions, files, port1, draw)
    let live = SearchIndex.fromBytes<Article>(versions[0].file)
    let liveVersion = 0
    const { signal: shared } = new AbortController()
    const counts = new Map<string, number>()
    const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)
    const check = (name: string, version: number, which: number, answer: string) => {
      count(name)
      if (answer === versions[version].answers[which]) return
      throw new Error(
        `${name}, version ${version}, ${JSON.stringify(QUESTIONS[which])}: ${answer}, not ${versions[version].answers[which]}`,
      )
    }
    const askFace = async (face: Face) => {
      const which = draw.below(QUESTIONS.length)
      const { version, name } = face
      const controller = draw.once(6) ? new AbortController() : undefined
      if (controller !== undefined) setTimeout(() => controller.abort(), draw.below(3))
      let answer: string
      try {
        answer = textOf(await ask(face.client, QUESTIONS[which], controller?.signal ?? shared))
      } catch (error) {
        answer = codeOf(error)
      }
      if (answer === 'QUERY_ABORTED' && controller !== undefined) count('aborted')
      else check(name, version, which, answer)
    }
    const act = async () => {
      const which = draw.below(12)
      if (which < 9) {
        const face = draw.pick(faces)
        // Several at once, as while typing.
        await Promise.all(Array.from({ length: 1 + draw.below(3) }, () => askFace(face)))
      } else if (which === 9) {
        const face = draw.pick(faces)
        face.version = draw.below(VERSIONS)
        // What is left of the index before goes with its client.
        face.client.reopen(face.sourceOf(face.version))
        count('reopened')
      } else if (which === 10) {
        liveVersion = (liveVersion + 1) % VERSIONS
        if (liveVersion === 0) live = SearchIndex.fromBytes<Article>(versions[0].file)
        else step(live, liveVersion)
        if (draw.once(4) && Buffer.compare(live.toBytes(), versions[liveVersion].file) !== 0)
          throw new Error('other bytes')
        count('updated')
      } else {
        const asked = draw.below(QUESTIONS.length)
        check(
          'live',
          liveVersion,
          asked,
          answerOf(() => ask(live, QUESTIONS[asked])),
        )
      }
    }
    const start = Date.now()
    const end = start + minutes * 60_000
    const samples: { minute: number; bytes: number }[] = []
    let nextSample = start
    for (let calls = 0; Date.now() < end; calls++) {
      await act()
      if (problems.length > 0) throw problems[0]
      const listeners = getEventListeners(shared as never, 'abort').length
      if (listeners > 1) throw new Error(`${listeners} listeners`)
      if (Date.now() >= nextSample) {
        ;(globalThis as { gc?: () => void }).gc?.()
        const { heapUsed, arrayBuffers, rss } = process.memoryUsage()
        const bytes = heapUsed + arrayBuffers + (await memoryOf(thread))
        samples.push({ minute: (Date.now() - start) / 60_000, bytes })
        const total = [...counts].map(([what, n]) => `${what} ${n}`).join(', ')
        log(
          `${((Date.now() - start) / 60_000).toFixed(1)} min: heaps and arrays of both threads ${mega(bytes)}, resident ${mega(rss)}; ${total}`,
        )
        nextSample += 30_000
      }
      // The processor is others' too.
      const ahead = start + (calls / rate) * 1000 - Date.now()
      await new Promise(resolve => setTimeout(resolve, Math.max(0, ahead)))
    }
    checkGrowth(samples, minutes, log)
  } finally {
    process.off('unhandledRejection', note)
    process.off('warning', note)
    port1.close()
    await thread.terminate()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Heap and arrays of the worker, when they have been collected. */
function memoryOf(worker: Worker): Promise<number> {
  worker.postMessage('memory')
  return new Promise(resolve => worker.once('message', resolve))
}

function mega(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`
}

/** How much more may be held at the end than after the beginning, in bytes, by both threads: engines keep code and caches as they like. */
const MOST_GROWTH = 2 * 3 * 2 ** 20

/** Memory after the first ten minutes, or the first half if there are fewer than twenty. */
function checkGrowth(
  samples: readonly { minute: number; bytes: number }[],
  minutes: number,
  log: (line: string) => void,
): void {
  const settled = samples.filter(({ minute }) => minute >= Math.min(10, minutes / 2))
  const third = Math.max(1, Math.floor(settled.length / 3))
  const least = (some: typeof settled) => Math.min(...some.map(({ bytes }) => bytes))
  const [before, after] = [least(settled.slice(0, third)), least(settled.slice(-third))]
  log(`settled: ${mega(before)}, at the end: ${mega(after)}`)
  if (after - before > MOST_GROWTH) throw new Error(`memory grew by ${mega(after - before)}`)
}
