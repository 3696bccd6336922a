/** A page in a real browser that opens an index on another origin by ranges, and keeps what it read for the next visit. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IndexSearcher } from '../../src/index-searcher.ts'
import type { ClientOptions } from '../../src/open/open-options.ts'
import { buildParagraphs, type Paragraph } from '../support/articles.ts'
import { type RangeServer, serve } from '../support/range-server.ts'
import { type Browser, findChromium, launchChromium } from './chromium.ts'
import { bundlePage, SEARCH_SCRIPT, STORED } from './page.ts'

const executablePath = findChromium()
const ASKED = 'Haftar Tripoli cessez-le-feu'

async function servePage(): Promise<{ address: string; close(): Promise<void> }> {
  const html = await bundlePage(SEARCH_SCRIPT)
  const server = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(html))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise(resolve => server.close(() => resolve()).closeAllConnections()),
  }
}

describe.skipIf(executablePath === undefined)('a page that opens an index on another origin', () => {
  const file = buildParagraphs()
  const expected = IndexSearcher.fromBytes<Paragraph>(file)
    .search(ASKED)
    .hits.map(({ id }) => id)
  let site: Awaited<ReturnType<typeof servePage>>
  let server: RangeServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    if (executablePath === undefined) return
    site = await servePage()
    const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Content-Range, ETag' }
    server = await serve({ bytes: file, headers: { ...headers, ETag: '"1"', 'Cache-Control': 'no-cache' } })
    browser = await launchChromium(executablePath, 'fr-FR')
    page = await browser.context.newPage()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await site?.close()
  })

  const ask = async (options: ClientOptions): Promise<unknown> => {
    await page.goto(site.address)
    server.received.length = 0
    await page.waitForFunction('window.ask')
    return page.evaluate(
      `window.ask(${JSON.stringify(server.url)}, ${JSON.stringify(ASKED)}, ${JSON.stringify(options)})`,
    )
  }

  test('reads parts, without asking first whether it may', async () => {
    expect(await ask({ cache: { persistent: false } })).toEqual(expected)
    expect(server.received[0].range).toBe('bytes=0-12287')
    expect(server.received.map(({ method }) => method)).not.toContain('OPTIONS')
    expect(server.received.length).toBeLessThan(30)
  })

  test('where the server shows neither length nor ETag, too', async () => {
    const { headers } = server.behaviour
    server.behaviour.headers = { 'Access-Control-Allow-Origin': '*' }
    expect(await ask({ cache: { persistent: false } })).toEqual(expected)
    server.behaviour.headers = headers
  })

  test('finds what it kept at the next visit, and nothing of it once the file changed', async () => {
    const kept = {}
    expect(await ask(kept)).toEqual(expected)
    expect(server.received.length).toBeGreaterThan(1)
    await page.evaluate(STORED)
    expect(await ask(kept)).toEqual(expected)
    expect(server.received.map(({ range }) => range)).toEqual(['bytes=0-12287'])
    const fewer = buildParagraphs(50)
    server.behaviour.bytes = fewer
    const hits = IndexSearcher.fromBytes<Paragraph>(fewer).search(ASKED).hits
    expect(await ask(kept)).toEqual(hits.map(({ id }) => id))
    const versions = `caches.open('trouvaille').then(cache => cache.keys()).then(keys =>
      new Set(keys.map(({ url }) => new URL(url).searchParams.get('trouvaille').split('-')[0])).size)`
    await page.evaluate(STORED)
    expect(await page.evaluate(versions), 'the pages of the old file are gone').toBe(1)
  })
})
