/** Each example installs, builds and answers. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, findChromium, launchChromium } from '../browser/chromium.ts'
import { type Served, serveFolder } from '../support/serve-folder.ts'
import { type CopiedExample, copyExample } from './copied-example.ts'
import { serveProgram } from './serve-program.ts'

const executablePath = findChromium()
const HORSE = 'Un cheval sur le chemin de l’école'

/** Copies an example, and takes all that was opened for it away again. */
async function withExample(name: string, use: (example: CopiedExample) => Promise<void>): Promise<void> {
  const example = await copyExample(name)
  try {
    await use(example)
  } finally {
    await example.remove()
  }
}

async function withServer(server: Promise<Served>, use: (address: string) => Promise<void>): Promise<void> {
  const { address, close } = await server
  try {
    await use(address)
  } finally {
    await close()
  }
}

test('node: a tour of the library', () =>
  withExample('node', async ({ npm }) => {
    expect(await npm('start')).toContain('Offensive sur «Tripoli»')
  }))

test('server: a search API, page by page', () =>
  withExample('server', async ({ folder, npm }) => {
    await npm('run', 'build')
    await withServer(serveProgram(folder, ['server.mjs']), async address => {
      const get = async (query: string) => (await fetch(new URL(`/api/search?${query}`, address))).json()
      const found = await get('q=chevaux')
      expect(found.hits[0]).toMatchObject({ id: 'cheval', title: 'Un <mark>cheval</mark> sur le chemin de l’école' })
      const first = await get('q=la')
      expect(first).toMatchObject({
        total: 4,
        facets: { section: expect.arrayContaining([{ value: 'école', count: 1 }]) },
      })
      const second = await get(`q=la&after=${encodeURIComponent(first.next)}`)
      const ids = [...first.hits, ...second.hits].map(({ id }: { id: string }) => id)
      expect(ids.sort()).toEqual(['bibliotheque', 'cafe', 'cheval', 'riviere'])
      expect((await get('q=la&section=culture')).hits.map(({ id }: { id: string }) => id)).toEqual(['bibliotheque'])
      const wrong = await fetch(new URL('/api/search?q=la&after=inventé', address))
      expect(wrong.status).toBe(400)
    })
  }))

test('next: a page rendered on the server', () =>
  withExample('next', async ({ folder, npm }) => {
    await npm('run', 'build')
    const program = join(folder, 'node_modules/next/dist/bin/next')
    await withServer(
      serveProgram(folder, [program, 'start', '--port', '0', '--hostname', '127.0.0.1']),
      async address => {
        const html = await (await fetch(new URL('/?q=chevaux', address))).text()
        expect(html).toContain('Un <mark>cheval</mark> sur le chemin de l’école')
      },
    )
  }))

describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    if (executablePath !== undefined) browser = await launchChromium(executablePath, 'fr-FR')
  })
  afterAll(() => browser?.close())

  async function ask(page: Page, question: string): Promise<void> {
    await page.getByRole('searchbox').fill(question)
  }

  async function withPage(address: string, use: (page: Page) => Promise<void>): Promise<void> {
    const page = await browser.context.newPage()
    const faults: string[] = []
    page.on('pageerror', error => faults.push(String(error)))
    await page.goto(address)
    await use(page)
    await page.close()
    expect(faults).toEqual([])
  }

  /** Asks, and follows the first hit to its page. */
  function answersByLink(address: string): Promise<void> {
    return withPage(address, async page => {
      await ask(page, 'chevaux')
      const link = page.getByRole('link', { name: HORSE }).filter({ has: page.locator('mark') })
      await link.click()
      await page.getByRole('heading', { level: 1, name: HORSE }).waitFor()
    })
  }

  test('html: pages without a bundler', () =>
    withExample('html', async ({ folder, npm }) => {
      await npm('run', 'build')
      await withServer(serveFolder(join(folder, 'public')), answersByLink)
    }))

  test.each(['dsfr', 'bootstrap'])('%s: pages without a bundler, in the style of a design system', name =>
    withExample(name, async ({ folder, npm }) => {
      await npm('run', 'build')
      await withServer(serveFolder(join(folder, 'public')), answersByLink)
    }),
  )

  test('eleventy: pages that Eleventy wrote', () =>
    withExample('eleventy', async ({ folder, npm }) => {
      await npm('run', 'build')
      await withServer(serveFolder(join(folder, '_site')), answersByLink)
    }))

  test('vitepress: a search box in the theme, by the plugin', () =>
    withExample('vitepress', async ({ folder, npm }) => {
      await npm('run', 'build')
      const dist = join(folder, 'docs/.vitepress/dist')
      expect(readdirSync(join(dist, 'assets')).filter(name => name.endsWith('.trv')).length).toBe(1)
      await withServer(serveFolder(dist), answersByLink)
    }))

  test('pwa: answers without a network after the first visit', () =>
    withExample('pwa', async ({ folder, npm }) => {
      await npm('run', 'build')
      const served = await serveFolder(join(folder, 'public'))
      await withPage(served.address, async page => {
        await page.evaluate('navigator.serviceWorker.ready.then(() => {})')
        // Nothing listens any more.
        await served.close()
        await page.reload()
        await ask(page, 'chevaux')
        await page.getByText(HORSE).waitFor()
        expect(await page.getByRole('status').textContent()).toBe('1 résultat.')
      })
    }))
})
