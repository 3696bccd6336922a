/** Vite in real life: a page under development that follows its texts, the built page under a path of its site, and a server that renders. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build, createServer, type InlineConfig, preview, type ViteDevServer } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { PluginOptions } from '../../src/plugin/options.ts'
import { type Browser, findChromium, launchChromium } from '../browser/chromium.ts'
import { makeProject, type Project } from '../support/installed-package.ts'
import {
  ANSWER,
  CORRECTED,
  ENGLISH_CORRECTED,
  ENGLISH_MISSPELT,
  holdsEngine,
  LANGUAGES,
  MISSPELT,
  QUESTION,
  TEXTS,
} from './texts.ts'

const executablePath = findChromium()

const PAGE = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Recherche</title></head>
<body><script type="module" src="/page.js"></script></body></html>`
const SCRIPT = `import articles from 'virtual:trouvaille/articles'

window.ask = async question => (await articles.search(question)).hits.map(({ document }) => document.title)
window.correct = async question => (await articles.search(question)).correction
`
/** A page that asks in a worker, one question after another. */
const WORKER_PAGE = `const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })

window.ask = question => new Promise((resolve, reject) => {
  worker.onmessage = ({ data }) => resolve(data)
  worker.onerror = event => reject(new Error(event.message))
  worker.postMessage(question)
})
`
const WORKER = `import articles from 'virtual:trouvaille/articles'

onmessage = async ({ data }) => {
  const { hits, correction } = await articles.search(data)
  postMessage(hits.length > 0 ? hits.map(({ document }) => document.title) : [correction])
}
`
const RENDERED = `import articles from 'virtual:trouvaille/articles'

export const answer = async question => (await articles.search(question)).hits.map(({ document }) => document.title)
export const correct = async question => (await articles.search(question)).correction
`

let project: Project
let trouvaille: (options: PluginOptions) => import('vite').Plugin

beforeAll(async () => {
  project = await makeProject()
  await project.write({
    'index.html': PAGE,
    'page.js': SCRIPT,
    'rendered.js': RENDERED,
    'in-worker/index.html': PAGE.replace('/page.js', './worker-page.js'),
    'in-worker/worker-page.js': WORKER_PAGE,
    'in-worker/worker.js': WORKER,
    'package.json': '{ "type": "module" }',
  })
  trouvaille = (await import(join(project.library, 'dist/vite.js'))).trouvaille
})
afterAll(() => project?.remove())

function configuration(load?: 'whole' | 'ranges', base = '/', languages: string[] = LANGUAGES): InlineConfig {
  const options = { indexes: { articles: { from: 'content', load, languages } } }
  return { root: project.folder, base, configFile: false, logLevel: 'error', plugins: [trouvaille(options)] }
}

async function freshTexts(): Promise<void> {
  await rm(join(project.folder, 'content'), { recursive: true, force: true })
  await project.write(TEXTS)
}

describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser
  let page: Page
  const requests: string[] = []
  const faults: string[] = []
  const ask = (question: string) => page.evaluate(question => (globalThis as unknown as Asking).ask(question), question)
  interface Asking {
    ask(question: string): Promise<string[]>
    mark?: string
  }

  beforeAll(async () => {
    if (executablePath !== undefined) browser = await launchChromium(executablePath, 'fr-FR')
  })
  afterAll(() => browser?.close())

  async function open(address: string): Promise<void> {
    page = await browser.context.newPage()
    requests.length = 0
    faults.length = 0
    page.on('request', request => requests.push(request.url()))
    page.on('pageerror', error => faults.push(String(error)))
    await page.goto(address)
    await page.waitForFunction('window.ask')
  }

  const indexRequests = () => requests.filter(url => url.includes('.trv'))
  /** The languages whose code was asked for. */
  const languageRequests = () =>
    requests.flatMap(url => /\/(english|french|multilingual|unicode)-[\w-]+\.js$/.exec(url)?.[1] ?? []).sort()

  describe('under development', () => {
    let server: ViteDevServer
    afterEach(async () => {
      await page?.close()
      await server?.close()
    })

    async function serve(load?: 'whole' | 'ranges', base = '/'): Promise<void> {
      await freshTexts()
      server = await createServer({ ...configuration(load, base), server: { host: '127.0.0.1', port: 0 } })
      await server.listen()
      await open(server.resolvedUrls?.local[0] ?? '')
    }

    /** Asks until the page gives what is expected. */
    async function expectSoon(question: string, titles: string[]): Promise<void> {
      await expect.poll(() => ask(question), { timeout: 10_000 }).toEqual(titles)
    }

    test('loads nothing before the first question, and follows texts that change, come and go without a new page', async () => {
      await serve()
      expect(indexRequests()).toEqual([])
      expect(await ask(QUESTION)).toEqual([ANSWER])
      expect(indexRequests().length).toBe(1)
      await page.evaluate(() => {
        ;(globalThis as unknown as Asking).mark = 'la même page'
      })

      await project.write({ 'content/treve.md': '# La trêve est rompue\n\nLes combats ont repris dans la nuit.\n' })
      await expectSoon('combats', ['La trêve est rompue'])
      expect(await ask(QUESTION)).toEqual([])

      await project.write({ 'content/neige.md': '# Il neige sur le Jura\n\nLes cols sont fermés.\n' })
      await expectSoon('cols fermés', ['Il neige sur le Jura'])

      await rm(join(project.folder, 'content/neige.md'))
      await expectSoon('cols fermés', [])

      expect(await page.evaluate(() => (globalThis as unknown as Asking).mark)).toBe('la même page')
      expect(faults).toEqual([])
    })

    test('under a path of the site, by ranges', async () => {
      await serve('ranges', '/journal/')
      expect(await ask(QUESTION)).toEqual([ANSWER])
      expect(await page.evaluate(`correct(${JSON.stringify(MISSPELT)})`)).toBe(CORRECTED)
      expect(await page.evaluate(`correct(${JSON.stringify(ENGLISH_MISSPELT)})`)).toBe(ENGLISH_CORRECTED)
      expect(new URL(indexRequests()[0]).pathname).toMatch(/^\/journal\//)
      expect(faults).toEqual([])
    })
  })

  describe('in a worker', () => {
    const inWorker = (config: InlineConfig): InlineConfig => ({
      ...config,
      build: { rollupOptions: { input: join(project.folder, 'in-worker/index.html') } },
    })

    test('under development', async () => {
      await freshTexts()
      const server = await createServer({ ...configuration(), server: { host: '127.0.0.1', port: 0 } })
      try {
        await server.listen()
        await open(`${server.resolvedUrls?.local[0]}in-worker/`)
        expect(await ask(QUESTION)).toEqual([ANSWER])
        expect(faults).toEqual([])
      } finally {
        await page.close()
        await server.close()
      }
    })

    test.each(['whole', 'ranges'] as const)(
      'built, %s, with plugins that the project has for its workers',
      async load => {
        await freshTexts()
        const seen: string[] = []
        const config = inWorker(configuration(load, '/journal/'))
        const own = { name: 'own', transform: (_: string, id: string) => void seen.push(id) }
        await build({ ...config, worker: { plugins: () => [own] } })
        expect(seen.some(id => id.endsWith('worker.js'))).toBe(true)
        const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } })
        try {
          await open(new URL('/journal/in-worker/', server.resolvedUrls?.local[0]).href)
          expect(await ask(QUESTION)).toEqual([ANSWER])
          expect(await ask(MISSPELT)).toEqual([ANSWER])
          expect(faults).toEqual([])
        } finally {
          await page.close()
          await server.close()
        }
      },
    )
  })

  describe('built', () => {
    test('loads the languages of the index alone, whatever the page is in', async () => {
      await freshTexts()
      const config = configuration('whole', '/', ['fr'])
      await build(config)
      const html = join(project.folder, 'dist/index.html')
      await writeFile(html, (await readFile(html, 'utf8')).replace('lang="fr"', 'lang="en"'))
      const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } })
      try {
        await open(server.resolvedUrls?.local[0] ?? '')
        expect(await ask(QUESTION)).toEqual([ANSWER])
        expect(languageRequests()).toEqual(['french'])
      } finally {
        await page.close()
        await server.close()
      }
    })

    test.each([
      ['/', 'whole'],
      ['/journal/', 'whole'],
      ['./', 'ranges'],
    ] as const)('with the base %s, %s', async (base, load) => {
      await freshTexts()
      const config = configuration(load, base)
      await build(config)
      const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } })
      try {
        await open(new URL(base, server.resolvedUrls?.local[0]).href)
        expect(indexRequests()).toEqual([])
        const scripts = requests.filter(url => url.endsWith('.js'))
        for (const url of scripts) expect(holdsEngine(await (await fetch(url)).text())).toBe(false)
        expect(await ask(QUESTION)).toEqual([ANSWER])
        expect(languageRequests()).toEqual(['english', 'french', 'multilingual'])
        expect(await page.evaluate(`correct(${JSON.stringify(MISSPELT)})`)).toBe(CORRECTED)
        expect(await page.evaluate(`correct(${JSON.stringify(ENGLISH_MISSPELT)})`)).toBe(ENGLISH_CORRECTED)
        expect(requests.filter(url => url.endsWith('.js')).length).toBeGreaterThan(scripts.length)
        expect(indexRequests()[0]).toMatch(/\/assets\/articles-[\w-]{8}\.trv$/)
        expect(faults).toEqual([])
      } finally {
        await page.close()
        await server.close()
      }
    })
  })
})

describe('on a server that renders', () => {
  test('under development, after a text has changed too', async () => {
    await freshTexts()
    const server = await createServer({ ...configuration(), server: { middlewareMode: true }, appType: 'custom' })
    const answer = async (question: string): Promise<string[]> =>
      (await server.ssrLoadModule('/rendered.js')).answer(question)
    try {
      expect(await answer(QUESTION)).toEqual([ANSWER])
      await project.write({ 'content/neige.md': '# Il neige sur le Jura\n\nLes cols sont fermés.\n' })
      await expect.poll(() => answer('cols fermés'), { timeout: 10_000 }).toEqual(['Il neige sur le Jura'])
    } finally {
      await server.close()
    }
  })

  test('built in folders, beside the pages’ build', async () => {
    await freshTexts()
    const input = { 'pages/recherche': join(project.folder, 'rendered.js') }
    await build({ ...configuration(), build: { ssr: true, outDir: 'server', rollupOptions: { input } } })
    const { answer } = await import(join(project.folder, 'server/pages/recherche.js'))
    expect(await answer(QUESTION)).toEqual([ANSWER])
  })
})
