/** `<trouvaille-search>` on connections that fail: whatever fails and whenever, the hits come without the visitor doing anything, once the connection works. */
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ElementSite, serveElement } from '../support/element-site.ts'
import { type Browser, findChromium, launchChromium } from './chromium.ts'

const executablePath = findChromium()
/** A test takes more than a second, most of it for the pause before a search is repeated. */
const ALL = process.env.TEST_ALL !== undefined

const upTo = (most: number) => Array.from({ length: most }, (_, i) => i + 1)

/** Gives the page `report()`, with which a test says whether the browser is online. */
const REPORTS = `{
  let isOnline = true
  Object.defineProperty(Navigator.prototype, 'onLine', { get: () => isOnline })
  window.report = online => {
    isOnline = online
    dispatchEvent(new Event(online ? 'online' : 'offline'))
  }
}`

describe.skipIf(executablePath === undefined)('the element', () => {
  let site: ElementSite
  let browser: Browser
  let page: Page
  /** The requests of the page that were refused. */
  let refused: string[]

  beforeAll(async () => {
    site = await serveElement({ isBuilt: true })
    browser = await launchChromium(executablePath ?? '', 'fr-FR')
    for (const mode of ['page', 'list', 'dialog'])
      site.page(`/${mode}`, `<trouvaille-search src="/articles.trv" mode="${mode}"></trouvaille-search>`)
    return async () => {
      await browser.close()
      await site.close()
    }
  })

  beforeEach(async () => {
    page = await browser.context.newPage()
    await page.addInitScript(REPORTS)
    site.latencyOf = () => 20
    site.refuses = () => false
    return async () => {
      await page.close()
    }
  })

  /** Opens the element. From now on, its requests are refused if `isRefused`, which gets their numbers from 1, says so. */
  const open = async (mode: string, isRefused: (request: number) => boolean) => {
    await page.goto(`${site.address}/${mode}`)
    await page.locator('trouvaille-search input#field').waitFor({ state: 'attached' })
    refused = []
    let requests = 0
    site.refuses = path => {
      const isGone = isRefused(++requests)
      if (isGone) refused.push(path)
      return isGone
    }
  }
  const type = async (mode: string, text: string) => {
    if (mode === 'dialog') await page.keyboard.press('Control+k')
    else await page.locator('trouvaille-search input#field').click()
    await page.keyboard.type(text)
  }
  const hit = () => page.locator('trouvaille-search [part=title], trouvaille-search [role=option]').first()
  const say = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor()

  test.each(ALL ? ['page', 'list', 'dialog'] : ['page'])(
    'a connection that is reported before it works, %s',
    async mode => {
      let works = false
      await open(mode, () => !works)
      await page.evaluate('report(false)')
      await type(mode, 'Libye')
      await say('hors connexion')
      await page.evaluate('report(true)')
      await say('rechargez la page')
      expect(refused).not.toEqual([])
      works = true
      await hit().waitFor()
    },
  )

  test.runIf(ALL)('a connection that fails unnoticed, and works again', async () => {
    let works = false
    await open('page', () => !works)
    await type('page', 'Libye')
    await say('rechargez la page')
    works = true
    await hit().waitFor()
  })

  test('requests that were sent while there was a connection, and fail once there is one again', async () => {
    await open('page', request => request <= 6)
    site.latencyOf = () => 300
    await type('page', 'Libye')
    await page.evaluate('report(false)')
    await page.evaluate('report(true)')
    await hit().waitFor()
    expect(refused.length).toBe(6)
  })

  test.each(upTo(ALL ? 16 : 0))('request %i fails', async nth => {
    await open('page', request => request === nth)
    await type('page', 'Haftar Tripolo')
    await hit().waitFor()
    await say('résultat')
  })

  test.each(ALL ? upTo(16) : [8])('the first %i requests fail', async most => {
    await open('page', request => request <= most)
    await type('page', 'Haftar Tripolo')
    await hit().waitFor()
    await say('résultat')
  })

  test('without a connection, a service worker may answer', async () => {
    await open('page', () => false)
    await page.evaluate('report(false)')
    await type('page', 'Libye')
    await hit().waitFor()
  })

  describe('in a browser that remembers failed imports', () => {
    let old: Browser
    beforeAll(async () => {
      old = await launchChromium(executablePath ?? '', 'fr-FR', [
        '--disable-blink-features=ModuleMapDoNotCacheFailedFetch',
      ])
      return () => old.close()
    })
    beforeEach(async () => {
      await page.close()
      page = await old.context.newPage()
      await page.addInitScript(REPORTS)
    })

    test('nothing is imported without a connection', async () => {
      let works = false
      await open('page', () => !works)
      await page.evaluate('report(false)')
      await type('page', 'Libye')
      await say('hors connexion')
      expect(new Set(refused)).toEqual(new Set(['/trouvaille/client.js', '/articles.trv']))
      works = true
      await page.evaluate('report(true)')
      await hit().waitFor()
    })
  })
})
