/** The Vite example in a real browser, used as a reader uses it. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ServedExample, serveViteExample } from './built-example.ts'
import { type Browser, findChromium, launchChromium } from './chromium.ts'

const executablePath = findChromium()
if (executablePath === undefined) {
  console.warn(
    'No Chromium on this machine (chromium, chromium-browser or google-chrome on PATH): browser tests are skipped.',
  )
}

describe.skipIf(executablePath === undefined)('the Vite example', () => {
  let example: ServedExample
  let browser: Browser
  let page: Page
  let faults: string[]

  beforeAll(async () => {
    if (executablePath === undefined) return
    example = await serveViteExample()
    browser = await launchChromium(executablePath, 'fr-FR')
  })

  afterAll(async () => {
    await browser?.close()
    await example?.close()
  })

  beforeEach(async () => {
    page = await browser.context.newPage()
    faults = []
    page.on('pageerror', error => faults.push(String(error)))
    page.on('console', message => message.type() === 'error' && faults.push(message.text()))
    await page.goto(example.address)
    await page.getByText('66 articles').waitFor()
    return async () => {
      await page.close()
      expect(faults).toEqual([])
    }
  })

  const question = () => page.getByRole('searchbox')
  const titles = () => page.locator('.results h2').allTextContents()
  const status = () => page.getByRole('status').textContent()

  test('finds the article where the three words meet, and marks them', async () => {
    await question().fill('Haftar Tripoli cessez-le-feu')
    await expect
      .poll(async () => (await titles())[0])
      .toBe('Offensive sur Tripoli\u00a0: des émissaires américains rencontrent Haftar')
    const first = page.locator('.results > li').first()
    expect(await first.locator('h2 mark').allTextContents()).toEqual(['Tripoli', 'Haftar'])
    expect(await first.locator('.passage mark').allTextContents()).toContain('cessez-le-feu')
    expect(await status()).toMatch(
      /^\d+ résultats\u202f; voici les 10 meilleurs\. Recherche effectuée en [\d,]+\u00a0ms\.$/,
    )
  })

  test('answers while a word is being typed', async () => {
    await question().pressSequentially('glac')
    // What was found for its first letters is there before.
    await expect.poll(() => page.locator('.results mark').first().textContent()).toMatch(/^glac/i)
  })

  test('an example answers when it is chosen, and the address keeps the question', async () => {
    await page.getByRole('button', { name: 'elections municipales' }).click()
    expect(await question().inputValue()).toBe('elections municipales')
    expect(await page.locator('.results mark').first().textContent()).toMatch(/^(élections|municipales)$/i)
    await page.reload()
    await page.locator('.results h2').first().waitFor()
    expect(await question().inputValue()).toBe('elections municipales')
  })

  test('an article unfolds with its words marked', async () => {
    await question().fill('glaciers')
    const first = page.locator('.results > li').first()
    await first.getByText('Lire l’article').click()
    await first.locator('.article p').first().waitFor()
    expect(await first.locator('.article p').count()).toBeGreaterThan(2)
    expect(await first.locator('.article mark').count()).toBeGreaterThan(0)
  })

  test('speaks French and English, and is labelled in both', async () => {
    expect(await page.getByRole('searchbox', { name: 'Votre recherche' }).count()).toBe(1)
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('searchbox', { name: 'Your question, in French' }).fill('glaciers')
    await expect.poll(status).toMatch(/^\d+ articles? answers?\. Searched in [\d.]+ ms\.$/)
    expect(await page.locator('.results h2').first().getAttribute('lang')).toBe('fr')
    expect(await page.getByRole('button', { name: 'English' }).getAttribute('aria-pressed')).toBe('true')
  })

  test('what finds nothing says so, and what looks like HTML is text', async () => {
    await question().fill('<img src=qqq onerror=zzzz>')
    await expect.poll(status).toBe('Aucun résultat pour «\u00a0<img src=qqq onerror=zzzz>\u00a0».')
    expect(await page.locator('img').count()).toBe(0)
    await question().fill('')
    await expect.poll(() => page.locator('.results > li').count()).toBe(0)
  })
})
