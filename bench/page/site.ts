/**
 * A site of any number of pages, searched by Trouvaille and by Pagefind, each with the index that its own program builds from the HTML files, as a static
 * host serves them: code and JSON compressed with brotli.
 *
 * The pages are the paragraphs of this repository's articles in another order: a title with the lead of its article, then 5 to 19 paragraphs of any.
 */
import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { seededRandom } from '../../src/evaluation/randomisation-test.ts'
import { readArticles } from '../../test/support/articles.ts'
import type { ServedFile } from '../../test/support/latency-server.ts'

const ROOT = join(import.meta.dirname, '../..')
const run = promisify(execFile)

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
}
const LEAST_PARAGRAPHS = 5
const MOST_PARAGRAPHS = 19

export interface Site {
  pages: number
  /** Characters of text. */
  characters: number
  /** Bytes of Trouvaille's index file. */
  trouvailleBytes: number
  /** Bytes of the files that Pagefind built for searching the pages, without its code. */
  pagefindBytes: number
  /** What a server needs for both, by path. */
  files: Map<string, ServedFile>
}

/** Writes the pages to `folder`, which is emptied first, and runs both programs on them. */
export async function buildSite(pages: number, folder: string): Promise<Site> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'pages'), { recursive: true })
  const texts = Array.from(pageTexts(pages))
  for (const [i, page] of texts.entries()) await writeFile(join(folder, 'pages', `page-${i + 1}.html`), htmlOf(page))
  const [index, bundle] = [join(folder, 'search.trv'), join(folder, 'pagefind')]
  await run(process.execPath, [join(ROOT, 'dist/cli.js'), 'build', join(folder, 'pages'), '--out', index])
  const pagefind = join(ROOT, 'bench/node_modules/pagefind/lib/runner/bin.cjs')
  await run(process.execPath, [pagefind, '--site', join(folder, 'pages'), '--output-path', bundle])

  const searched = await readFile(index)
  const own = await readServed(join(ROOT, 'dist/client'), '/trouvaille')
  const theirs = await readServed(bundle, '/pagefind')
  const data = [...theirs].filter(([path]) => /\.pf_\w+$/.test(path))
  return {
    pages,
    characters: texts.reduce((sum, { paragraphs }) => sum + paragraphs.join('').length, 0),
    trouvailleBytes: searched.length,
    pagefindBytes: data.reduce((sum, [, { bytes }]) => sum + bytes.length, 0),
    files: new Map<string, ServedFile>([...own, ...theirs, ['/search.trv', { bytes: searched }]]),
  }
}

interface PageText {
  title: string
  paragraphs: string[]
}

function* pageTexts(count: number): Generator<PageText> {
  const articles = readArticles().map(({ title, body }) => ({ title, paragraphs: body.split(/\n\n+/) }))
  const all = articles.flatMap(({ paragraphs }) => paragraphs)
  const random = seededRandom(1)
  const below = (limit: number) => Math.floor(random() * limit)
  for (let i = 0; i < count; i++) {
    const { title, paragraphs } = articles[below(articles.length)]
    const length = LEAST_PARAGRAPHS + below(MOST_PARAGRAPHS - LEAST_PARAGRAPHS + 1)
    yield { title, paragraphs: [paragraphs[0], ...Array.from({ length }, () => all[below(all.length)])] }
  }
}

function htmlOf({ title, paragraphs }: PageText): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const body = paragraphs.map(text => `<p>${escaped(text)}</p>`).join('\n')
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body>
<header><a href="/">Accueil</a></header>
<main data-pagefind-body>
<h1>${escaped(title)}</h1>
${body}
</main>
<footer>Mentions légales</footer>
</body>
</html>
`
}

async function readServed(folder: string, prefix: string): Promise<[string, ServedFile][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return Promise.all(
    paths.map(async (path): Promise<[string, ServedFile]> => {
      const bytes = await readFile(path)
      return [`${prefix}${path.slice(folder.length)}`, served(bytes, TYPES[extname(path)])]
    }),
  )
}

/** Text compressed, other files as they are. */
export function served(bytes: Uint8Array, type: string | undefined): ServedFile {
  if (type === undefined) return { bytes }
  return { bytes: brotliCompressSync(bytes), type, headers: { 'Content-Encoding': 'br' } }
}
