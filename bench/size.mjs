/** How much each engine with its French weighs in a browser: bundled, minified, and packed as servers send it: `node size.mjs [--write]`. */

import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, transform } from 'esbuild'
import { rollup } from 'rollup'
import { stamp } from './machine.mjs'
import { main } from './options.mjs'
import { distFolder, takeSnapshot } from './snapshot.mjs'
import { SIZE_HEADING, withSection } from './speed/kept-section.mjs'
import { markdownTable, plainTable } from './tables.mjs'
import { wrapped } from './wrapped.mjs'

const PAGE = new URL('../docs/speed.md', import.meta.url)
/** The client and its parts are another matter: a page loads them one by one. */
const EXPLANATION =
  'Each engine with its French, bundled and minified by esbuild for browsers, then packed by gzip (level 9) and brotli (quality 11). A site loads `trouvaille/client` instead, in parts: [remote.md](remote.md#what-is-loaded-when) has their sizes.'

await main(async () => {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
  takeSnapshot()
  const entry = JSON.stringify(`${distFolder()}/index.js`)
  const programs = {
    'Trouvaille, all exports': `export * from ${entry}`,
    'Trouvaille, SearchIndex and toHTML': `export { SearchIndex, toHTML } from ${entry}`,
    'Trouvaille, IndexSearcher and toHTML': `export { IndexSearcher, toHTML } from ${JSON.stringify(`${distFolder()}/searcher.js`)}`,
    'Trouvaille, french() alone': `export { french } from ${JSON.stringify(`${distFolder()}/searcher.js`)}`,
    'MiniSearch (no French)': `export { default } from 'minisearch'`,
    'MiniSearch, stopwords-fr': `export { default } from 'minisearch'; export { default as words } from 'stopwords-fr'`,
    'Lunr, lunr-languages fr': `import lunr from 'lunr'; import support from 'lunr-languages/lunr.stemmer.support'; import fr from 'lunr-languages/lunr.fr'; support(lunr); fr(lunr); export default lunr`,
    'FlexSearch, fr': `export { Document, Encoder, Charset } from 'flexsearch'; export { default as fr } from 'flexsearch/lang/fr'`,
    'Orama, French stemmer and stop words': `export { create, insert, search, load } from '@orama/orama'; export * from '@orama/stemmers/french'; export * from '@orama/stopwords/french'`,
  }
  const rows = [['', 'minified', 'gzip', 'brotli', 'by Rollup, brotli']]
  for (const [name, contents] of Object.entries(programs)) {
    // The peers would need Rollup's plugins for packages and CommonJS.
    const byRollup = name.startsWith('Trouvaille') ? await weighByRollup(contents) : ''
    rows.push([name, ...(await weigh(contents)), byRollup])
  }
  console.log(plainTable(rows))
  if (!values.write) return
  const measured = wrapped(`${stamp('npm run size -- --write')}. ${EXPLANATION}`)
  const section = `${SIZE_HEADING}\n\n${measured}\n\n${markdownTable(rows)}`
  writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), section))
})

/**
 * @param {string} contents an ECMAScript module
 * @returns {Promise<string[]>} minified, gzip, brotli in kB; why it can't be bundled, if it can't
 */
async function weigh(contents) {
  try {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: import.meta.dirname },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      charset: 'utf8',
      logLevel: 'silent',
    })
    const bytes = outputFiles[0].contents
    return [bytes, gzipSync(bytes, { level: 9 }), brotli(bytes)].map(kilobytes)
  } catch (error) {
    return [`not bundled: ${error instanceof Error ? error.message.split('\n')[1] : error}`, '', '']
  }
}

/** The same, shaken by Rollup. @param {string} contents */
async function weighByRollup(contents) {
  const entry = {
    name: 'entry',
    resolveId: id => (id === 'entry' ? id : null),
    load: id => (id === 'entry' ? contents : null),
  }
  const bundle = await rollup({ input: 'entry', plugins: [entry], onLog: () => {} })
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true })
  const { code } = await transform(output[0].code, { minify: true, target: 'es2022', charset: 'utf8' })
  return kilobytes(brotli(Buffer.from(code)))
}

/** @param {Uint8Array} bytes */
function brotli(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
}

/** @param {Uint8Array} bytes */
function kilobytes({ length }) {
  return `${(length / 1000).toFixed(1)} kB`
}
