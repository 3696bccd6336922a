/** Pages for browser tests: one HTML document with a script, bundled with the library's sources. */
import { join } from 'node:path'
import { build } from 'esbuild'
import { evaluateStopWords } from '../../tsup.config.ts'

/** The HTML of a page that runs `script`, a module that may import from `./src/…`. */
export async function bundlePage(script: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: join(import.meta.dirname, '../..') },
    plugins: [evaluateStopWords],
    bundle: true,
    write: false,
    format: 'esm',
    mainFields: ['module', 'main'],
  })
  const code = outputFiles[0].text.replaceAll('</script', '<\\/script')
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Recherche</title><script type="module">${code}</script>`
}

/** `window.ask(url, query, options)` opens an index and resolves to the ids of the hits; `window.searchAgain(query)` uses the index that is open. */
export const SEARCH_SCRIPT = `import { openIndex } from './src/client.ts'
  let index
  const idsOf = ({ hits }) => hits.map(({ id }) => id)
  window.ask = async (url, query, options) => {
    index = openIndex(url, { load: 'ranges', ...options })
    return idsOf(await index.search(query))
  }
  window.searchAgain = async query => idsOf(await index.search(query))`

/** JavaScript that resolves once what was read is stored: two looks, 400 ms apart, see the same bytes. */
export const STORED = `(async () => {
  const bytesStored = async () => {
    const entries = await (await caches.open('trouvaille')).matchAll()
    const lengths = await Promise.all(entries.map(async entry => (await entry.arrayBuffer()).byteLength))
    return lengths.reduce((sum, length) => sum + length, 0)
  }
  for (let before = 0; ; ) {
    const now = await bytesStored()
    if (now > 0 && now === before) return now
    before = now
    await new Promise(resolve => setTimeout(resolve, 400))
  }
})()`
