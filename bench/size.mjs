/** How much each engine with its French weighs in a browser: bundled, minified, and packed as servers send it. */

import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { main } from './options.mjs'
import { distFolder, takeSnapshot } from './snapshot.mjs'
import { plainTable } from './tables.mjs'

await main(async () => {
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
  const rows = [['', 'minified', 'gzip', 'brotli']]
  for (const [name, contents] of Object.entries(programs)) rows.push([name, ...(await weigh(contents))])
  console.log(plainTable(rows))
})

/**
 * @param {string} contents an ECMAScript module
 * @returns {Promise<string[]>} minified, gzip, brotli in kB; why it can't be bundled, where it can't
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
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
    return [bytes, gzipSync(bytes, { level: 9 }), brotli].map(({ length }) => `${(length / 1000).toFixed(1)} kB`)
  } catch (error) {
    return [`not bundled: ${error instanceof Error ? error.message.split('\n')[1] : error}`, '', '']
  }
}
