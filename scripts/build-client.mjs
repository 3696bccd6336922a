/**
 * Builds dist/client/: the client of pages as plain ES modules that work with and without a bundler. `client.js` is what a page loads; the engine, the
 * language with its lists, and each feature are chunks that it loads when they are needed. `element.js` defines `<trouvaille-search>`, and `worker.js` is all
 * of it once more in one file, for a worker.
 *
 * Rollup does it, because each module is put into a chunk on purpose: if chunks shared modules in further chunks, as esbuild splits them, loading one would
 * take a round trip more to discover what it imports.
 */
import { readFileSync } from 'node:fs'
import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { rollup } from 'rollup'
import { minify } from 'terser'
import { mangledNames } from './mangled-names.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const FLATE = fileURLToPath(new URL('../node_modules/fflate/esm/browser.js', import.meta.url))

/** The languages that are folders of src/languages/, with a chunk each and a chunk of their lists. */
const LANGUAGES = ['english', 'french']

/**
 * The word lists by language: `source` is written by a script, `name` is what the build calls it. The name has the checksum of the list's header
 * (src/languages/lexicon/word-list.ts), which the sources leave out.
 */
export const WORD_LISTS = LANGUAGES.map(language => {
  const source = `${root}index-data/${language}/word-list.bin`
  const hash = readFileSync(source).readUInt32LE(16).toString(16).padStart(8, '0')
  return { language, source, written: `${language}-words.bin`, name: `${language}-words-${hash}.bin` }
})

/** The name of the list of a language. @param {string} language */
export function wordListFile(language) {
  const list = WORD_LISTS.find(list => list.language === language)
  if (list === undefined) throw new RangeError(`There is no word list of "${language}".`)
  return list.name
}

/** A source with the names that the build gives to the word lists. @param {string} code @param {string} [folder] */
export function withWordListNames(code, folder = '') {
  return WORD_LISTS.reduce((code, { written, name }) => code.replaceAll(`./${written}`, `./${folder}${name}`), code)
}

/** As in tsconfig.json: a field that the constructor sets is not declared once more. */
const TSCONFIG = { compilerOptions: { useDefineForClassFields: false } }

const CLIENT = `${root}src/client.ts`
const ELEMENT = `${root}src/element/index.ts`

/** The chunks by the module that they begin with. A module that several reach belongs to the first of them. */
const CHUNKS = [
  ['views', 'src/element/views.ts'],
  // Not with the views, because the mode `page`, the default, has neither.
  ['popups', 'src/element/popup-views.ts'],
  ['engine', 'src/open/engine.ts'],
  // Nearly all pages show snippets, and a chunk of their own would be a request more.
  ['engine', 'src/features/highlights.ts'],
  ...LANGUAGES.flatMap(language => [
    [language, `src/languages/${language}/${language}.ts`],
    // Asked for with the language, so that its blocks can be asked for without waiting.
    [language, `src/languages/${language}/words/word-list-file.ts`],
  ]),
  ['unicode', 'src/languages/unicode/unicode.ts'],
  ['multilingual', 'src/language/reopen-multilingual.ts'],
  ['corrections', 'src/features/corrections.ts'],
  ['words', 'src/languages/lexicon/word-list.ts'],
  ['columns', 'src/features/columns.ts'],
  ['operators', 'src/features/operators.ts'],
  ['passages', 'src/features/passages.ts'],
  ['skipping', 'src/search/collect-best.ts'],
  ['regrouping', 'src/index/rekeyed-segment.ts'],
  ['remote', 'src/open/remote-engine.ts'],
  ['rerank', 'src/open/rerank.ts'],
  ['editorial', 'src/features/editorial.ts'],
  ['explain', 'src/features/explain.ts'],
  ['similar', 'src/features/similar.ts'],
  ['suggest', 'src/features/suggest.ts'],
  ['inspect', 'src/features/inspect.ts'],
]

/** @returns {import('rollup').Plugin} */
function typescript() {
  const modules = new Map()
  /** @type {Map<string, string>} */
  let names
  return {
    name: 'typescript',
    moduleParsed({ id, ast }) {
      modules.set(id, ast)
    },
    resolveId: (source, importer) => {
      if (source === 'fflate') return FLATE
      return source.endsWith('?text') ? join(importer, '..', source) : null
    },
    async load(id) {
      if (id.endsWith('.css?text')) {
        const css = await readFile(id.replace('?text', ''), 'utf8')
        return `export default ${JSON.stringify((await transform(css, { loader: 'css', minify: true })).code.trim())}`
      }
      if (!id.endsWith('default-stop-words.ts')) return null
      // The list that it comes to: stopwords-fr and what is kept out of it are four times as long.
      const { outputFiles } = await build({ entryPoints: [id], bundle: true, format: 'esm', write: false })
      const { STOP_WORDS } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
      return `export const STOP_WORDS = ${JSON.stringify(STOP_WORDS)}`
    },
    async transform(code, id) {
      if (!id.endsWith('.ts')) return null
      const named = withWordListNames(code)
      return (await transform(named, { loader: 'ts', target: 'es2022', sourcefile: id, tsconfigRaw: TSCONFIG })).code
    },
    async renderChunk(code) {
      // Terser rather than esbuild: it inlines across the modules of a chunk, and the client is 4% smaller after compression.
      names ??= mangledNames(modules)
      const properties = { regex: new RegExp(`^(?:${[...names.keys()].join('|')})$`), keep_quoted: true }
      // All chunks share the names. Terser marks those of the cache by a sign.
      const nameCache = { props: { props: Object.fromEntries([...names].map(([long, short]) => [`$${long}`, short])) } }
      const options = { module: true, ecma: 2020, compress: { passes: 3 }, mangle: { properties }, nameCache }
      return (await minify(code, options)).code
    },
  }
}

/**
 * Builds the client.
 *
 * @param {{ folder?: string }} [options] `folder`: where to write it; default: dist/client
 * @returns {Promise<{ name: string, file: string, code: string }[]>}
 */
export async function buildClient({ folder = `${root}dist/client` } = {}) {
  const bundle = await rollup({
    input: { client: CLIENT, element: ELEMENT },
    plugins: [typescript()],
    treeshake: { moduleSideEffects: false },
    // The entry itself exports what chunks need of it: a file between them would be a round trip more.
    preserveEntrySignatures: 'allow-extension',
    onwarn(warning) {
      throw new Error(warning.message)
    },
  })
  /** @type {Map<string, string | undefined>} */
  const chunkOf = new Map()
  const { output } = await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    // Else what the entry imports would go with the first chunk that imports it as well.
    onlyExplicitManualChunks: true,
    manualChunks(id, { getModuleInfo }) {
      if (chunkOf.size === 0) assign(getModuleInfo)
      return chunkOf.get(id)
    },
  })
  await bundle.close()
  const worker = await buildWorker(folder)
  for (const { source, name } of WORD_LISTS) await copyFile(source, join(folder, name))
  return [...output, ...worker].flatMap(chunk =>
    chunk.type === 'chunk'
      ? [{ name: chunk.name, file: chunk.fileName, code: chunk.code, modules: chunk.modules }]
      : [],
  )

  /** @param {import('rollup').GetModuleInfo} getModuleInfo */
  function assign(getModuleInfo) {
    // What the page's own file holds stays there, whoever else imports it.
    for (const entry of [CLIENT, ELEMENT]) for (const id of reachedFrom(entry)) chunkOf.set(id, undefined)
    const ofLanguages = LANGUAGES.map(
      language =>
        new Set(CHUNKS.flatMap(([name, path]) => (name === language ? [...reachedFrom(`${root}${path}`)] : []))),
    )
    for (const [name, path] of CHUNKS) {
      // Whatever all of them reach, so that a page loads no language for the sake of another.
      if (name === LANGUAGES[0]) {
        for (const id of ofLanguages[0]) {
          if (!chunkOf.has(id) && ofLanguages.every(reached => reached.has(id))) chunkOf.set(id, 'engine')
        }
      }
      for (const id of reachedFrom(`${root}${path}`)) {
        if (!chunkOf.has(id)) chunkOf.set(id, name)
      }
    }

    /** The modules that a module imports, and those that they import. @param {string} start */
    function reachedFrom(start) {
      const reached = new Set([start])
      for (const id of reached) for (const next of getModuleInfo(id)?.importedIds ?? []) reached.add(next)
      return reached
    }
  }
}

/**
 * Builds the worker as one file: bundlers copy it as it is, and would not find what it imports.
 *
 * @param {string} folder
 */
async function buildWorker(folder) {
  const bundle = await rollup({
    input: { worker: `${root}src/worker/index.ts` },
    plugins: [typescript()],
    treeshake: { moduleSideEffects: false },
    onwarn(warning) {
      throw new Error(warning.message)
    },
  })
  const { output } = await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    inlineDynamicImports: true,
  })
  await bundle.close()
  return output
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildClient()
