/** `<trouvaille-search>` in Chromium, as it is shipped: what is loaded when, the keyboard, the address, events, and failures. */
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ElementSite, serveElement } from '../support/element-site.ts'
import { type Browser, findChromium, launchChromium } from './chromium.ts'

const executablePath = findChromium()

describe.skipIf(executablePath === undefined)('the element', () => {
  let site: ElementSite
  let browser: Browser
  let page: Page
  let faults: string[]

  beforeAll(async () => {
    site = await serveElement({ isBuilt: true })
    browser = await launchChromium(executablePath ?? '', 'fr-FR')
    site.page('/page', '<trouvaille-search src="/articles.trv" hits="4"></trouvaille-search>')
    site.page(
      '/list',
      '<trouvaille-search src="/articles.trv" mode="list" recent></trouvaille-search><button>Après</button>',
    )
    site.page(
      '/dialog',
      '<p><input aria-label="Autre champ"></p><trouvaille-search src="/articles.trv" mode="dialog"></trouvaille-search>',
    )
    site.page(
      '/tabs',
      '<trouvaille-search src="/articles.trv /guide.trv" labels="Articles, Guide"></trouvaille-search>',
    )
    site.page('/english', '<trouvaille-search src="/articles.trv"></trouvaille-search>', { lang: 'en' })
    site.page('/en/all', '<trouvaille-search src="/all.trv"></trouvaille-search>', { lang: 'en-CA' })
    site.page('/fr/all', '<trouvaille-search src="/all.trv"></trouvaille-search>', { lang: 'fr-CA' })
    site.page('/en/own', '<trouvaille-search src="/site.{lang}.trv"></trouvaille-search>', { lang: 'en-CA' })
    site.page('/fr/own', '<trouvaille-search src="/site.{lang}.trv"></trouvaille-search>', { lang: 'fr-CA' })
    site.page('/worker', '<trouvaille-search src="/articles.trv" worker></trouvaille-search>')
    site.page('/broken', '<trouvaille-search src="/broken.trv"></trouvaille-search>')
    site.page('/missing', '<trouvaille-search src="/nowhere.trv"></trouvaille-search>')
    site.page(
      '/form',
      '<trouvaille-search src="/articles.trv" mode="list"><form action="/results"><input name="s"><button>Chercher</button></form></trouvaille-search>',
    )
    site.page('/results', '<p>La page des résultats</p>')
    for (let i = 0; i < 80; i++) site.page(`/articles/${i}.html`, '<p>Un article</p>')
    return async () => {
      await browser.close()
      await site.close()
    }
  })

  beforeEach(async () => {
    page = await browser.context.newPage()
    faults = []
    page.on('pageerror', error => faults.push(String(error)))
    page.on('console', message => message.type() === 'error' && faults.push(message.text()))
    site.latencyOf = () => 0
    site.refuses = () => false
    return async () => {
      await page.close()
      expect(faults).toEqual([])
    }
  })

  const open = async (path: string) => {
    await page.goto(site.address + path)
    site.requests = site.requests.slice(-50)
  }
  const field = () => page.locator('trouvaille-search input#field')
  const status = () => page.getByRole('status')
  const said = (text: RegExp) => status().filter({ hasText: text }).waitFor()
  const hits = () => page.locator('trouvaille-search ol[part=results] > li')
  const titles = () => page.locator('trouvaille-search [part=title]').allTextContents()
  const active = () => field().getAttribute('aria-activedescendant')

  describe('a site in two languages', () => {
    const ask = async (path: string, query: string) => {
      await open(path)
      await field().fill(query)
      await page.locator('trouvaille-search [part=title]').first().waitFor()
      return titles()
    }

    test('with one index, is asked in the language of the page, then in all', async () => {
      expect(await ask('/en/all', 'Québec')).toEqual(['The libraries'])
      expect(await ask('/fr/all', 'Québec')).toEqual(['Les bibliothèques'])
      expect(await ask('/en/all', 'run child')).toEqual(['The libraries'])
      expect(await ask('/en/all', 'musée')).toEqual(['Les horaires'])
    })

    test('with an index for each, opens that of the page, and loads the code of no other language', async () => {
      site.requests = []
      expect(await ask('/en/own', 'run child')).toEqual(['The libraries'])
      expect(site.requests.filter(path => path.endsWith('.trv'))).toEqual(['/site.en.trv'])
      expect(site.requests.filter(path => /\/(?:french|multilingual|unicode)-/.test(path))).toEqual([])
      expect(await ask('/fr/own', 'bibliothèque')).toEqual(['Les bibliothèques'])
    })
  })

  describe('loads nothing but itself before the focus', () => {
    test.each(['/page', '/list', '/dialog'])('%s', async path => {
      site.requests = []
      await open(path)
      await page.waitForTimeout(300)
      const loaded = site.requests.filter(path => path.startsWith('/trouvaille/') || path.endsWith('.trv'))
      expect(loaded.sort()).toEqual(['/trouvaille/client.js', '/trouvaille/element.js'])
      site.requests = []
      await page.keyboard.press('Tab')
      if (path === '/dialog') await page.keyboard.press('Tab')
      await expect.poll(() => site.requests).toContain('/articles.trv')
    })
  })

  test('answers while one types, with marks and an honest count', async () => {
    await open('/page')
    await field().click()
    await page.keyboard.type('Haftar Tripoli cessez-le-feu')
    await said(/^\d+ résultats\u00a0: \d+ contiennent tous les mots, \d+ en contiennent une partie$/)
    expect(await hits().count()).toBe(4)
    expect(await hits().first().locator('mark').allTextContents()).toContain('Haftar')
  })

  test('more hits follow, and the focus goes to the first of them', async () => {
    await open('/page?q=Libye')
    await hits().nth(3).waitFor()
    await page.getByRole('button', { name: 'Plus de résultats' }).click()
    await hits().nth(7).waitFor()
    const focused = await page.evaluate(
      `document.querySelector('trouvaille-search').shadowRoot.activeElement.closest('li').matches(':nth-child(5)')`,
    )
    expect(focused).toBe(true)
  })

  test('the address has the search, and the back button leads to the one before', async () => {
    await open('/page')
    await field().click()
    await page.keyboard.type('trêve')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\?q=tr%C3%AAve$/)
    await hits().first().waitFor()
    await field().fill('municipales')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\?q=municipales$/)
    await page.goBack()
    await page.waitForURL(/\?q=tr%C3%AAve$/)
    await expect.poll(() => field().inputValue()).toBe('trêve')
    await page.reload()
    await hits().first().waitFor()
    expect(await field().inputValue()).toBe('trêve')
  })

  test('filters are counted, kept in the address, and taken off', async () => {
    await open('/page?q=Libye')
    await hits().first().waitFor()
    const box = page.getByRole('checkbox', { name: /^monde/ })
    const count = Number(
      await page
        .locator('trouvaille-search fieldset label', { hasText: 'monde' })
        .locator('[part=count]')
        .textContent(),
    )
    await box.check()
    await page.waitForURL(/q\.section=monde/)
    await said(new RegExp(`^${count} résultat`))
    await expect
      .poll(() => box.evaluate(element => (element.getRootNode() as ShadowRoot).activeElement === element))
      .toBe(true)
    await page.getByLabel('Du', { exact: true }).fill('2019-06-01')
    await page.keyboard.press('Tab')
    await page.waitForURL(/q\.date\.from=2019-06-01/)
    await page.getByRole('button', { name: 'Effacer les filtres' }).click()
    await page.waitForURL(/\?q=Libye$/)
  })

  test('corrections are said and can be refused', async () => {
    await open('/page?q=recherhce')
    await page.getByText('Résultats pour «\u00a0').waitFor()
    await page.getByRole('button', { name: /sans correction$/ }).click()
    await said(/^Aucun résultat pour «\u00a0recherhce\u00a0»\.$/)
    await page.getByText('Vérifiez l’orthographe').waitFor()
  })

  test('what editors promote is shown as such', async () => {
    await open('/page?q=paix')
    await hits().first().getByText('Mis en avant').waitFor()
    expect((await titles())[0]).toBe('Le dossier de la rédaction')
  })

  test('several indexes are tabs with counts, moved through by arrows', async () => {
    await open('/tabs?q=programme')
    const tabs = page.getByRole('tab')
    await tabs.first().waitFor()
    expect(await tabs.allTextContents()).toEqual([expect.stringMatching(/^Articles \d+$/), 'Guide 1'])
    await tabs.first().focus()
    await page.keyboard.press('ArrowRight')
    expect(await tabs.last().getAttribute('aria-selected')).toBe('true')
    expect(await titles()).toEqual(['Guide du programme'])
    expect(
      await page
        .locator('trouvaille-search [part=section] a')
        .evaluateAll(links => links.map(link => link.getAttribute('href'))),
    ).toEqual(expect.arrayContaining(['/guide/#s1', '/guide/#s2']))
    await page.keyboard.press('Home')
    expect(await tabs.first().getAttribute('aria-selected')).toBe('true')
  })

  describe('the list, by keyboard alone', () => {
    const typed = async (text: string) => {
      await open('/list')
      await page.keyboard.press('Tab')
      await page.keyboard.type(text)
      await page.getByRole('option').first().waitFor()
      await said(/résultat/)
    }

    test('arrows move and wrap, the text keeps the focus', async () => {
      await typed('Haftar Tripoli')
      expect(await field().getAttribute('aria-expanded')).toBe('true')
      expect(await active()).toBeNull()
      await page.keyboard.press('ArrowDown')
      expect(await active()).toBe('option0')
      await page.keyboard.press('ArrowDown')
      expect(await active()).toBe('option1')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowUp')
      expect(await active()).toBe(`option${(await page.getByRole('option').count()) - 1}`)
      expect(await page.getByRole('option', { selected: true }).count()).toBe(1)
      await page.keyboard.press('Home')
      expect(await active()).toBeNull()
      await page.keyboard.type('Libye ')
      await expect.poll(() => field().inputValue()).toBe('Libye Haftar Tripoli')
    })

    test('Enter follows, Escape closes and then clears, Tab leaves', async () => {
      await typed('Haftar')
      await page.keyboard.press('Escape')
      expect(await field().getAttribute('aria-expanded')).toBe('false')
      expect(await field().inputValue()).toBe('Haftar')
      await page.keyboard.press('Escape')
      expect(await field().inputValue()).toBe('')
      await page.keyboard.type('Tripoli')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('Tab')
      await page.getByRole('listbox').waitFor({ state: 'hidden' })
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/articles\/\d+\.html$/)
    })

    test('earlier searches are offered', async () => {
      await typed('Libye')
      await page.keyboard.press('Enter')
      await field().fill('')
      await page.getByRole('option', { name: 'Libye' }).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      expect(await field().inputValue()).toBe('Libye')
      await field().fill('')
      await page.getByRole('button', { name: 'Effacer ces recherches' }).click()
      await page.getByRole('listbox').waitFor({ state: 'hidden' })
    })
  })

  describe('the dialog', () => {
    const dialog = () => page.getByRole('dialog')

    test.each(['Control+k', '/'])('opens at %s and gives the focus back', async keys => {
      await open('/dialog')
      const button = page.getByRole('button', { name: /Rechercher/ })
      await button.focus()
      await page.keyboard.press(keys)
      await dialog().waitFor()
      await page.keyboard.type('Libye')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('Escape')
      await dialog().waitFor({ state: 'hidden' })
      expect(await button.evaluate(element => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(
        true,
      )
    })

    test('a slash in another field is a slash', async () => {
      await open('/dialog')
      await page.getByLabel('Autre champ').focus()
      await page.keyboard.press('/')
      expect(await page.getByLabel('Autre champ').inputValue()).toBe('/')
      expect(await dialog().isVisible()).toBe(false)
    })

    test('keeps the focus inside, and leads to a hit', async () => {
      await open('/dialog')
      await page.getByRole('button', { name: /Rechercher/ }).click()
      await page.keyboard.type('Libye')
      await page.getByRole('option').first().waitFor()
      for (let i = 0; i < 6; i++) {
        await page.keyboard.press('Tab')
        const place = await page.evaluate(`document.activeElement.localName`)
        // The browser's own controls come after the last one.
        expect(['trouvaille-search', 'body']).toContain(place)
      }
      await field().focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/articles\//)
    })
  })

  test('events tell what was searched for and followed; a router can take over', async () => {
    await open('/page')
    await page.evaluate(`
      window.seen = []
      addEventListener('trouvaille-search', ({ detail }) => seen.push(['search', detail.query, detail.total > 0, detail.isFinal]))
      addEventListener('trouvaille-select', event => { seen.push(['select', event.detail.query, event.detail.position, event.detail.url]); event.preventDefault() })
    `)
    await field().fill('Libye')
    await page.keyboard.press('Enter')
    await hits().first().waitFor()
    await hits().nth(1).locator('a').first().click()
    expect(await page.evaluate('seen')).toEqual([
      ['search', 'Libye', true, true],
      ['select', 'Libye', 2, expect.stringMatching(/^\/articles\//)],
    ])
    expect(page.url()).toContain('/page')
  })

  test('the form that the author gave gets what is sent from the list', async () => {
    await open('/form')
    await field().click()
    await page.keyboard.type('Libye')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/results\?s=Libye$/)
  })

  describe('failures are said in words, and search goes on', () => {
    test('an index that is missing', async () => {
      await open('/missing?q=paix')
      await said(/^L’index de recherche est introuvable\.$/)
      for (const fault of faults.splice(0)) expect(fault).toContain('404')
    })

    test('an index that is broken', async () => {
      await open('/broken?q=paix')
      await said(/^L’index de recherche est illisible\.$/)
    })

    test('a server that does not answer, until it does', async () => {
      site.refuses = path => path.endsWith('.trv')
      await open('/page?q=Libye')
      await said(/^La recherche ne répond pas pour le moment\.$/)
      site.refuses = () => false
      await page.getByRole('button', { name: 'Réessayer' }).click()
      await hits().first().waitFor()
      faults.length = 0
    })

    test('no connection, until there is one', async () => {
      await open('/page')
      await browser.context.setOffline(true)
      await field().click()
      await page.keyboard.type('Libye')
      await said(/^Vous êtes hors connexion\./)
      await browser.context.setOffline(false)
      await field().fill('')
      await page.keyboard.type('Libye')
      await hits().first().waitFor()
      faults.length = 0
    })

    test('a server that is slow from the start', async () => {
      await open('/page')
      site.latencyOf = path => (path.includes('/views-') ? 3000 : 0)
      await field().fill('Libye')
      await expect
        .poll(() => status().allTextContents(), { interval: 50, timeout: 20_000 })
        .toContain('Recherche en cours…')
      await hits().first().waitFor()
    })

    test('a server that is slow', async () => {
      await open('/page')
      site.latencyOf = path => (path.endsWith('.trv') ? 3000 : 0)
      await field().fill('Libye')
      // The message stands for as long as a request takes: Playwright's own waiting may look away for half a second.
      await expect
        .poll(() => status().allTextContents(), { interval: 50, timeout: 20_000 })
        .toContain('Recherche en cours…')
      await hits().first().waitFor()
    })
  })

  test('speaks English where the page does', async () => {
    await open('/english?q=Libye')
    await said(/^\d+ results/)
    await page.getByRole('button', { name: 'Search' }).waitFor()
  })

  test('in a worker, the answers are the same', async () => {
    await open('/page?q=Haftar+Tripoli')
    await hits().first().waitFor()
    const expected = (await titles()).slice(0, 4)
    await open('/worker?q=Haftar+Tripoli')
    await hits().first().waitFor()
    expect((await titles()).slice(0, 4)).toEqual(expected)
    expect(page.workers().length).toBe(1)
  })

  test('from another origin, the element and its index work', async () => {
    const other = await serveElement()
    const policy = `default-src 'none'; script-src ${site.address}; style-src 'self'; connect-src ${site.address}; img-src data:`
    other.page('/', `<trouvaille-search src="${site.address}/articles.trv" worker></trouvaille-search>`, {
      script: `${site.address}/trouvaille/element.js`,
      policy,
    })
    await page.goto(`${other.address}/?q=Libye`)
    await hits().first().waitFor()
    await other.close()
  })
})
