/**
 * Copies a site's pages to disk, by its sitemap, if its files are not available. It is polite to the server: it respects robots.txt, sends one request at a
 * time, and does not fetch unchanged pages again. The copy is read like any folder, so that a ledger knows what changed.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import robotsParser, { type Robot } from 'robots-parser'
import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import type { FoundFiles, InputFile } from './find-files.ts'
import { readerFor } from './registry.ts'
import { readSitemap, type SitemapEntry } from './sitemap.ts'
import { Skip } from './skip.ts'
import { SourceError } from './source-error.ts'

/**
 * The options of `copySite()`. None of them is needed.
 *
 * @example
 * await copySite('https://exemple.fr/sitemap.xml', 'copie', { delay: 1000, limit: 500 })
 */
export interface SiteCopyOptions {
  /** How long to wait between two requests, in milliseconds. If robots.txt asks for longer, that counts. Default: `500`. */
  delay?: number | undefined
  /** The most pages to read. Default: `10_000`. */
  limit?: number | undefined
  /** A function that is called before each request for a page. For progress bars. Default: none. */
  onPage?: ((url: string, done: number, total: number) => void) | undefined
}

export const DEFAULT_DELAY = 500
export const DEFAULT_PAGES = 10_000
const COPY_OPTIONS: OptionNames<SiteCopyOptions> = { delay: 1, limit: 1, onPage: 1 }

/** The user agent. */
const AGENT = 'trouvaille'
const TIMEOUT_MS = 30_000
/** In bytes. */
const MOST = 2 ** 26
const MOST_SITEMAPS = 1000
const MOST_TRIES = 3
const LONGEST_WAIT_MS = 60_000

/** What is known about a page in the copy. */
interface KnownPage {
  file: string
  etag: string | undefined
  lastModified: string | undefined
  /** The sitemap's value. */
  said: string | undefined
}

/**
 * Brings the copy of a site's pages in a folder up to date, by the sitemap. It respects robots.txt, waits between requests, and does not load pages that did not
 * change.
 *
 * @param sitemap the address of the sitemap
 * @param folder where the copy is
 * @returns the files of the copy, for `readDocuments()`, in the order of their addresses
 * @throws InvalidOptionError for a wrong address or wrong options; SourceError if the sitemap cannot be read
 * @example
 * const files = await copySite('https://exemple.fr/sitemap.xml', '.search-pages', { delay: 1000 })
 * await index.addAllAsync(readDocuments(files).fields())
 */
export async function copySite(sitemap: string, folder: string, options: SiteCopyOptions = {}): Promise<FoundFiles> {
  checkOptions(options, COPY_OPTIONS)
  checkSitemapUrl(sitemap, 'sitemap')
  return new SiteCopy(new URL(sitemap), folder, options).update()
}

/** @throws InvalidOptionError unless `url` is an address on the web */
export function checkSitemapUrl(url: unknown, option: string): void {
  if (typeof url === 'string' && /^https?:\/\//.test(url) && URL.canParse(url)) return
  throw new InvalidOptionError(option, url, 'a URL such as https://exemple.fr/sitemap.xml')
}

class SiteCopy {
  private readonly sitemap: URL
  private readonly folder: string
  private readonly limit: number
  private readonly onPage: NonNullable<SiteCopyOptions['onPage']>
  private delay: number
  private robots: Robot | undefined
  private lastRequest = 0
  private readonly skipped: Skip[] = []
  private readonly problems: SourceError[] = []

  constructor(
    sitemap: URL,
    folder: string,
    { delay = DEFAULT_DELAY, limit = DEFAULT_PAGES, onPage = () => {} }: SiteCopyOptions,
  ) {
    this.sitemap = sitemap
    this.folder = folder
    this.delay = delay
    this.limit = limit
    this.onPage = onPage
  }

  async update(): Promise<FoundFiles> {
    await mkdir(this.folder, { recursive: true })
    await this.readRobots()
    const known = await this.readKnown()
    const pages = await this.findPages()
    const current = new Map<string, KnownPage>()
    for (const [i, page] of pages.entries()) {
      this.onPage(page.url, i, pages.length)
      const copied = await this.copyPage(page, known.get(page.url))
      if (copied !== undefined) current.set(page.url, copied)
    }
    const kept = new Set([...current.values()].map(({ file }) => file))
    for (const { file } of known.values()) if (!kept.has(file)) await rm(join(this.folder, file), { force: true })
    await this.writeKnown(current)
    return { files: await this.filesOf(current), skipped: this.skipped, problems: this.problems }
  }

  private async readRobots(): Promise<void> {
    const url = new URL('/robots.txt', this.sitemap)
    const answer = await this.request(url.href)
    if (answer instanceof SourceError || answer.status !== 200) return
    this.robots = robotsParser(url.href, new TextDecoder().decode(answer.bytes))
    const asked = this.robots.getCrawlDelay(AGENT)
    if (asked !== undefined && Number.isFinite(asked))
      this.delay = Math.max(this.delay, Math.min(asked * 1000, LONGEST_WAIT_MS))
  }

  /** The pages of the sitemap and of its nested sitemaps, each once, without excluded ones. */
  private async findPages(): Promise<SitemapEntry[]> {
    const pages = new Map<string, SitemapEntry>()
    const left = [this.sitemap.href]
    const seen = new Set<string>()
    for (let url = left.shift(); url !== undefined && seen.size < MOST_SITEMAPS; url = left.shift()) {
      if (seen.has(url)) continue
      seen.add(url)
      const answer = await this.request(url)
      const sitemap = answer instanceof SourceError || answer.status !== 200 ? undefined : readSitemap(answer.bytes)
      if (sitemap === undefined) {
        const problem = answer instanceof SourceError ? answer : wrongAnswer(url, answer.status)
        if (url === this.sitemap.href) throw problem
        this.problems.push(problem)
        continue
      }
      left.push(...sitemap.sitemaps)
      for (const page of sitemap.pages)
        if (URL.canParse(page.url)) pages.set(new URL(page.url).href, { ...page, url: new URL(page.url).href })
    }
    const sorted = [...pages.values()].sort((a, b) => (a.url < b.url ? -1 : 1))
    const wanted = sorted.filter(({ url }) => this.mayRead(url))
    for (const { url } of wanted.slice(this.limit)) this.skipped.push(new Skip(url, 'beyond-limit'))
    return wanted.slice(0, this.limit)
  }

  private mayRead(url: string): boolean {
    const reason =
      new URL(url).origin !== this.sitemap.origin
        ? 'other-site'
        : this.robots?.isAllowed(url, AGENT) === false
          ? 'robots'
          : undefined
    if (reason !== undefined) this.skipped.push(new Skip(url, reason))
    return reason === undefined
  }

  /** Fetches a page if it may have changed. If it cannot be fetched now, the copy stays. */
  private async copyPage(
    { url, lastModified: said }: SitemapEntry,
    known: KnownPage | undefined,
  ): Promise<KnownPage | undefined> {
    const isThere =
      known !== undefined && (await stat(join(this.folder, known.file)).catch(() => undefined)) !== undefined
    if (isThere && said !== undefined && known.said === said) return known
    const answer = await this.request(url, isThere ? known : undefined)
    if (answer instanceof SourceError) {
      this.problems.push(answer)
      return isThere ? known : undefined
    }
    if (answer.status === 304 && isThere) return { ...known, said }
    if (answer.status !== 200) {
      this.problems.push(wrongAnswer(url, answer.status))
      // If the server fails temporarily, the page still exists; if the server says that it is gone, it does not.
      return isThere && (answer.status >= 500 || answer.status === 429) ? known : undefined
    }
    const { headers, bytes } = answer
    const kind = kindOf(headers.get('content-type'))
    const isElsewhere = new URL(answer.url).origin !== this.sitemap.origin
    const reason = isElsewhere
      ? 'redirect'
      : /\b(?:noindex|none)\b/i.test(headers.get('x-robots-tag') ?? '')
        ? 'no-index'
        : kind === undefined
          ? 'other-kind'
          : undefined
    if (reason !== undefined) {
      this.skipped.push(new Skip(url, reason))
      return undefined
    }
    const file = `${createHash('sha256').update(url).digest('hex').slice(0, 24)}${kind}`
    await writeChanged(join(this.folder, file), bytes)
    return {
      file,
      etag: headers.get('etag') ?? undefined,
      lastModified: headers.get('last-modified') ?? undefined,
      said,
    }
  }

  /** Sends one request at a time with a delay, and retries if the server is busy. */
  private async request(url: string, known?: KnownPage): Promise<Answer | SourceError> {
    for (let attempt = 1; ; attempt++) {
      await wait(Math.max(this.lastRequest + this.delay - Date.now(), 0))
      try {
        const response = await fetch(url, { headers: requestHeaders(known), signal: AbortSignal.timeout(TIMEOUT_MS) })
        const bytes = await readBody(response)
        const isBusy = response.status === 429 || response.status === 503
        if (isBusy && attempt < MOST_TRIES) await wait(retryAfter(response))
        else if (bytes === undefined)
          return new SourceError(url, undefined, { kind: 'too-large', megabytes: MOST / 2 ** 20 })
        else return { status: response.status, headers: response.headers, url: response.url || url, bytes }
      } catch (cause) {
        if (attempt >= MOST_TRIES)
          return new SourceError(url, undefined, { kind: 'unreachable', reason: reasonOf(cause) }, { cause })
      } finally {
        this.lastRequest = Date.now()
      }
    }
  }

  private async readKnown(): Promise<Map<string, KnownPage>> {
    try {
      return new Map(
        Object.entries(
          JSON.parse(await readFile(join(this.folder, 'pages.json'), 'utf8')) as Record<string, KnownPage>,
        ),
      )
    } catch {
      // None yet, or not readable: everything is fetched.
      return new Map()
    }
  }

  private async writeKnown(pages: ReadonlyMap<string, KnownPage>): Promise<void> {
    const path = join(this.folder, 'pages.json')
    await writeFile(`${path}.tmp`, JSON.stringify(Object.fromEntries(pages)))
    await rename(`${path}.tmp`, path)
  }

  private async filesOf(pages: ReadonlyMap<string, KnownPage>): Promise<InputFile[]> {
    const files: InputFile[] = []
    for (const [url, { file }] of pages) {
      const path = join(this.folder, file)
      const reader = readerFor(file)
      if (reader === undefined) continue
      const { size: bytes, mtimeMs: modified, ctimeMs: changed, ino: inode } = await stat(path)
      const { pathname, search } = new URL(url)
      files.push({ path, bytes, modified, changed, inode, reader, id: `${pathname}${search}`, below: file, url })
    }
    return files
  }
}

interface Answer {
  status: number
  headers: Headers
  /** After redirects. */
  url: string
  bytes: Uint8Array
}

function requestHeaders(known: KnownPage | undefined): Record<string, string> {
  return {
    'user-agent': AGENT,
    ...(known?.etag !== undefined && { 'if-none-match': known.etag }),
    ...(known?.lastModified !== undefined && { 'if-modified-since': known.lastModified }),
  }
}

/** Undefined if it is too large for a page. */
async function readBody(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = response.body?.getReader()
  for (;;) {
    const piece = await reader?.read()
    if (piece === undefined || piece.done) return Buffer.concat(chunks)
    chunks.push(piece.value)
    length += piece.value.length
    if (length > MOST) {
      await reader?.cancel()
      return undefined
    }
  }
}

/** In milliseconds. */
function retryAfter({ headers }: Response): number {
  const seconds = Number(headers.get('retry-after') ?? 5)
  return Math.min(Number.isFinite(seconds) ? seconds * 1000 : 5000, LONGEST_WAIT_MS)
}

/** The file extension for a content type. */
function kindOf(type: string | null): string | undefined {
  if (type === null || /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return '.html'
  return /^application\/pdf\b/i.test(type) ? '.pdf' : undefined
}

/** An unchanged file keeps its time. */
async function writeChanged(path: string, bytes: Uint8Array): Promise<void> {
  const before = await readFile(path).catch(() => undefined)
  if (before?.equals(bytes)) return
  await writeFile(`${path}.tmp`, bytes)
  await rename(`${path}.tmp`, path)
}

function wrongAnswer(url: string, status: number): SourceError {
  return new SourceError(url, undefined, status === 200 ? { kind: 'no-sitemap' } : { kind: 'http', status })
}

function reasonOf(cause: unknown): string {
  const { cause: inner, message } = cause as Error & { cause?: { code?: string } }
  return inner?.code ?? message
}
