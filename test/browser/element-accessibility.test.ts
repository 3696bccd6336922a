/**
 * `<trouvaille-search>` as people with other needs meet it: axe-core has no findings in any state, nothing is cut off at 320 pixels or at twice the size, and
 * forced colours, dark, reduced motion and right-to-left work. With `TROUVAILLE_SCREENSHOTS=1` the states are written to docs/.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { type ElementSite, serveElement } from '../support/element-site.ts'
import { type Browser, findChromium, launchChromium } from './chromium.ts'

const executablePath = findChromium()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const docs = join(import.meta.dirname, '../../docs')

interface State {
  path: string
  /** Brings the element into the state. */
  act(page: Page): Promise<unknown>
}

const field = (page: Page) => page.locator('trouvaille-search input#field')
const option = (page: Page) => page.getByRole('option').first().waitFor()
const hit = (page: Page) => page.locator('trouvaille-search ol[part=results] > li').first().waitFor()
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor()

async function ask(page: Page, text: string): Promise<void> {
  await field(page).click()
  await page.keyboard.type(text)
}

const STATES: Readonly<Record<string, State>> = {
  'page-empty': { path: '/page', act: page => field(page).click() },
  // These days read the same in the date fields of every language: a picture is made of them.
  page: { path: '/page?q=Haftar+Tripoli+cessez-le-feu&q.date.from=2019-01-01&q.date.to=2020-12-12', act: hit },
  'page-filtered': { path: '/page?q=Libye&q.section=monde&q.date.from=2019-02-01', act: hit },
  'page-corrected': { path: '/page?q=Tripolli', act: hit },
  'page-promoted': { path: '/page?q=paix', act: hit },
  'page-none': { path: '/page?q=zzzzzz', act: page => said(page, 'Aucun résultat') },
  'page-failed': { path: '/missing?q=paix', act: page => said(page, 'introuvable') },
  'page-tabs': { path: '/tabs?q=programme', act: page => page.getByRole('tab').last().click() },
  'page-english': { path: '/english?q=Libye', act: hit },
  'list-closed': { path: '/list', act: page => field(page).waitFor() },
  list: {
    path: '/list',
    act: async page => {
      await ask(page, 'Haftar Tripoli')
      await said(page, 'résultats')
      await page.keyboard.press('ArrowDown')
    },
  },
  'list-none': { path: '/list', act: async page => [await ask(page, 'zzzzzz'), await said(page, 'Aucun')] },
  'list-recent': {
    path: '/list',
    act: async page => {
      await ask(page, 'Libye')
      await page.keyboard.press('Enter')
      await said(page, 'résultats')
      await field(page).fill('')
      await option(page)
    },
  },
  'dialog-closed': { path: '/dialog', act: page => page.getByRole('button').waitFor() },
  'dialog-empty': { path: '/dialog', act: page => page.keyboard.press('Control+k') },
  dialog: {
    path: '/dialog',
    act: async page => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('élections municipales')
      await option(page)
      await page.keyboard.press('ArrowDown')
    },
  },
  'dialog-sections': {
    path: '/guide',
    act: async page => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('installer programme')
      await option(page)
    },
  },
}

/** The rules of axe-core that look at colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** How the page is shown. */
const SETTINGS: readonly [
  name: string,
  states: readonly string[],
  Parameters<Browser['context']['newPage']>,
  media: object,
][] = [
  ['light', Object.keys(STATES), [], {}],
  ['dark', ['page', 'page-filtered', 'page-promoted', 'list', 'dialog'], [], { colorScheme: 'dark' }],
  ['forced-colors', ['page', 'list', 'dialog'], [], { forcedColors: 'active' }],
]

describe.skipIf(executablePath === undefined)('the element is accessible', () => {
  let site: ElementSite
  let browser: Browser

  beforeAll(async () => {
    site = await serveElement()
    browser = await launchChromium(executablePath ?? '', 'fr-FR')
    const element = (attributes: string) => `<trouvaille-search src="/articles.trv" ${attributes}></trouvaille-search>`
    site.page('/page', element('hits="5" sorts="date" recent'))
    site.page('/missing', '<trouvaille-search src="/nowhere.trv"></trouvaille-search>')
    site.page(
      '/tabs',
      '<trouvaille-search src="/articles.trv /guide.trv" labels="Articles, Guide"></trouvaille-search>',
    )
    site.page('/list', element('mode="list" recent'))
    site.page('/dialog', element('mode="dialog"'))
    site.page('/guide', '<trouvaille-search src="/guide.trv" mode="dialog"></trouvaille-search>')
    site.page('/english', element('image-field="image" sorts="date"'), { lang: 'en' })
    for (const mode of ['page', 'list', 'dialog']) site.page(`/rtl-${mode}`, element(`mode="${mode}"`), { dir: 'rtl' })
    return async () => {
      await browser.close()
      await site.close()
    }
  })

  /** Opens a page in a state. */
  async function show({ path, act }: State, media: object = {}, size = { width: 1000, height: 760 }): Promise<Page> {
    const page = await browser.context.newPage()
    await page.setViewportSize(size)
    // Movement has ended when it is looked at.
    await page.emulateMedia({ reducedMotion: 'reduce', ...media })
    await page.goto(site.address + path)
    await page.evaluate('localStorage.clear()')
    await act(page)
    await page.waitForTimeout(150)
    return page
  }

  async function shoot(page: Page, name: string): Promise<void> {
    if (process.env.TROUVAILLE_SCREENSHOTS) await page.screenshot({ path: join(docs, `element-${name}.png`) })
  }

  const cases = SETTINGS.flatMap(([setting, states, , media]) => states.map(state => [state, setting, media] as const))

  test.each(cases)('axe-core finds nothing: %s, %s', async (state, setting, media) => {
    const page = await show(STATES[state], media)
    await page.evaluate(axe)
    // What the colours are changes nothing else.
    const rules = setting === 'light' ? { rules: { region: { enabled: false } } } : { runOnly: OF_COLOURS }
    const options = { ...rules, resultTypes: ['violations'] }
    const findings = await page.evaluate(`axe.run(${JSON.stringify(options)}).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html.slice(0, 200) + ' ' + failureSummary).join(' | ')))`)
    expect(findings).toEqual([])
    if (setting !== 'light' || ['page', 'list', 'dialog', 'page-corrected'].includes(state)) {
      if (['page', 'list', 'dialog'].includes(state))
        await shoot(page, setting === 'light' ? state : `${state}-${setting}`)
    }
    await page.close()
  })

  test.each([
    ['page', 320],
    ['list', 320],
    ['dialog', 320],
    ['page-filtered', 320],
    // Twice the size in a window of 1,280 pixels.
    ['page', 640],
    ['dialog', 640],
  ])('%s is shown whole in %i pixels', async (state, width) => {
    const page = await show(STATES[state], {}, { width, height: 700 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    const beyond =
      await page.evaluate(`[...document.querySelector('trouvaille-search').shadowRoot.querySelectorAll('*')]
      .filter(element => element.checkVisibility() && !element.matches('.unseen, .unseen *, .field > .icon, .submit span'))
      .filter(element => { const { left, right } = element.getBoundingClientRect(); return left < -1 || right > ${width + 1} })
      .map(element => element.outerHTML.slice(0, 80))`)
    expect(beyond).toEqual([])
    await shoot(page, `${state}-${width}`)
    await page.close()
  })

  test.each(['page', 'list', 'dialog'])('%s is mirrored if the page runs from right to left', async mode => {
    const { act } = STATES[mode]
    const path = mode === 'page' ? STATES.page.path.replace('/page', '/rtl-page') : `/rtl-${mode}`
    const page = await show({ path, act })
    const [icon, input] = await Promise.all(
      ['trouvaille-search .field .icon', 'trouvaille-search input#field'].map(selector =>
        page.locator(selector).first().boundingBox(),
      ),
    )
    expect(icon?.x).toBeGreaterThan(input?.x ?? 0)
    await shoot(page, `${mode}-rtl`)
    await page.close()
  })

  test('nothing moves if the visitor wants no movement, and the field shows its focus', async () => {
    const page = await show(STATES.dialog)
    expect(await page.evaluate(`document.getAnimations().length`)).toBe(0)
    const animation = `getComputedStyle(document.querySelector('trouvaille-search').shadowRoot.querySelector('dialog')).animationName`
    expect(await page.evaluate(animation)).toBe('none')
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(await page.evaluate(animation)).toBe('appear')
    await page.close()
  })

  test('what is pressed is at least 24 pixels high', async () => {
    for (const state of ['page-filtered', 'page-corrected', 'list', 'dialog']) {
      const page = await show(STATES[state])
      const small =
        await page.evaluate(`[...document.querySelector('trouvaille-search').shadowRoot.querySelectorAll('button, label, input, select, [role=option]')]
        .filter(element => element.checkVisibility() && !element.matches('.unseen, label *, .order label'))
        .filter(element => element.getBoundingClientRect().height < 24)
        .map(element => element.outerHTML.slice(0, 100))`)
      expect(small).toEqual([])
      await page.close()
    }
  })

  test('one live region, which is there before it speaks', async () => {
    for (const path of ['/page', '/list', '/dialog']) {
      const page = await browser.context.newPage()
      await page.goto(site.address + path)
      const regions = `[...document.querySelector('trouvaille-search').shadowRoot.querySelectorAll('[role=status], [role=alert], [aria-live]')]`
      expect(await page.evaluate(`${regions}.length`)).toBe(1)
      await page.evaluate(`window.region = ${regions}[0]`)
      if (path === '/dialog') await page.keyboard.press('/')
      await ask(page, 'Libye')
      await said(page, 'résultats')
      expect(
        await page.evaluate(`${regions}.length === 1 && ${regions}[0] === window.region && region.isConnected`),
      ).toBe(true)
      await page.close()
    }
  })
})
