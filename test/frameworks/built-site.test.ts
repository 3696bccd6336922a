/** What the integrations of site generators make of the languages of a site, without a generator. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveLastBuild } from '../../src/frameworks/built-site.ts'
import type { EleventyConfig, SiteOptions } from '../../src/frameworks/eleventy.ts'
import { type VitePressConfig, withSearch } from '../../src/frameworks/vitepress.ts'
import { openFile } from '../../src/node.ts'
import { makeProject, type Project } from '../support/installed-package.ts'

let project: Project
let trouvaille: (config: EleventyConfig, options?: SiteOptions) => void

const page = (lang: string, title: string, text: string) =>
  `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`
const ENGLISH = page('en', 'The libraries', 'The children were running to the libraries of the town.')
const FRENCH = page('fr', 'Les bibliothèques', 'Les enfants couraient vers les bibliothèques de la ville.')

beforeAll(async () => {
  project = await makeProject()
  trouvaille = (await import(join(project.library, 'dist/eleventy.js'))).default
})
afterAll(() => project?.remove())

/** Builds a site of these pages as Eleventy does, and opens its index. */
async function indexOf(
  name: string,
  files: Readonly<Record<string, string>>,
  options?: SiteOptions,
  file = 'search.trv',
) {
  const output = join(project.folder, name)
  await project.write(Object.fromEntries(Object.entries(files).map(([file, text]) => [`${name}/${file}`, text])))
  const built: Promise<void>[] = []
  trouvaille({ on: (_, listener) => built.push(listener({ dir: { output } })) }, options)
  await Promise.all(built)
  return openFile(join(output, 'trouvaille', file))
}

test('an English site is read as English', async () => {
  const index = await indexOf('english', { 'index.html': ENGLISH })
  expect(index.inspect().language.name).toBe('english')
  expect(index.search('child library').total).toBe(1)
})

test('a site in two languages has one index in both', async () => {
  const index = await indexOf('both', { 'index.html': FRENCH, 'en/index.html': ENGLISH })
  expect(index.languages()).toEqual(['fr', 'en'])
  expect([index.search('child').total, index.search('enfant').total]).toEqual([1, 1])
})

test('its author may say which languages', async () => {
  const index = await indexOf('said', { 'index.html': ENGLISH }, { build: ['--languages', 'fr'] })
  expect(index.inspect().language.name).toBe('french')
})

test('each language may have an index of its own, which the search box and the development server know', async () => {
  const options = { perLanguage: true }
  const index = await indexOf('each', { 'index.html': FRENCH, 'en/index.html': ENGLISH }, options, 'search.en.trv')
  expect([index.inspect().language.name, index.size]).toEqual(['english', 1])

  const site: VitePressConfig = withSearch({ base: '/docs/' }, options)
  const { plugins } = site.vite as { plugins: { load(id: string): string }[] }
  expect(plugins[0].load('\0trouvaille-search')).toContain('/docs/trouvaille/search.{lang}.trv')

  const answer = serveLastBuild(join(project.folder, 'each'), '/docs/')
  const server = createServer((request, response) => answer(request, response, () => response.writeHead(404).end()))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/docs/trouvaille`
  const names = ['search.fr.trv', 'search.en.trv', 'element.js', 'search.de.trv', '..%2Findex.html']
  const answers = await Promise.all(names.map(name => fetch(`${address}/${name}`)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 404])
  await new Promise(resolve => server.close(resolve).closeAllConnections())
})
