/** Sites by their sitemaps, from a server on this machine. */

import { mkdtemp, readdir } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { readDocuments } from '../../src/readers/read-documents.ts'
import { copySite, type SiteCopyOptions } from '../../src/readers/site-copy.ts'

interface Page {
  body?: string | Uint8Array
  status?: number
  headers?: Record<string, string>
}

let server: Server | undefined
afterEach(() => new Promise<void>(resolve => (server === undefined ? resolve() : server.close(() => resolve()))))

/** A site whose pages can be changed, and the requests that it was sent. */
async function serve(pages: Record<string, Page>) {
  const requests: string[] = []
  const times: number[] = []
  server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const page = pages[request.url ?? ''] ?? { status: 404 }
    const isKnown = page.headers?.etag !== undefined && request.headers['if-none-match'] === page.headers.etag
    requests.push(`${request.url}${isKnown ? ' 304' : ''}`)
    times.push(Date.now())
    response.writeHead(isKnown ? 304 : (page.status ?? 200), { 'content-type': 'text/html', ...page.headers })
    response.end(isKnown ? undefined : page.body)
  })
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, requests, times }
}

const sitemapOf = (origin: string, paths: readonly string[], lastModified = '') =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
    .map(
      path =>
        `<url><loc>${path.startsWith('http') ? path : origin + path}</loc>${lastModified && `<lastmod>${lastModified}</lastmod>`}</url>`,
    )
    .join('')}</urlset>`
const pageOf = (title: string) => `<main><h1>${title}</h1><p>Texte de ${title}.</p></main>`

async function read(url: string, folder: string, options: SiteCopyOptions = {}) {
  const found = await copySite(url, folder, { delay: 0, ...options })
  const reading = readDocuments(found)
  const documents = []
  for await (const { id, fields } of reading) documents.push([id, fields.title, fields.url])
  return {
    documents,
    skipped: reading.skipped.map(({ file, reason }) => [new URL(file, 'file:///').pathname, reason]),
    problems: reading.problems,
  }
}

const newFolder = () => mkdtemp(join(tmpdir(), 'trouvaille-test-'))

test('pages are read by the sitemaps that a sitemap names, compressed ones too', async () => {
  const pages: Record<string, Page> = { '/a': { body: pageOf('A') }, '/b/': { body: pageOf('B') } }
  const { origin } = await serve(pages)
  pages['/sitemap.xml'] = {
    body: `<sitemapindex><sitemap><loc>${origin}/1.xml.gz</loc></sitemap><sitemap><loc>${origin}/2.txt</loc></sitemap></sitemapindex>`,
  }
  pages['/1.xml.gz'] = { body: gzipSync(sitemapOf(origin, ['/b/', '/b/'])) }
  pages['/2.txt'] = { body: `${origin}/a\n` }
  const { documents, problems } = await read(`${origin}/sitemap.xml`, await newFolder())
  expect(documents).toEqual([
    ['/a', 'A', `${origin}/a`],
    ['/b/', 'B', `${origin}/b/`],
  ])
  expect(problems).toEqual([])
})

test('robots.txt is heeded, and what is left out is named', async () => {
  const pages: Record<string, Page> = {
    '/robots.txt': { body: 'User-agent: *\nDisallow: /prive/', headers: { 'content-type': 'text/plain' } },
    '/a': { body: pageOf('A') },
    '/caché': { body: `<meta name="robots" content="noindex">${pageOf('Caché')}` },
    '/entete': { body: pageOf('E'), headers: { 'x-robots-tag': 'noindex' } },
    '/image': { body: 'x', headers: { 'content-type': 'image/png' } },
    '/perdue': { status: 404 },
  }
  const { origin, requests } = await serve(pages)
  const paths = ['/a', '/prive/b', '/entete', '/image', '/perdue', 'https://ailleurs.exemple/x']
  pages['/sitemap.xml'] = { body: sitemapOf(origin, paths) }
  const { documents, skipped, problems } = await read(`${origin}/sitemap.xml`, await newFolder())
  expect(documents.map(([id]) => id)).toEqual(['/a'])
  expect(skipped.sort()).toEqual([
    ['/entete', 'no-index'],
    ['/image', 'other-kind'],
    ['/prive/b', 'robots'],
    ['/x', 'other-site'],
  ])
  expect(problems.map(({ file, problem }) => [file, problem])).toEqual([
    [`${origin}/perdue`, { kind: 'http', status: 404 }],
  ])
  expect(requests).not.toContain('/prive/b')
})

test('requests wait for one another, as long as robots.txt asks', async () => {
  const pages: Record<string, Page> = {
    '/robots.txt': { body: 'User-agent: *\nCrawl-delay: 0.2' },
    '/a': { body: pageOf('A') },
    '/b': { body: pageOf('B') },
  }
  const { origin, times } = await serve(pages)
  pages['/sitemap.xml'] = { body: sitemapOf(origin, ['/a', '/b']) }
  await read(`${origin}/sitemap.xml`, await newFolder())
  const gaps = times.slice(1).map((time, i) => time - times[i])
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(190)
})

test('a second reading asks only for what may have changed, and forgets what is gone', async () => {
  const pages: Record<string, Page> = {
    '/a': { body: pageOf('A'), headers: { etag: '"1"' } },
    '/b': { body: pageOf('B') },
    '/c': { body: pageOf('C') },
  }
  const { origin, requests } = await serve(pages)
  const folder = await newFolder()
  pages['/sitemap.xml'] = { body: sitemapOf(origin, ['/a', '/b', '/c']) }
  await read(`${origin}/sitemap.xml`, folder)
  requests.length = 0
  pages['/sitemap.xml'] = { body: sitemapOf(origin, ['/a', '/b'], '2020-01-12') }
  pages['/b'] = { body: pageOf('B2') }
  const second = await read(`${origin}/sitemap.xml`, folder)
  expect(second.documents.map(([, title]) => title)).toEqual(['A', 'B2'])
  expect(requests).toEqual(['/robots.txt', '/sitemap.xml', '/a 304', '/b'])
  expect((await readdir(folder)).filter(name => name.endsWith('.html'))).toHaveLength(2)
  requests.length = 0
  await read(`${origin}/sitemap.xml`, folder)
  // The sitemap says that nothing changed.
  expect(requests).toEqual(['/robots.txt', '/sitemap.xml'])
})

test('no more pages than the limit', async () => {
  const pages: Record<string, Page> = { '/a': { body: pageOf('A') }, '/b': { body: pageOf('B') } }
  const { origin } = await serve(pages)
  pages['/sitemap.xml'] = { body: sitemapOf(origin, ['/a', '/b']) }
  const { documents, skipped } = await read(`${origin}/sitemap.xml`, await newFolder(), { limit: 1 })
  expect(documents.map(([id]) => id)).toEqual(['/a'])
  expect(skipped).toEqual([['/b', 'beyond-limit']])
})

test('a server that is busy is asked again; one that fails keeps the page that was there', async () => {
  const pages: Record<string, Page> = { '/a': { body: pageOf('A') } }
  const { origin, requests } = await serve(pages)
  pages['/sitemap.xml'] = { body: sitemapOf(origin, ['/a']) }
  const folder = await newFolder()
  await read(`${origin}/sitemap.xml`, folder)
  pages['/a'] = { status: 503, headers: { 'retry-after': '0' } }
  requests.length = 0
  const { documents, problems } = await read(`${origin}/sitemap.xml`, folder)
  expect(documents.map(([, title]) => title)).toEqual(['A'])
  expect(requests.filter(path => path === '/a')).toHaveLength(3)
  expect(problems.map(({ problem }) => problem)).toEqual([{ kind: 'http', status: 503 }])
})

test('what is no sitemap, or not there, is an error', async () => {
  const { origin } = await serve({ '/a.xml': { body: '<html>' } })
  const folder = await newFolder()
  await expect(copySite(`${origin}/a.xml`, folder, { delay: 0 })).rejects.toMatchObject({
    problem: { kind: 'no-sitemap' },
  })
  await expect(copySite(`${origin}/b.xml`, folder, { delay: 0 })).rejects.toMatchObject({
    problem: { kind: 'http', status: 404 },
  })
  await expect(copySite('file:///etc', folder)).rejects.toMatchObject({ code: 'INVALID_OPTION', option: 'sitemap' })
})
