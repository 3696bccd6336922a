/** `<trouvaille-search>` among other things on a page: shortcuts of the page, routers, frames, other boxes, and a page that changes. As it is shipped, in Chromium. */
import type { Locator, Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ElementSite, POLICY, serveElement } from '../support/element-site.ts'
import { type Browser, findChromium, launchChromium } from './chromium.ts'

const executablePath = findChromium()

const box = (attributes: string, content = '') =>
  `<trouvaille-search src="/articles.trv" ${attributes}>${content}</trouvaille-search>`
const FORM = '<form action="/results"><input name="s" aria-label="Chercher"><button>Chercher</button></form>'

describe.skipIf(executablePath === undefined)('the element on a page', () => {
  let site: ElementSite
  let browser: Browser
  let page: Page
  let faults: string[]

  beforeAll(async () => {
    site = await serveElement({ isBuilt: true })
    browser = await launchChromium(executablePath ?? '', 'fr-FR')
    const pages: Readonly<Record<string, string>> = {
      '/page': `${box('hits="4"')}<p><a href="#fin">Fin</a></p><p id="fin">Fin</p>`,
      '/list': box('mode="list"', FORM),
      '/dialog': `<p><input aria-label="Autre champ"></p>${box('mode="dialog"')}`,
      '/two': box('mode="list"') + box('mode="list" label="Autre"'),
      '/start': '<p>Une autre page</p>',
      '/results': '<p>La page des résultats</p>',
    }
    for (const [path, body] of Object.entries(pages)) site.page(path, body)
    const srcdoc = `<script type='module' src='/trouvaille/element.js'></script>${box('').replaceAll('"', "'")}`
    site.page('/frame', `<iframe srcdoc="${srcdoc}" width="600" height="600"></iframe>`, {
      policy: `${POLICY}; frame-src 'self'`,
    })
    site.page('/german', box('') + box('mode="dialog"'), { lang: 'de-AT' })
    return async () => {
      await browser.close()
      await site.close()
    }
  })

  beforeEach(async () => {
    page = await browser.context.newPage()
    faults = []
    page.on('pageerror', error => faults.push(String(error)))
    site.latencyOf = () => 0
    return async () => {
      await page.close()
      expect(faults).toEqual([])
    }
  })

  const open = async (path: string) => {
    await page.goto(site.address + path)
    site.requests = []
  }
  const element = (): Locator => page.locator('trouvaille-search').first()
  const field = () => element().locator('input#field')
  const option = () => element().getByRole('option').first()
  const hit = () => element().locator('ol[part=results] > li').first()
  const indexesRead = () => site.requests.filter(path => path.endsWith('.trv'))
  const hasFocus = (locator: Locator) =>
    locator.evaluate(field => (field.getRootNode() as ShadowRoot).activeElement === field)

  describe('that has its own shortcuts', () => {
    test('gets no key that is typed into the field', async () => {
      await open('/list')
      await page.evaluate(`
        window.seen = []
        addEventListener('keydown', event => /input/i.test(event.target.tagName) || seen.push(event.key))`)
      await field().click()
      await page.keyboard.type('a/b')
      for (const key of ['ArrowLeft', 'Home', 'Backspace', 'Control+b']) await page.keyboard.press(key)
      expect(await page.evaluate('seen')).toEqual(['Control', 'b'])
    })

    test('keeps Escape to itself while a dialog of the element is open', async () => {
      await open('/dialog')
      await page.evaluate(`
        window.seen = []
        addEventListener('keydown', event => seen.push(event.key))`)
      await page.keyboard.press('/')
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      expect(await page.evaluate('seen')).toEqual(['/'])
    })

    test.each(['display: none', 'visibility: hidden'])('opens no dialog inside of what has %s', async style => {
      await open('/dialog')
      await element().evaluate((element: HTMLElement, style) => {
        element.parentElement?.append(element.cloneNode())
        // Not the attribute, which the policy forbids.
        element.style.cssText = style
      }, style)
      await page.keyboard.press('Control+k')
      await page.locator('trouvaille-search').last().getByRole('dialog').waitFor()
      expect(await element().getByRole('dialog', { includeHidden: true }).getAttribute('open')).toBeNull()
    })
  })

  describe('that changes', () => {
    test('keeps what is typed, and the caret, when another index is given', async () => {
      await open('/list')
      await field().click()
      await page.keyboard.type('programme')
      await option().waitFor()
      await page.keyboard.press('ArrowLeft')
      await element().evaluate(element => element.setAttribute('src', '/guide.trv'))
      await element().getByRole('option', { name: 'Guide du programme' }).waitFor()
      expect(await hasFocus(field())).toBe(true)
      await page.keyboard.type('!')
      expect(await field().inputValue()).toBe('programm!e')
    })

    test('reads nothing again when an attribute changes, or the element is put elsewhere', async () => {
      await open('/list')
      await field().click()
      await page.keyboard.type('Libye')
      await option().waitFor()
      await element().evaluate(element => element.setAttribute('placeholder', 'Chercher'))
      await option().waitFor()
      await element().evaluate(element => document.body.append(element))
      expect(await field().inputValue()).toBe('Libye')
      await field().click()
      await option().waitFor()
      expect(indexesRead()).toEqual(['/articles.trv'])
    })

    test('has two boxes, which share an index', async () => {
      await open('/two')
      await field().fill('Libye')
      await option().waitFor()
      await page.locator('trouvaille-search').last().locator('input#field').fill('Tripoli')
      await page.locator('trouvaille-search').last().getByRole('option').first().waitFor()
      expect(indexesRead()).toEqual(['/articles.trv'])
    })

    test('lets a visitor go on who types before the element is there', async () => {
      let arrive: (() => void) | undefined
      const arrival = new Promise<void>(resolve => {
        arrive = resolve
      })
      await page.route('**/element.js', async route => {
        await arrival
        await route.continue()
      })
      await page.goto(`${site.address}/list`, { waitUntil: 'commit' })
      await page.locator('form input').click()
      await page.keyboard.type('Liby')
      arrive?.()
      await field().waitFor()
      expect(await hasFocus(field())).toBe(true)
      await page.keyboard.type('e')
      expect(await field().inputValue()).toBe('Libye')
      await option().waitFor()
    })

    test('sends the form of the author before the element is loaded, too', async () => {
      site.latencyOf = path => (path.includes('/views-') ? 3000 : 0)
      await open('/list')
      await field().fill('Libye')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/results\?s=Libye$/, { timeout: 2000 })
    })

    test('goes on saying that it searches on a connection that is slow all the time', async () => {
      await open('/list')
      site.latencyOf = () => 700
      await page.evaluate(`{
        window.seen = []
        const status = document.querySelector('trouvaille-search').shadowRoot.querySelector('[role=status]')
        new MutationObserver(() => seen.push(status.textContent)).observe(status, { childList: true })
      }`)
      await field().click()
      await page.keyboard.type('Libye', { delay: 30 })
      await option().waitFor()
      expect(await page.evaluate('seen')).toEqual(['Recherche en cours…', expect.stringMatching(/^\d+ résultats$/)])
    })

    test('searches for what was typed without a connection when there is one', async () => {
      await open('/list')
      await browser.context.setOffline(true)
      await field().click()
      await page.keyboard.type('Libye')
      await page.getByRole('status').filter({ hasText: 'hors connexion' }).waitFor()
      await browser.context.setOffline(false)
      await option().waitFor()
    })
  })

  describe('and its address', () => {
    const entries = () => page.evaluate('history.length')

    test('is not changed by another spelling of the same search', async () => {
      await open('/start')
      const before = (await entries()) as number
      await open('/page?autre=1&q=Haftar%20Tripoli&q-sort=')
      await hit().waitFor()
      expect(await entries()).toBe(before + 1)
    })

    test('does not search again for a link within the page', async () => {
      await open('/page?q=Libye')
      await hit().waitFor()
      await page.evaluate(`addEventListener('trouvaille-search', () => { window.hasSearched = true })`)
      await page.getByRole('link', { name: 'Fin' }).click()
      await page.goBack()
      await page.waitForTimeout(150)
      expect(await page.evaluate('window.hasSearched')).toBeUndefined()
    })

    test('keeps the state of a router', async () => {
      await open('/page')
      await page.evaluate(`history.replaceState({ index: 3 }, '')`)
      await field().fill('Libye')
      await page.keyboard.press('Enter')
      await page.waitForURL(/q=Libye/)
      expect(await page.evaluate('history.state')).toEqual({ index: 3 })
    })

    test('is left alone if it must not change', async () => {
      await open('/frame')
      const frame = page.frameLocator('iframe')
      await frame.locator('input#field').fill('Libye')
      await frame.locator('ol[part=results] > li').first().waitFor()
      expect(await frame.getByRole('status').textContent()).toMatch(/^\d+ résultats/)
    })
  })

  test('a hit opened in another tab is told, and neither prevented nor the end of the search', async () => {
    await open('/dialog')
    await page.evaluate(`
      window.seen = []
      addEventListener('trouvaille-select', event => { seen.push(event.cancelable); event.preventDefault() })`)
    await page.keyboard.press('/')
    await page.keyboard.type('Libye')
    for (const options of [{ modifiers: ['Control'] as 'Control'[] }, { button: 'middle' as const }]) {
      const other = browser.context.waitForEvent('page')
      await option().click(options)
      await (await other).close()
    }
    expect(await page.getByRole('dialog').isVisible()).toBe(true)
    await option().click()
    expect(await page.evaluate('seen')).toEqual([false, false, true])
  })

  test('in a language that the element does not speak names its own, and that of the hits', async () => {
    await open('/german?q=Libye')
    await hit().waitFor()
    expect(await page.getByRole('status').first().textContent()).toMatch(/^\d+ results/)
    const languageOf = (locator: Locator) => locator.evaluate(node => node.closest('[lang]')?.getAttribute('lang'))
    expect(await languageOf(page.getByRole('status').first())).toBe('en')
    expect(await languageOf(hit())).toBe('de-AT')
  })

  test('on paper shows the query and its hits', async () => {
    await open('/page?q=Tripolli')
    await hit().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await hit().isVisible()).toBe(true)
    expect(await field().isVisible()).toBe(true)
    for (const control of await element().getByRole('button').all()) expect(await control.isVisible()).toBe(false)
    expect(await element().getByRole('checkbox').first().isVisible()).toBe(false)
    await open('/list')
    expect(await field().isVisible()).toBe(false)
  })

  test('at 400 % in a window of 1,280 × 1,024 pixels, a dialog shows the title of the active hit', async () => {
    await page.setViewportSize({ width: 320, height: 256 })
    await open('/dialog')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Libye')
    await option().waitFor()
    await page.keyboard.press('ArrowDown')
    const [title, keys, dialog] = await Promise.all(
      [option().locator('.title'), element().locator('.keys'), page.getByRole('dialog')].map(part =>
        part.boundingBox(),
      ),
    )
    expect(dialog?.height).toBeLessThanOrEqual(256)
    expect((title?.y ?? 0) + (title?.height ?? 999)).toBeLessThanOrEqual(keys?.y ?? 0)
  })
})
