/** The client as it is shipped, without a bundler, in Chromium: what a page loads when, in how many waves, and what becomes of it if the site is redeployed. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { IndexSearcher } from '../../src/index-searcher.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { type Paragraph, readParagraphs } from '../support/articles.ts'
import { builtClient } from '../support/built-once.ts'
import { selfSignedCertificate } from '../support/certificate.ts'
import { LatencyServer } from '../support/latency-server.ts'
import { recombinedIndex, SESSION } from '../support/recombined.ts'
import { type Browser, findChromium, launchChromium } from './chromium.ts'

const executablePath = findChromium()
const certificate = selfSignedCertificate()

const PATH = '/recherche.trv'
const [QUERY, NEXT_QUERY] = SESSION
const SCRIPT = 'text/javascript'

const HTML = `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Recherche</title>
<script type="module">
import { openIndex } from '/trouvaille/client.js'
const parameters = new URLSearchParams(location.search)
const index = openIndex('${PATH}', { load: parameters.get('load') ?? 'ranges', cache: { persistent: parameters.has('persistent') } })
const describe = ({ hits, unavailable, correction }) => ({ correction, ids: hits.map(({ id }) => id), highlighted: hits.every(({ highlights }) => highlights?.title !== undefined), unavailable })
window.search = (query, options) => index.search(query, options).then(describe, error => ({ code: error.code }))
window.warmUp = () => index.warmUp()
window.type = async (queries, pause) => {
  let controller = new AbortController()
  const answers = []
  for (const query of queries) {
    controller.abort()
    controller = new AbortController()
    answers.push(window.search(query, { signal: controller.signal }))
    await new Promise(resolve => setTimeout(resolve, pause))
  }
  return Promise.all(answers)
}
</script>`

describe.skipIf(executablePath === undefined)('a page with the client', () => {
  const file = recombinedIndex(900)
  const newFile = recombinedIndex(700)
  const idsOf = (bytes: Uint8Array, query: string) =>
    IndexSearcher.fromBytes<Paragraph>(bytes)
      .search(query)
      .hits.map(({ id }) => id)
  const highlight = { fields: ['title', 'body'] }
  let chunks: Map<string, string>
  let wordList: string
  let words: Uint8Array
  let browser: Browser
  let page: Page
  const servers: LatencyServer[] = []

  /** A server of the page, the client and the index. */
  const serve = async (latency: number, secure: boolean): Promise<LatencyServer> => {
    const server = new LatencyServer({ latency, together: true, ...(secure && certificate && { certificate }) })
    await server.listen()
    servers.push(server)
    deploy(server)
    return server
  }
  const deploy = (server: LatencyServer) => {
    server.files.set('/', { bytes: HTML, type: 'text/html' })
    server.files.set(PATH, { bytes: file, headers: { ETag: '"1"' } })
    server.files.set(LIST(), { bytes: words })
    for (const [name, code] of chunks) {
      server.files.set(`/trouvaille/${name}`, { bytes: code, type: SCRIPT, headers: { 'Cache-Control': 'no-store' } })
    }
  }
  const LIST = () => `/trouvaille/${wordList}`
  const chunk = (name: string): string => {
    const found = [...chunks.keys()].find(file => file.startsWith(`${name}-`) && !file.startsWith(`${name}-data`))
    return `/trouvaille/${found}`
  }
  const open = async (server: LatencyServer, load = 'ranges', others = '') => {
    await page.goto(`${server.origin}/?load=${load}${others}`)
    await page.waitForFunction('window.search')
  }
  const search = (query: string, options: object = {}) =>
    page.evaluate(`window.search(${JSON.stringify(query)}, ${JSON.stringify(options)})`) as Promise<{
      ids: string[]
      highlighted: boolean
      unavailable?: string[]
      correction?: string
      code?: string
    }>

  beforeAll(async () => {
    if (executablePath === undefined) return
    const folder = await builtClient()
    const files = await readdir(folder)
    const names = files.filter(name => name.endsWith('.js'))
    wordList = files.find(name => name.startsWith('french-words-')) ?? ''
    words = await readFile(join(folder, wordList))
    chunks = new Map(
      await Promise.all(
        names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), 'utf8')]),
      ),
    )
    browser = await launchChromium(executablePath, 'fr-FR', ['--ignore-certificate-errors'])
  })

  beforeEach(async () => {
    await page?.close()
    page = await browser.context.newPage()
  })

  afterAll(async () => {
    await browser?.close()
    for (const server of servers) await server.close()
  })

  test('loads one small script, and nothing of the engine or the index before the first query', async () => {
    const server = await serve(0, false)
    await open(server)
    await page.waitForTimeout(300)
    expect(server.received.map(({ path }) => path)).toEqual(['/', '/trouvaille/client.js'])
  })

  test.skipIf(certificate === undefined)(
    'a first query takes four waves at most over HTTP/2, with the engine, the language and snippets',
    async () => {
      const server = await serve(200, true)
      await open(server)
      server.reset()
      const { ids, highlighted } = await search(QUERY, { highlight })
      expect(ids).toEqual(idsOf(file, QUERY))
      expect(highlighted).toBe(true)
      expect(server.waves(PATH), 'the idle page asks for the other features afterwards').toBeLessThanOrEqual(4)
      const first = server.received.filter(({ wave }) => wave === 1).map(({ path }) => path)
      expect(first, 'code and header are asked for together').toEqual(
        expect.arrayContaining([PATH, chunk('engine'), chunk('french')]),
      )
    },
  )

  test('no feature is loaded in advance before the first answer, and all are some seconds after it', async () => {
    const server = await serve(0, false)
    await open(server)
    await page.evaluate('window.warmUp()')
    await page.waitForTimeout(500)
    const requested = () => server.received.map(({ path }) => path)
    expect(requested()).not.toContain(chunk('similar'))
    await search(QUERY)
    await expect.poll(requested, { timeout: 20_000 }).toContain(chunk('similar'))
  })

  test('what the words of a query read comes together with the columns that its facets need', async () => {
    const sections = ['culture', 'justice', 'monde']
    const index = new SearchIndex<Paragraph & { section: string }>({
      fields: { title: {}, body: {}, section: { type: 'keyword' } },
    })
    index.addAll(readParagraphs().map((paragraph, i) => ({ ...paragraph, section: sections[i % sections.length] })))
    const server = await serve(200, false)
    server.files.set(PATH, { bytes: index.toBytes() })
    await open(server)
    await page.evaluate('window.warmUp()')
    server.reset()
    await search('négociations de paix à Tripoli', { facets: { section: {} } })
    const [first] = server.requestsOf(PATH)
    expect(server.requestsOf(chunk('columns')).map(({ wave }) => wave)).toEqual([first.wave])
  })

  test('six connections of HTTP/1.1 take nine waves at most', async () => {
    const server = await serve(200, false)
    await open(server)
    server.reset()
    expect((await search(QUERY, { highlight })).ids).toEqual(idsOf(file, QUERY))
    expect(server.waves()).toBeLessThanOrEqual(9)
  })

  test('a small file is loaded whole, in two waves', async () => {
    const server = await serve(200, false)
    const small = recombinedIndex(60)
    server.files.set(PATH, { bytes: small, headers: { ETag: '"s"' } })
    await open(server, 'auto')
    server.reset()
    expect((await search(QUERY)).ids).toEqual(idsOf(small, QUERY))
    expect(server.requestsOf(PATH).length).toBeLessThanOrEqual(2)
    server.reset()
    expect((await search(NEXT_QUERY)).ids).toEqual(idsOf(small, NEXT_QUERY))
    expect(server.requestsOf(PATH)).toEqual([])
  })

  test('typing, aborting and asking again on a slow connection answers the last query right', async () => {
    const server = await serve(60, false)
    await open(server)
    const typed = ['offensive', 'offensive sur', 'offensive sur tripoli', 'offensive sur tripoli haftar', QUERY]
    const answers = (await page.evaluate(`window.type(${JSON.stringify(typed)}, 40)`)) as {
      ids?: string[]
      code?: string
    }[]
    expect(answers.at(-1)?.ids).toEqual(idsOf(file, QUERY))
    for (const [i, answer] of answers.slice(0, -1).entries()) {
      if (answer.code === undefined) expect(answer.ids).toEqual(idsOf(file, typed[i]))
      else expect(answer.code).toBe('QUERY_ABORTED')
    }
  })

  test('a file that is replaced between two queries is answered from anew', async () => {
    const server = await serve(0, false)
    await open(server)
    expect((await search(QUERY)).ids).toEqual(idsOf(file, QUERY))
    server.files.set(PATH, { bytes: newFile, headers: { ETag: '"2"' } })
    expect((await search('salle de cinéma du village')).ids).toEqual(idsOf(newFile, 'salle de cinéma du village'))
    expect((await search(QUERY)).ids).toEqual(idsOf(newFile, QUERY))
  })

  test.each([
    ['is gone', undefined],
    ['has become an HTML page', { bytes: '<!doctype html><title>Accueil</title>', type: 'text/html' }],
  ])('a chunk that %s: what it has is left out and named, and comes with a later query', async (_, replacement) => {
    const server = await serve(0, false)
    await open(server)
    const kept = server.files.get(chunk('explain'))
    if (replacement === undefined) server.files.delete(chunk('explain'))
    else server.files.set(chunk('explain'), replacement)
    const without = await search(QUERY, { explain: true })
    expect(without.ids).toEqual(idsOf(file, QUERY))
    expect(without.unavailable).toEqual(['explain'])
    if (kept !== undefined) server.files.set(chunk('explain'), kept)
    expect((await search(QUERY, { explain: true })).unavailable).toBeUndefined()
  })

  const sync = IndexSearcher.fromBytes<Paragraph>(file)
  const MISSPELT = 'offensive sur Trippoli Hafter'
  const CORRECT = 'enjoliveurs à Tripoli'

  test.skipIf(certificate === undefined)(
    'a first query is corrected, by the blocks of the list that its words are in; two waves more than for words that are right bring the dictionary and the postings of the correction',
    async () => {
      const server = await serve(200, true)
      await open(server)
      server.reset()
      expect(await search(QUERY)).toMatchObject({ ids: idsOf(file, QUERY) })
      const plain = server.waves(PATH)
      expect(server.requestsOf(LIST())).toEqual([])
      await page.close()
      page = await browser.context.newPage()
      await open(server)
      server.reset()
      const { correction, ids } = await search(MISSPELT)
      expect([correction, ids]).toEqual([sync.search(MISSPELT).correction, idsOf(file, MISSPELT)])
      expect(correction).toBe('offensive sur Tripoli Haftar')
      expect(server.waves(PATH)).toBeLessThanOrEqual(plain + 2)
      const [{ wave }] = server.requestsOf(LIST())
      const together = server.received.filter(request => request.wave === wave).map(({ path }) => path)
      expect(together, 'the code comes with the list, and with the postings of the words that are right').toEqual(
        expect.arrayContaining([LIST(), chunk('corrections'), chunk('words'), PATH]),
      )
      const bytes = server.requestsOf(LIST()).reduce((sum, { bytes }) => sum + bytes, 0)
      expect(bytes).toBeLessThan(40_000)
    },
  )

  test.skipIf(certificate === undefined)('a French word that the index lacks costs no wave', async () => {
    const server = await serve(200, true)
    await open(server)
    server.reset()
    await search(QUERY)
    const plain = server.waves(PATH)
    await page.close()
    page = await browser.context.newPage()
    await open(server)
    server.reset()
    expect(await search(CORRECT)).toMatchObject({ ids: idsOf(file, CORRECT), correction: undefined })
    expect(server.requestsOf(LIST()).length).toBe(2)
    expect(server.waves(PATH)).toBeLessThanOrEqual(plain)
    const waves = new Set(server.requestsOf(PATH).map(({ wave }) => wave))
    expect(server.requestsOf(LIST()).every(({ wave }) => waves.has(wave))).toBe(true)
  })

  test.skipIf(certificate === undefined)(
    'hits come together with the list that says that a word is right',
    async () => {
      const server = await serve(200, true)
      await open(server)
      await search('Tripoli', { limit: 1 })
      server.reset()
      expect(await search(CORRECT)).toMatchObject({ ids: idsOf(file, CORRECT), correction: undefined })
      expect(server.requestsOf(LIST()).length).toBe(2)
      expect(server.waves(), 'the dictionary, then the list and the hits').toBe(2)
    },
  )

  test('what was read of the list is on the device for the next page', async () => {
    const server = await serve(0, false)
    for (const requests of [2, 0]) {
      await open(server, 'ranges', '&persistent')
      server.reset()
      expect((await search('enjoliveurs')).unavailable).toBeUndefined()
      expect(server.requestsOf(LIST()).length).toBe(requests)
      await page.waitForTimeout(1000)
    }
  })

  test.each([
    ['is gone', undefined],
    ['has become an HTML page', { bytes: '<!doctype html><title>Accueil</title>', type: 'text/html' }],
  ])('a word list that %s: the query is answered uncorrected, and the next one tries again', async (_, replacement) => {
    const server = await serve(0, false)
    await open(server)
    if (replacement === undefined) server.files.delete(LIST())
    else server.files.set(LIST(), replacement)
    const uncorrected = await search(MISSPELT)
    expect([uncorrected.correction, uncorrected.unavailable]).toEqual([undefined, ['corrections']])
    expect(uncorrected.ids).toEqual(sync.search(MISSPELT, { fuzzy: false, split: false }).hits.map(({ id }) => id))
    server.files.set(LIST(), { bytes: words })
    const corrected = await search(MISSPELT)
    expect([corrected.correction, corrected.unavailable]).toEqual(['offensive sur Tripoli Haftar', undefined])
  })

  test('the code of corrections that is gone: the query is answered uncorrected, and the next one tries again', async () => {
    const server = await serve(0, false)
    await open(server)
    const kept = server.files.get(chunk('corrections'))
    server.files.delete(chunk('corrections'))
    const uncorrected = await search(MISSPELT, { prefix: true })
    expect([uncorrected.correction, uncorrected.unavailable]).toEqual([undefined, ['corrections']])
    // What is left is loaded after the first answer: the query may meet a request that fails.
    if (kept !== undefined) server.files.set(chunk('corrections'), kept)
    expect((await search(MISSPELT)).correction).toBe('offensive sur Tripoli Haftar')
  })

  test('an engine that is gone is reported, and the next query tries again', async () => {
    const server = await serve(0, false)
    await open(server)
    const kept = server.files.get(chunk('engine'))
    server.files.delete(chunk('engine'))
    expect((await search(QUERY)).code).toBe('MODULE_NOT_LOADED')
    if (kept !== undefined) server.files.set(chunk('engine'), kept)
    expect((await search(QUERY)).ids).toEqual(idsOf(file, QUERY))
  })
})
