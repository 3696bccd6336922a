/** A site with `<trouvaille-search>`: the element bundled from the sources, pages under a strict policy, and an index; its server can be slow or refuse. */

import { readdir, readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'esbuild'
import { english, french, SearchIndex } from '../../src/index.ts'
import { evaluateStopWords, styleText } from '../../tsup.config.ts'
import { readWholeArticles } from './articles.ts'
import { builtClient } from './built-once.ts'

const root = join(import.meta.dirname, '../..')

/** No inline script, no inline style, nothing of other origins, no `eval`. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; worker-src 'self'; base-uri 'none'; form-action 'self'"

const STYLE = `:root { color-scheme: light dark; }
body { max-width: 62rem; margin: 0 auto; padding: 1rem; background: light-dark(#fbf9f4, #171614); color: light-dark(#1d1b18, #ece7dd);
font: 1rem / 1.6 Charter, "Iowan Old Style", Georgia, "DejaVu Serif", serif; }`

export interface ElementSite {
  address: string
  /** Paths of all requests since it was last emptied. */
  requests: string[]
  /** In milliseconds, before the answer to a request. */
  latencyOf: (path: string) => number
  /** Paths that are not answered. */
  refuses: (path: string) => boolean
  /** Adds a page with `body`, which is HTML. */
  page(path: string, body: string, options?: PageOptions): void
  close(): Promise<void>
}

interface PageOptions {
  lang?: string
  dir?: 'ltr' | 'rtl'
  /** The address of the element's script. */
  script?: string
  policy?: string
}

/** The files of the element by path, as they are shipped: minified, with names shortened. */
async function builtElement(): Promise<Map<string, Uint8Array>> {
  const folder = await builtClient()
  const files = await Promise.all(
    (await readdir(folder)).map(async name => [`/trouvaille/${name}`, await readFile(join(folder, name))] as const),
  )
  return new Map(files)
}

/** The files of the element by path: `/trouvaille/element.js`, its chunks and the worker. */
async function bundledElement(): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { element: 'src/element/index.ts', worker: 'src/worker/index.ts' },
    plugins: [evaluateStopWords, styleText],
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    outdir: '/trouvaille',
  })
  const files = new Map<string, Uint8Array>(
    outputFiles.map(({ path, contents }) => [
      path.replaceAll('\\', '/').replace(/^.*(?=\/trouvaille\/)/, ''),
      contents,
    ]),
  )
  for (const language of ['english', 'french']) {
    files.set(`/trouvaille/${language}-words.bin`, await readFile(join(root, `index-data/${language}/word-list.bin`)))
  }
  return files
}

/** The articles, each with an address, half of them with an image; and one that is promoted. */
export function articlesIndex(): Uint8Array {
  const index = new SearchIndex({
    fields: { title: {}, body: {}, section: { type: 'keyword' }, date: { type: 'date' }, words: { type: 'number' } },
    storeFields: ['title', 'body', 'section', 'date', 'author', 'url', 'image'],
    editorial: { promote: [{ query: 'paix', ids: ['promue'] }] },
  })
  index.addAll(
    readWholeArticles().map((article, i) => ({
      ...article,
      words: article.body.split(/\s+/).length,
      url: `/articles/${i}.html`,
      ...(i % 2 === 0 && { image: '/image.svg' }),
    })),
  )
  index.add({
    id: 'promue',
    title: 'Le dossier de la rédaction',
    body: 'Tout savoir sur la Libye.',
    url: '/dossier.html',
  })
  return index.toBytes()
}

export function guideIndex(): Uint8Array {
  const index = new SearchIndex({
    fields: { title: {}, heading: {}, body: {}, page: { type: 'keyword' } },
    storeFields: ['title', 'heading', 'body', 'url', 'page'],
  })
  const sections = [
    [undefined, 'Ce guide explique comment installer le programme.'],
    ['Installer', 'Pour installer le programme, lancez la commande que voici.'],
    ['Mettre à jour', 'Mettre à jour, c’est installer une nouvelle version du programme.'],
  ] as const
  sections.forEach(([heading, body], id) => {
    const url = heading === undefined ? '/guide/' : `/guide/#s${id}`
    index.add({ id, title: 'Guide du programme', body, url, page: '/guide/', ...(heading && { heading }) })
  })
  return index.toBytes()
}

/** Pages in French and in English, about the same things: all of them, or those of one language. */
export function bilingualIndex(only?: 'en' | 'fr'): Uint8Array {
  const schema = { fields: ['title', 'body'] as const, storeFields: ['title', 'url'] as const }
  const index =
    only === undefined
      ? new SearchIndex({ ...schema, language: { fr: french(), en: english() } })
      : new SearchIndex({ ...schema, language: only === 'en' ? english() : french() })
  const pages = [
    { lang: 'fr', title: 'Les bibliothèques', body: 'Les enfants courent à la bibliothèque de Québec.' },
    { lang: 'en', title: 'The libraries', body: 'The children are running to the library of Québec.' },
    { lang: 'fr', title: 'Les horaires', body: 'Les musées ouvrent le matin.' },
  ]
  pages.forEach((page, id) => {
    if (only === undefined || page.lang === only) index.add({ id, url: `/${page.lang}/${id}.html`, ...page })
  })
  return index.toBytes()
}

/** @param isBuilt whether the element is as it is shipped, rather than bundled from the sources, which takes a second */
export async function serveElement({ isBuilt = false } = {}): Promise<ElementSite> {
  const files = new Map<string, { bytes: Uint8Array | string; type: string; policy?: string }>()
  for (const [path, bytes] of await (isBuilt ? builtElement() : bundledElement()))
    files.set(path, { bytes, type: 'text/javascript' })
  files.set('/articles.trv', { bytes: articlesIndex(), type: 'application/octet-stream' })
  files.set('/guide.trv', { bytes: guideIndex(), type: 'application/octet-stream' })
  files.set('/all.trv', { bytes: bilingualIndex(), type: 'application/octet-stream' })
  for (const lang of ['en', 'fr'] as const)
    files.set(`/site.${lang}.trv`, { bytes: bilingualIndex(lang), type: 'application/octet-stream' })
  files.set('/broken.trv', { bytes: new Uint8Array(4000), type: 'application/octet-stream' })
  files.set('/style.css', { bytes: STYLE, type: 'text/css' })
  const square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path fill="#89a" d="M0 0h4v3H0z"/></svg>'
  files.set('/image.svg', { bytes: square, type: 'image/svg+xml' })

  const site: ElementSite = {
    address: '',
    requests: [],
    latencyOf: () => 0,
    refuses: () => false,
    page(path, body, { lang = 'fr', dir = 'ltr', script = '/trouvaille/element.js', policy = POLICY } = {}) {
      const html = `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Essai</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"><script type="module" src="${script}"></script></head><body><main><h1>La Gazette du val</h1>${body}<p>Le reste de la page.</p></main></body></html>`
      files.set(path, { bytes: html, type: 'text/html; charset=utf-8', policy })
    },
    close: () => new Promise(resolve => server.close(() => resolve()).closeAllConnections()),
  }

  const answer = async (path: string, response: ServerResponse) => {
    site.requests.push(path)
    await wait(site.latencyOf(path))
    const file = files.get(path)
    if (site.refuses(path)) response.destroy()
    else if (file === undefined) response.writeHead(404).end()
    else {
      response.writeHead(200, {
        'content-type': file.type,
        'access-control-allow-origin': '*',
        'cache-control': 'no-store',
        ...(file.policy && { 'content-security-policy': file.policy }),
      })
      response.end(file.bytes)
    }
  }
  const server: Server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://localhost').pathname, response).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  site.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return site
}
