/** How many round trips a query takes in Chromium, from a server with 200 ms of latency: those of its steps, and at the next page only the header's. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IndexSearcher } from '../../src/index-searcher.ts'
import type { Paragraph } from '../support/articles.ts'
import { selfSignedCertificate } from '../support/certificate.ts'
import { LatencyServer } from '../support/latency-server.ts'
import { recombinedIndex, SESSION } from '../support/recombined.ts'
import { type Browser, findChromium, launchChromium } from './chromium.ts'
import { bundlePage, SEARCH_SCRIPT, STORED } from './page.ts'

const executablePath = findChromium()
const certificate = selfSignedCertificate()
if (certificate === undefined) console.warn('OpenSSL is not installed: the tests over HTTP/2 are skipped')

const PATH = '/recherche.trv'
const [QUERY, NEXT_QUERY] = SESSION

describe.each([
  { protocol: 'HTTP/2', certificate, most: 4 },
  { protocol: 'HTTP/1.1 with six connections', certificate: undefined, most: 9 },
])('over $protocol', ({ protocol, certificate, most }) => {
  const skipped = executablePath === undefined || (protocol === 'HTTP/2' && certificate === undefined)
  const file = recombinedIndex(900)
  const newFile = recombinedIndex(700)
  const idsOf = (bytes: Uint8Array, query: string) =>
    IndexSearcher.fromBytes<Paragraph>(bytes)
      .search(query)
      .hits.map(({ id }) => id)
  let server: LatencyServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    if (executablePath === undefined || skipped) return
    server = new LatencyServer({ latency: 200, together: true, certificate })
    await server.listen()
    server.files.set('/', { bytes: await bundlePage(SEARCH_SCRIPT), type: 'text/html' })
    browser = await launchChromium(executablePath, 'fr-FR', ['--ignore-certificate-errors'])
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  /** Opens the page in a tab; what the tab asks for then is counted from here. */
  const visit = async (tab: Page): Promise<void> => {
    server.files.set(PATH, server.files.get(PATH) ?? { bytes: file, headers: { ETag: '"1"' } })
    await tab.goto(`${server.origin}/`)
    await tab.waitForFunction('window.ask')
    server.reset()
  }
  const ask = (tab: Page, query: string): Promise<unknown> =>
    tab.evaluate(`window.ask(${JSON.stringify(PATH)}, ${JSON.stringify(query)})`)
  const searchAgain = (tab: Page, query: string): Promise<unknown> =>
    tab.evaluate(`window.searchAgain(${JSON.stringify(query)})`)

  test.skipIf(skipped)('a first query takes as many waves as it has steps', async () => {
    page = await browser.context.newPage()
    await visit(page)
    expect(await ask(page, QUERY)).toEqual(idsOf(file, QUERY))
    expect(server.requestsOf(PATH).length, 'enough to tell').toBeGreaterThan(20)
    expect(server.waves(PATH)).toBeLessThanOrEqual(most)
    expect(server.received.map(({ method }) => method)).not.toContain('OPTIONS')
  })

  test.skipIf(skipped)('the same query at the next page takes one request', async () => {
    await page.evaluate(STORED)
    await visit(page)
    expect(await ask(page, QUERY)).toEqual(idsOf(file, QUERY))
    expect(server.requestsOf(PATH).map(({ range }) => range)).toEqual(['bytes=0-12287'])
    expect(server.waves(PATH)).toBe(1)
  })

  test.skipIf(skipped)('two tabs at once answer right, and both find at their next page what they read', async () => {
    await page.evaluate("caches.delete('trouvaille')")
    const tabs = [page, await browser.context.newPage()]
    const queries = [QUERY, NEXT_QUERY]
    for (const tab of tabs) await visit(tab)
    const answers = await Promise.all(tabs.map((tab, i) => ask(tab, queries[i])))
    expect(answers).toEqual(queries.map(query => idsOf(file, query)))
    await Promise.all(tabs.map(tab => tab.evaluate(STORED)))
    for (const query of queries) {
      await visit(page)
      expect(await ask(page, query)).toEqual(idsOf(file, query))
      expect(server.waves(PATH), query).toBe(1)
    }
    await tabs[1].close()
  })

  test.skipIf(skipped)(
    'a file that is replaced between two queries is opened anew, and nothing of the old one is used',
    async () => {
      await visit(page)
      expect(await ask(page, QUERY)).toEqual(idsOf(file, QUERY))
      server.files.set(PATH, { bytes: newFile, headers: { ETag: '"2"' } })
      const later = 'salle de cinéma du village'
      expect(await searchAgain(page, later)).toEqual(idsOf(newFile, later))
      expect(await ask(page, QUERY)).toEqual(idsOf(newFile, QUERY))
      await page.evaluate(STORED)
      await visit(page)
      expect(await ask(page, QUERY)).toEqual(idsOf(newFile, QUERY))
      expect(server.waves(PATH)).toBe(1)
    },
  )
})
