/** Pages of the bundlers other than Vite in Chromium, under a path of a site: as modules, and as plain scripts, which don't know their own address as easily. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, findChromium, launchChromium } from '../browser/chromium.ts'
import { makeProject, type Project } from '../support/installed-package.ts'
import { type Served, serveFolder } from '../support/serve-folder.ts'
import { PAGE_BUNDLES } from './bundle-pages.ts'
import {
  ANSWER,
  CORRECTED,
  ENGLISH_CORRECTED,
  ENGLISH_MISSPELT,
  holdsEngine,
  MISSPELT,
  QUESTION,
  TEXTS,
} from './texts.ts'

const executablePath = findChromium()
const SCRIPT = `import articles from 'virtual:trouvaille/articles'

globalThis.ask = async question => (await articles.search(question)).hits.map(({ document }) => document.title)
globalThis.correct = async question => (await articles.search(question)).correction
`

let project: Project
let site: Served
let browser: Browser | undefined

beforeAll(async () => {
  project = await makeProject()
  await project.write({ ...TEXTS, 'main.js': SCRIPT })
  site = await serveFolder(join(project.folder, 'site'))
  if (executablePath !== undefined) browser = await launchChromium(executablePath, 'fr-FR')
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await project?.remove()
})

test.each(PAGE_BUNDLES)('%s, as a %s: the page loads no engine, and answers', async (name, kind, hasChunks, bundle) => {
  const folder = join(project.folder, `site/${name}/scripts`)
  await bundle(project, folder)
  expect(holdsEngine(await readFile(join(folder, 'main.js'), 'utf8'))).toBe(!hasChunks)

  if (browser === undefined) return
  const type = kind === 'module' ? ' type="module"' : ''
  const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Recherche</title><script${type} src="scripts/main.js"></script></html>`
  await project.write({ [`site/${name}/index.html`]: page })
  const tab = await browser.context.newPage()
  const scripts: string[] = []
  tab.on('request', request => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await tab.goto(`${site.address}${name}/`)
  await tab.waitForFunction('globalThis.ask')
  const codes = await Promise.all(scripts.map(async url => (await fetch(url)).text()))
  expect(codes.some(holdsEngine)).toBe(!hasChunks)
  expect(await tab.evaluate(`ask(${JSON.stringify(QUESTION)})`)).toEqual([ANSWER])
  expect(await tab.evaluate(`correct(${JSON.stringify(MISSPELT)})`)).toBe(CORRECTED)
  expect(await tab.evaluate(`correct(${JSON.stringify(ENGLISH_MISSPELT)})`)).toBe(ENGLISH_CORRECTED)
  await tab.close()
})
