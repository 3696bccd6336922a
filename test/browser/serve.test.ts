/** The page of `trouvaille serve` in a real browser, and its server asked what it should not answer. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltProgram, buildProgram } from '../cli/built-program.ts'
import { type Browser, findChromium, launchChromium } from './chromium.ts'

const executablePath = findChromium()
const ATTACK = '<img src=x onerror="document.title=1"><script>document.title=2</script>'

let program: BuiltProgram
let server: ChildProcess
let address: string

async function serve(path: string, ...options: string[]): Promise<{ child: ChildProcess; address: string }> {
  const args = [program.script, 'serve', path, '--port', '0', '--json', ...options]
  const child = spawn(process.execPath, args, { cwd: program.folder, env: { ...process.env, LANG: 'fr_FR.UTF-8' } })
  const [said] = await once(child.stdout, 'data')
  return { child, address: JSON.parse(String(said)).address }
}

beforeAll(async () => {
  program = await buildProgram()
  const articles = new URL('../../index-data/articles', import.meta.url).pathname
  const attack = {
    id: ATTACK,
    title: `Piège ${ATTACK}`,
    body: `Un piège ${ATTACK} pour ours.`,
    section: ATTACK,
    url: 'javascript:alert(1)',
  }
  const linked = {
    id: 'lien',
    title: 'Un lien',
    body: 'Un lien vers ailleurs.',
    url: 'https://exemple.fr/lien',
    section: 'web',
  }
  await program.write({
    'more.json': JSON.stringify([attack, linked]),
    'small/a.json': '{"id":1,"title":"Petit ours"}',
  })
  const columns = ['--columns', 'section:keyword,date:date']
  await program.run(['build', articles, 'more.json', '--out', 'site/articles.trv', ...columns])
  await program.run(['build', 'small', '--out', 'site/b/small.trv'])
  const served = await serve('site')
  server = served.child
  address = served.address
})
afterAll(async () => {
  server.kill('SIGINT')
  await once(server, 'exit')
  expect(server.exitCode).toBe(0)
  await program.remove()
})

/** Asks as no browser would. */
function ask(
  path: string,
  options: { method?: string; host?: string } = {},
): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(address)
  const { method = 'GET', host = 'localhost' } = options
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers: { host } }, async response => {
      let body = ''
      for await (const chunk of response) body += chunk
      resolve({ status: response.statusCode ?? 0, body })
    })
    asking.on('error', reject).end()
  })
}

describe('the server', () => {
  test.each([
    '/../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/articles.trv',
    '//elsewhere/x',
    '/trouvaille/../cli.js',
    '/trouvaille/%2e%2e/cli.js',
    '/trouvaille/absent.js',
    '/api/search?file=../../more.json&q=a',
    '/api/search?file=%2Fetc%2Fpasswd&q=a',
    '/api/index?file=__proto__',
  ])('has nothing at %s', async path => {
    expect((await ask(path)).status).toBe(404)
  })

  test.each(['elsewhere.example', 'localhost.elsewhere.example', 'localhost:x'])('is not %j', async host => {
    expect((await ask('/', { host })).status).toBe(403)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('takes no %s', async method => {
    expect((await ask('/api/search?q=a', { method })).status).toBe(405)
  })

  test.each(['q=%22%28%29', 'q=%E0%A4%A', 'q=date%3Ahier', '', 'q=a&options={"limit":100}'])(
    'answers %j',
    async query => {
      expect(await ask(`/api/search?${query}`)).toMatchObject({ status: 200 })
    },
  )

  test.each([
    '{',
    '5',
    '[]',
    'null',
    '{"limit":101}',
    '{"limit":"9"}',
    '{"limitt":3}',
    '{"after":"x"}',
    '{"filter":{"x":1}}',
  ])('refuses the options %j', async options => {
    expect(await ask(`/api/search?q=a&options=${encodeURIComponent(options)}`)).toMatchObject({ status: 400 })
  })

  test('gives the search box to the page', async () => {
    expect(await ask('/trouvaille/element.js')).toMatchObject({
      status: 200,
      body: expect.stringContaining('trouvaille-search'),
    })
  })
})

describe.skipIf(executablePath === undefined)('the page', () => {
  let browser: Browser
  let page: Page
  let faults: string[]

  beforeAll(async () => {
    browser = await launchChromium(executablePath ?? '', 'fr')
    return () => browser.close()
  })

  beforeEach(async () => {
    page = await browser.context.newPage()
    faults = []
    page.on('pageerror', error => faults.push(String(error)))
    page.on('console', message => message.type() === 'error' && faults.push(message.text()))
    await page.goto(address)
    await page.getByText('68 documents').waitFor()
    return async () => {
      await page.close()
      expect(faults).toEqual([])
    }
  })

  const question = () => page.getByRole('searchbox')
  const status = () => page.locator('trouvaille-search [role=status]')
  const results = () => page.locator('trouvaille-search ol[part=results] > li')
  const titles = () => page.locator('trouvaille-search [part=title]').allTextContents()
  const answered = (text: RegExp) => status().filter({ hasText: text }).waitFor()
  const noted = (text: RegExp) => page.locator('#notes').filter({ hasText: text }).waitFor()

  test('answers while one types, with marks, the number of documents and the time', async () => {
    await question().pressSequentially('Haftar Tripoli cessez-le-feu')
    await answered(/^18 résultats\u00a0: \d+ contiennent tous les mots, \d+ en contiennent une partie$/)
    await noted(/^en [\d,]+\u00a0ms$/)
    expect((await titles())[0]).toBe('Offensive sur Tripoli\u00a0: des émissaires américains rencontrent Haftar')
    const first = results().first()
    expect(await first.locator('[part=title] mark').allTextContents()).toEqual(['Tripoli', 'Haftar'])
    expect(await first.locator('[part=excerpt] mark').allTextContents()).toContain('cessez-le-feu')
    expect(await first.locator('[part=meta]').textContent()).toBe('26 nov. 2019 · monde · Hélène Marchadier')
    expect(await first.locator('.id').textContent()).toMatch(/^libye-/)
  })

  test('tells why a document is where it is', async () => {
    await question().fill('Haftar négocier')
    const first = results().first()
    await first.getByText(/^Pourquoi ce rang/).click()
    const rows = await first.locator('tbody th').allTextContents()
    expect(rows.slice(0, 2)).toEqual(['haftar', 'négocier'])
    const parts = await first.locator('tbody td:nth-child(2)').allTextContents()
    const sum = parts.reduce((total, part) => total + Number(part.replace(',', '.')), 0)
    const score = (await first.locator('summary').textContent())?.match(/[\d,]+$/)?.[0].replace(',', '.')
    expect(sum).toBeCloseTo(Number(score), 1)
  })

  test('narrows down by values, sorts, and the address keeps all of it', async () => {
    await question().fill('ville')
    const box = page.getByRole('group', { name: 'section' }).getByLabel('culture')
    await box.check()
    await page.waitForURL(/q\.section=culture/)
    for (const meta of await page.locator('trouvaille-search [part=meta]').allTextContents())
      expect(meta).toContain('culture')
    const best = (await titles()).join('\n')
    await page.getByLabel('Trier par').selectOption('date')
    await expect.poll(async () => (await titles()).join('\n')).not.toBe(best)
    const before = await titles()
    await page.reload()
    await results().first().waitFor()
    expect(await question().inputValue()).toBe('ville')
    await expect.poll(titles).toEqual(before)
    expect(await box.isChecked()).toBe(true)
  })

  test('gives more where there are more', async () => {
    await question().fill('le monde en france')
    await results().nth(9).waitFor()
    await page.getByRole('button', { name: 'Plus de résultats' }).click()
    await results().nth(10).waitFor()
    expect(new Set(await page.locator('trouvaille-search .id').allTextContents()).size).toBe(await results().count())
  })

  test('what looks like HTML is text, and only addresses that can be followed are links', async () => {
    await question().fill('piège ours')
    await page.locator('trouvaille-search [part=title]', { hasText: '<img' }).waitFor()
    expect(await titles()).toContain(`Piège ${ATTACK}`)
    expect(await page.locator('main img, main script').count()).toBe(0)
    expect(await page.locator('trouvaille-search ol a').count()).toBe(0)
    await question().fill(ATTACK)
    await answered(/résultat/)
    expect(await page.title()).toBe('articles.trv – Trouvaille')
    await question().fill('lien ailleurs')
    expect(await page.getByRole('link', { name: 'Un lien' }).getAttribute('href')).toBe('https://exemple.fr/lien')
  })

  test('says what was corrected, what was read as words, and that nothing was found', async () => {
    await question().fill('Hafter Tripoli')
    await page.getByText('Résultats pour «\u00a0Haftar Tripoli\u00a0».').waitFor()
    await question().fill('"Haftar')
    await noted(/est lu comme des mots\u00a0: le guillemet n’est jamais fermé/)
    await question().fill('zzzzqqq')
    await answered(/^Aucun résultat pour/)
    await question().fill('')
    await expect.poll(() => status().textContent()).toBe('')
    expect(await results().count()).toBe(0)
  })

  test('offers the query that may have been meant, and searches for it at a click', async () => {
    await question().fill('HAFTR de Tripoli')
    await page.getByText(/^Vouliez-vous dire HAFTAR de Tripoli\u202f\?$/).waitFor()
    await page.getByRole('button', { name: 'HAFTAR de Tripoli' }).click()
    await expect.poll(() => question().inputValue()).toBe('HAFTAR de Tripoli')
  })

  test('speaks French and English, and keeps what was chosen', async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('searchbox', { name: 'What are you looking for?' }).fill('glaciers')
    await answered(/^\d+ results?/)
    await page.reload()
    await page.getByRole('searchbox', { name: 'What are you looking for?' }).waitFor()
    expect(await page.getByRole('button', { name: 'English' }).getAttribute('aria-pressed')).toBe('true')
  })

  test('works by keyboard: / goes to the query, an example is a button', async () => {
    await page.locator('#hint button').first().focus()
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('trouvaille-search')
    const example = page.locator('#hint button').first()
    const word = await example.textContent()
    await example.press('Enter')
    await expect.poll(() => question().inputValue()).toBe(word)
    await answered(/résultat/)
  })

  test('has several indexes where the folder has', async () => {
    await page.getByLabel('Index').selectOption('b/small.trv')
    await page.getByText('1 document ·').waitFor()
    await question().fill('ours')
    await results().first().waitFor()
    expect(await titles()).toEqual(['Petit ours'])
  })

  test('fits a small screen', async () => {
    await page.setViewportSize({ width: 360, height: 640 })
    await question().fill('Haftar Tripoli cessez-le-feu')
    await results()
      .first()
      .getByText(/^Pourquoi/)
      .click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    // What is known of the index has a line or two of its own.
    expect((await page.locator('header').boundingBox())?.height).toBeLessThan(120)
  })

  test('answers from the new file after another build', async () => {
    await program.write({ 'small/b.json': '{"id":2,"title":"Grand ours"}' })
    await program.run(['build', 'small', '--out', 'site/b/small.trv'])
    await page.getByLabel('Index').selectOption('b/small.trv')
    await page.getByText('2 documents').waitFor()
  })
})

describe('what can’t be served', () => {
  test.each([
    [['absent.trv'], 1, 'cannot read absent.trv: no such file or folder'],
    [['small'], 1, 'small: contains no index file (.trv)'],
    [['more.json'], 1, 'more.json: not an index file'],
    [['site', '--port', '70000'], 2, '--port must be a whole number from 0 to 65,535'],
    [
      ['site', '--port', '0', '--host', '203.0.113.9'],
      1,
      'cannot listen on 203.0.113.9:0: this machine does not have this address',
    ],
  ])('%j', async (args, code, message) => {
    const served = await program.run(['serve', ...args])
    expect(served).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(message) })
  })

  test('a port that is taken', async () => {
    const served = await program.run(['serve', 'site', '--port', new URL(address).port])
    expect(served).toMatchObject({ code: 1, stderr: expect.stringContaining('the port is in use') })
  })
})
