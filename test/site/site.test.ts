/** The project's own site in Chromium, served under a path as static hosts do: its search box, its playground in both languages, and its policy. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildSite } from '../../scripts/build-site.mjs'
import { type Browser, findChromium, launchChromium } from '../browser/chromium.ts'
import { type BuiltProgram, buildProgram } from '../cli/built-program.ts'
import { LatencyServer } from '../support/latency-server.ts'

const executablePath = findChromium()
const PREFIX = '/un/chemin'
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

describe.skipIf(executablePath === undefined)('the site', () => {
  let program: BuiltProgram
  let server: LatencyServer
  let browser: Browser
  let page: Page
  let problems: string[]

  beforeAll(async () => {
    if (executablePath === undefined) return
    program = await buildProgram()
    const folder = await buildSite({ folder: join(program.folder, 'site'), program: program.script })
    server = new LatencyServer({ latency: 0 })
    await server.listen()
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      server.files.set(PREFIX + path.slice(folder.length), { bytes: readFileSync(path), type: TYPES[extname(path)] })
    }
    browser = await launchChromium(executablePath, 'fr-FR')
  }, 600_000)

  beforeEach(async () => {
    await page?.close()
    page = await browser.context.newPage()
    problems = []
    page.on('console', message => message.type() === 'error' && problems.push(message.text()))
    page.on('pageerror', error => problems.push(error.message))
    page.on('requestfailed', request => problems.push(request.url()))
    server.reset()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await program?.remove()
  })

  const open = (path: string) => page.goto(`${server.origin}${PREFIX}${path}`)
  /** What was refused, missing or broken. */
  const failures = () => [
    ...problems,
    ...server.received.filter(({ path }) => !server.files.has(path)).map(({ path }) => path),
  ]

  test('articles are found by the search box, and hits lead to them', async () => {
    await open('/index.html')
    await page.getByRole('button', { name: 'œufs en meurette' }).click()
    const hit = page
      .locator('trouvaille-search')
      .getByRole('link', { name: /meurette/i })
      .first()
    await hit.click()
    await page.waitForURL('**/articles/*.html')
    expect(await page.locator('h1').textContent()).toMatch(/meurette/i)
    expect(failures()).toEqual([])
  })

  test('measurements are found under their tab, in English, and lead to their section', async () => {
    await open('/en/index.html')
    const field = page.locator('trouvaille-search').getByRole('searchbox')
    await field.fill('Lucene tantivy')
    await page.getByRole('tab', { name: /Measurements/ }).click()
    await page.locator('trouvaille-search').getByRole('link', { name: /./ }).first().click()
    await page.waitForURL('**/measures/*.html*')
    expect(failures()).toEqual([])
  })

  test('a text is analysed as it is typed', async () => {
    await open('/index.html')
    await page.getByLabel('Texte à analyser').fill('l’œuvre des chevaux')
    const rows = page.locator('#tokens tbody tr')
    await expect
      .poll(() => rows.allTextContents())
      .toEqual([
        "l'l’élision · mot videl'",
        'œuvreœuvremotoeuvr',
        'desdesmot · mot vide=des',
        'chevauxchevauxmotcheval',
      ])
    expect(failures()).toEqual([])
  })

  test.each([
    ['cheval', 'chevaux', /^Le premier trouve le second.*une autre forme/],
    ['cheval', 'voiture', /^Le premier ne trouve pas le second/],
  ])('%s and %s', async (asked, found, expected) => {
    await open('/index.html')
    await page.getByLabel('Mot cherché').fill(asked)
    await page.getByLabel('Mot du texte').fill(found)
    await expect.poll(() => page.locator('#meeting').textContent()).toMatch(expected)
  })

  test('a query is taken apart, with what each word brought to the first articles', async () => {
    await open('/index.html')
    await page.getByLabel('Requête', { exact: true }).fill('livreurs -retraite')
    const reading = page.locator('#reading')
    await expect.poll(() => reading.locator('.tree code').allTextContents()).toEqual(['group', 'words', 'not', 'words'])
    await expect.poll(() => reading.locator('table.why').count()).toBeGreaterThan(0)
    expect(failures()).toEqual([])
  })

  test.each(['/index.html', '/en/index.html', '/measures/relevance.html'])(
    '%s is accessible, and fits 320 pixels',
    async path => {
      await page.setViewportSize({ width: 320, height: 800 })
      await open(path)
      if (path.endsWith('index.html')) {
        for (const id of ['tokens', 'meeting', 'reading']) {
          await page.locator(`#${id}`).scrollIntoViewIfNeeded()
          await expect.poll(() => page.locator(`#${id}`).textContent()).not.toBe('')
        }
      }
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
      // The driver's own script, which the policy of the page does not hold for.
      await page.evaluate(axe.source)
      const { violations } = (await page.evaluate('axe.run()')) as {
        violations: { id: string; nodes: { html: string }[] }[]
      }
      expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([])
    },
  )
})
