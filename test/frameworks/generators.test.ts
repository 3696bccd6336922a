/**
 * Sites of generators, each with Trouvaille in its one line, built as their authors do and searched in Chromium. The generators come from npm: in `npm run test:all` only.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, findChromium, launchChromium } from '../browser/chromium.ts'
import { makeProject, type Project } from '../support/installed-package.ts'
import { serveFolder } from '../support/serve-folder.ts'
import { type GeneratorSite, SITES } from './sites.ts'

const run = promisify(execFile)
const executablePath = findChromium()

describe.skipIf(process.env.TEST_ALL === undefined || executablePath === undefined)('a site of', () => {
  let project: Project
  let tarball: string
  let browser: Browser

  beforeAll(async () => {
    project = await makeProject()
    // What npm puts into a project is the packed package, with its own dependencies.
    await rm(join(project.library, 'node_modules'))
    const packed = await mkdtemp(join(tmpdir(), 'trouvaille-packed-'))
    await run('npm', ['pack', '--ignore-scripts', '--pack-destination', packed], { cwd: project.library })
    tarball = join(packed, (await readdir(packed))[0])
    if (executablePath !== undefined) browser = await launchChromium(executablePath, 'fr-FR')
  })
  afterAll(async () => {
    await browser?.close()
    await project?.remove()
  })

  test.each(Object.entries(SITES))(
    '%s',
    async (name, site) => {
      const folder = join(project.folder, name)
      await install(name, site, folder)
      const env = { ...process.env, CI: '1', NEXT_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1' }
      for (const command of [site.build, ...(site.index === undefined ? [] : [site.index])]) {
        await run('npx', [...command], { cwd: folder, env, maxBuffer: 1 << 26 })
      }
      const built = join(folder, site.output)
      const { indexes = ['search.trv'] } = site
      const files = await readdir(join(built, 'trouvaille'))
      expect(files).toContain('element.js')
      expect(files.filter(name => name.endsWith('.trv')).sort()).toEqual(indexes)
      // As it stands under a path of a server, for those that are told so.
      const served = await serveFolder(site.base === undefined ? built : await underPath(built, site.base))
      const page = await browser.context.newPage()
      const faults: string[] = []
      page.on('pageerror', error => faults.push(String(error)))
      try {
        const root = `${served.address}${site.base ?? ''}`
        const find = site.isHook ? findByHook : findInDialog
        await page.goto(root + (site.page ?? ''))
        await follow(page, await find(page, 'cessez le feu'), 'La trêve', 'treve')
        if (site.english !== undefined) {
          await page.goto(root + site.english.page)
          await follow(page, await find(page, 'library child'), 'The libraries', site.english.hit)
        }
        expect(faults).toEqual([])
      } finally {
        await page.close()
        await served.close()
      }
    },
    600_000,
  )

  async function install(name: string, { packages, files }: GeneratorSite, folder: string): Promise<void> {
    const named = Object.entries({ 'package.json': '{ "private": true, "type": "module" }', ...files })
    await project.write(Object.fromEntries(named.map(([file, content]) => [`${name}/${file}`, content])))
    await run('npm', ['install', '--no-audit', '--no-fund', tarball, ...packages], { cwd: folder, maxBuffer: 1 << 26 })
  }

  async function underPath(built: string, base: string): Promise<string> {
    const root = await mkdtemp(join(project.folder, 'served-'))
    await project.write({})
    await run('cp', ['-r', built, join(root, base.replace(/\/$/, ''))])
    await writeFile(join(root, 'favicon.ico'), '')
    return root
  }
})

/** As visitors do: the button of the dialog, then the words. Gives the first hit. */
async function findInDialog(page: Page, query: string): Promise<Locator> {
  const box = page.locator('trouvaille-search').first()
  await box.getByRole('button').first().click()
  await box.getByRole('combobox').fill(query)
  return box.getByRole('option').first()
}

/** The same in a field that the site's author has drawn. */
async function findByHook(page: Page, query: string): Promise<Locator> {
  const field = page.getByRole('searchbox')
  // A field that is filled before the page is alive is emptied again.
  await expect
    .poll(
      async () => {
        await field.fill('')
        await field.fill(query)
        await page.waitForTimeout(300)
        return page.locator('ol a').count()
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0)
  return page.locator('ol a').first()
}

/** The hit is the page that is sought, and leads there. */
async function follow(page: Page, hit: Locator, title: string, address: string): Promise<void> {
  await hit.waitFor()
  expect(await hit.textContent()).toContain(title)
  await hit.click()
  await page.waitForURL(url => url.pathname.includes(address))
  expect(await page.locator('h1').first().textContent()).toContain(title)
}
