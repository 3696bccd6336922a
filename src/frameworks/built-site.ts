/**
 * What the site generators share: the built site gets its index and its search box, as from `trouvaille build`, and the development server serves those of the
 * last build.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The options of the integrations with site generators. None of them is needed.
 *
 * @example
 * const options: SiteOptions = { sections: true, build: ['--columns', 'section:keyword'] }
 */
export interface SiteOptions {
  /** Whether the sections of a page are hits of their own, shown below their page. Default: `true`. */
  sections?: boolean | undefined
  /**
   * Whether each language has an index of its own, which the pages in it open: smaller files, and no code of another language. Every language of a page needs an index
   * then. Default: `false`, one index for all languages.
   */
  perLanguage?: boolean | undefined
  /**
   * More options of `trouvaille build`, as on the command line: `['--columns', 'section:keyword']`. Default: none; the languages are those that the pages are in
   * (`--languages auto`).
   */
  build?: readonly string[] | undefined
}

/** In the folder of a site, and in its addresses. */
const FOLDER = 'trouvaille'
const INDEX = `${FOLDER}/search.trv`
/** The element knows the language. */
const INDEX_OF_LANGUAGE = `${FOLDER}/search.{lang}.trv`

const PROGRAM = fileURLToPath(new URL('./cli.js', import.meta.url))

/**
 * Writes the index and the search box of a built site into it, and says what it found.
 *
 * @throws Error if the program does
 */
export async function buildSite(
  folder: string,
  { sections = true, perLanguage = false, build = [] }: SiteOptions,
): Promise<void> {
  // A configuration may say in which languages the pages are.
  const areLanguagesSaid = build.some(option => /^(?:--languages|--config|-c)(?:=|$)/.test(option))
  const options = [
    ...(sections ? ['--sections'] : []),
    ...(areLanguagesSaid ? [] : ['--languages', 'auto']),
    ...(perLanguage ? ['--per-language'] : []),
    ...build,
  ]
  const args = [PROGRAM, 'build', folder, '--out', join(folder, INDEX), ...options]
  const [code] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'close')
  if (code !== 0) throw new Error(`trouvaille build ${folder} failed. See its output above.`)
}

/** The addresses of a site's search box and index, and what to put before the addresses of its pages. `base` is where the site stands on its server. */
export function addressesOf(
  base = '/',
  { perLanguage = false }: SiteOptions = {},
): { script: string; index: string; base: string } {
  const root = `/${base}/`.replace(/\/{2,}/g, '/')
  const index = root + (perLanguage ? INDEX_OF_LANGUAGE : INDEX)
  return { script: `${root}${FOLDER}/element.js`, index, base: root.slice(0, -1) }
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.trv': 'application/octet-stream' }

/** Answers requests for the search box and the index with the files of the last build, if there was one. */
export function serveLastBuild(
  folder: string,
  base?: string,
): (request: IncomingMessage, response: ServerResponse, next: () => void) => void {
  const root = addressesOf(base).script.replace(/[^/]*$/, '')
  return (request, response, next) => {
    const [path] = (request.url ?? '').split('?')
    const name = path.startsWith(root) ? path.slice(root.length) : ''
    if (!/^[\w-]+(?:\.[a-z]{2,3})?\.(?:js|trv|bin)$/.test(name)) {
      next()
      return
    }
    const file = join(folder, FOLDER, name)
    stat(file).then(
      ({ size }) => {
        const type = TYPES[extname(name)] ?? 'application/octet-stream'
        response.writeHead(200, { 'content-type': type, 'content-length': size, 'cache-control': 'no-cache' })
        createReadStream(file).pipe(response)
      },
      () => next(),
    )
  }
}
