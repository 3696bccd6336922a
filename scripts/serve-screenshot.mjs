/** Writes docs/serve.png and docs/serve-dark.png: the page of `trouvaille serve`, as Chromium shows it, on the articles. Needs `npm run build` before. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const root = join(import.meta.dirname, '..')
const program = process.env.TROUVAILLE ?? join(root, 'dist/cli.js')
const place = mkdtempSync(join(tmpdir(), 'trouvaille-'))
const index = join(place, 'articles.trv')
const columns = ['--columns', 'section:keyword,date:date']
execFileSync(process.execPath, [program, 'build', join(root, 'index-data/articles'), '--out', index, ...columns], {
  stdio: 'ignore',
})

/** An empty field shows the order of day and month in the language of the browser, which may be installed in English only; these days read the same in both orders. */
const DATES = 'q.date.from=2019-01-01&q.date.to=2020-12-12'

const server = spawn(process.execPath, [program, 'serve', index, '--port', '0', '--json', '--lang', 'fr'])
const { address } = JSON.parse(String(await new Promise(resolve => server.stdout.once('data', resolve))))
const executablePath = process.env.CHROMIUM ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim()
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
const browser = await chromium.launch({ executablePath, args })
try {
  for (const [colorScheme, name] of [
    ['light', 'serve.png'],
    ['dark', 'serve-dark.png'],
  ]) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1100, height: 860 }, locale: 'fr' })
    // The first question to a program that has just started is not what people see.
    for (const question of ['trêve', 'Haftar Tripoli cessez-le-feu']) {
      await page.goto(`${address}?q=${encodeURIComponent(question)}&${DATES}`)
      await page.locator('trouvaille-search ol li').first().waitFor()
    }
    await page.locator('trouvaille-search ol details').first().locator('summary').click()
    await page.screenshot({ path: join(root, 'docs', name) })
  }
} finally {
  await browser.close()
  server.kill()
  rmSync(place, { recursive: true })
}
