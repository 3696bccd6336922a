import { cp, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { build, type Plugin, transform } from 'esbuild'
import { defineConfig, type Options } from 'tsup'
import { withWordListNames } from './scripts/build-client.mjs'

/** Ships the stop words as the list they come to: stopwords-fr and what is kept out of it are four times as long. */
export const evaluateStopWords: Plugin = {
  name: 'evaluate-stop-words',
  setup({ onLoad }) {
    onLoad({ filter: /default-stop-words\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, format: 'esm', write: false })
      const { STOP_WORDS } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
      return { contents: `export const STOP_WORDS = ${JSON.stringify(STOP_WORDS)}` }
    })
  },
}

/** Names the files that scripts/build-client.mjs puts beside the client, the word list and the worker: bundlers find them by what is written, and the source does not know the hash. */
const nameFiles: Plugin = {
  name: 'name-files',
  setup({ onLoad }) {
    onLoad({ filter: /(?:word-list-file|word-list-addresses|remote-engine)\.ts$/ }, async ({ path }) => ({
      contents: withWordListNames(await readFile(path, 'utf8'), 'client/').replace('./worker.js', './client/worker.js'),
      loader: 'ts',
    }))
  },
}

/**
 * The modules that pages load one by one are one chunk here: each that is loaded by itself would part the library into more chunks, and Node takes a millisecond for
 * each of fifty. Pages take `dist/client/`, which scripts/build-client.mjs builds.
 */
const modulesTogether: Plugin = {
  name: 'modules-together',
  setup({ onLoad, onResolve }) {
    const loader = /(\w+): \(\) => import\('([^']+)'\)/g
    const folder = join(import.meta.dirname, 'src/open')
    onLoad({ filter: /open[\\/]load-module\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(
        loader,
        "$1: () => import('modules-together').then(all => all.$1)",
      ),
      loader: 'ts',
    }))
    onResolve({ filter: /^modules-together$/ }, ({ path }) => ({ path, namespace: path }))
    onLoad({ filter: /./, namespace: 'modules-together' }, async () => {
      const modules = [...(await readFile(join(folder, 'load-module.ts'), 'utf8')).matchAll(loader)]
      return {
        contents: modules.map(([, name, path]) => `export * as ${name} from '${path}'`).join('\n'),
        resolveDir: folder,
      }
    })
  },
}

/** A path from here on: bundles name the files that they are made of, and must not tell where they were built. */
const rootPath = (folder: string, path: string) =>
  relative(import.meta.dirname, join(folder, path)).replaceAll(sep, '/')
/** The file behind such a path. */
const fileOf = (path: string) => join(import.meta.dirname, path.replace(/\?.*$/, ''))

/** Ships the style of the element as a text. */
export const styleText: Plugin = {
  name: 'style-text',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.css\?text$/ }, ({ path, resolveDir }) => ({
      path: rootPath(resolveDir, path),
      namespace: 'style-text',
    }))
    onLoad({ filter: /./, namespace: 'style-text' }, async ({ path }) => {
      const css = await readFile(fileOf(path), 'utf8')
      return { contents: (await transform(css, { loader: 'css', minify: true })).code, loader: 'text' }
    })
  },
}

/** Ships the page of `trouvaille serve` inside the program: files as texts, its script bundled for browsers. */
export const servedPage: Plugin = {
  name: 'served-page',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?(?:text|script)$/ }, ({ path, resolveDir }) => {
      const [, namespace] = path.split('?')
      // The mark stays: what ends in `.css` tsup would take for itself.
      return { path: rootPath(resolveDir, path), namespace }
    })
    onLoad({ filter: /./, namespace: 'text' }, async ({ path }) => ({
      contents: await readFile(fileOf(path), 'utf8'),
      loader: 'text',
    }))
    onLoad({ filter: /./, namespace: 'script' }, async ({ path }) => {
      const options = { bundle: true, minify: true, target: 'es2022', plugins: [styleText] }
      const { outputFiles } = await build({ ...options, format: 'esm', write: false, entryPoints: [fileOf(path)] })
      return { contents: outputFiles[0].text, loader: 'text' }
    })
  },
}

/** CommonJS loads its own chunks by `require`: where modules are simulated, as by Jest, `import()` is refused. Packages may be ES modules, which `import()` loads. */
const requireChunks: NonNullable<Options['plugins']>[number] = {
  name: 'require-chunks',
  renderChunk(code, { path }) {
    if (!path.endsWith('.cjs')) return undefined
    return { code: code.replace(/\bimport\((['"]\.\/[^'"]+['"])\)/g, 'Promise.resolve().then(() => require($1))') }
  },
}

const LIBRARY = {
  index: 'src/index.ts',
  searcher: 'src/searcher.ts',
  client: 'src/client.ts',
  opensearch: 'src/opensearch/index.ts',
  element: 'src/element/index.ts',
  worker: 'src/worker/index.ts',
  react: 'src/frameworks/react.ts',
  vue: 'src/frameworks/vue.ts',
  svelte: 'src/frameworks/svelte.ts',
  node: 'src/node.ts',
  minisearch: 'src/minisearch/index.ts',
  evaluate: 'src/evaluation/index.ts',
  readers: 'src/readers/index.ts',
}
const PLUGINS = {
  vite: 'src/plugin/vite.ts',
  rollup: 'src/plugin/rollup.ts',
  webpack: 'src/plugin/webpack.ts',
  rspack: 'src/plugin/rspack.ts',
  esbuild: 'src/plugin/esbuild.ts',
  vitepress: 'src/frameworks/vitepress.ts',
  astro: 'src/frameworks/astro.ts',
  starlight: 'src/frameworks/starlight.ts',
  docusaurus: 'src/frameworks/docusaurus.ts',
  eleventy: 'src/frameworks/eleventy.ts',
}
/** What only the program and the plugins import, and what threads run. package.json does not export it. */
const INTERNAL = {
  internal: 'src/internal.ts',
  'internal-build': 'src/internal-build.ts',
  'build-thread': 'src/build-thread.ts',
  'file-thread': 'src/readers/file-thread.ts',
}

/**
 * The library for any runtime and for Node, in ESM and CJS with types. tsup leaves the `dependencies` of package.json out of the bundle; fflate and
 * the list of stop words are devDependencies and go inside.
 */
export const library: Options = {
  entry: { ...LIBRARY, ...INTERNAL },
  format: ['esm', 'cjs'],
  target: 'es2022',
  // The types of all entries in one go: most of the time of a build.
  dts: { entry: { ...LIBRARY, ...PLUGINS } },
  clean: true,
  splitting: true,
  treeshake: true,
  // Neutral: fflate has a build for Node that imports its modules, and the library must run anywhere.
  platform: 'neutral',
  external: [/^node:/],
  esbuildPlugins: [evaluateStopWords, nameFiles, styleText, modulesTogether],
  plugins: [requireChunks],
  esbuildOptions(options, { format }) {
    options.mainFields = ['module', 'main']
    // CommonJS has __filename in its place (installed-word-list.ts).
    if (format === 'cjs') options.define = { ...options.define, 'import.meta.url': '""' }
  },
}

/** What reads the word lists in Node, a file for each (scripts/build-client.mjs copies the lists): CommonJS, because the library requires it when a word is first looked up. */
export const wordLists: Options = {
  entry: { 'english-words': 'src/english-words.ts', 'french-words': 'src/french-words.ts' },
  format: ['cjs'],
  target: 'node20',
  platform: 'node',
  dts: false,
  clean: false,
  splitting: false,
}

/** The program and the plugins import the library that is built in the same folder, instead of having a second copy inside. */
const libraryByName: Plugin = {
  name: 'library-by-name',
  setup({ initialOptions, onResolve }) {
    const extension = initialOptions.format === 'cjs' ? 'cjs' : 'js'
    const names: Record<string, string> = {
      'index.ts': 'trouvaille',
      'node.ts': 'trouvaille/node',
      'readers/index.ts': 'trouvaille/readers',
      'evaluation/index.ts': 'trouvaille/evaluate',
      'searcher.ts': 'trouvaille/searcher',
      'opensearch/index.ts': 'trouvaille/opensearch',
      'internal.ts': `./internal.${extension}`,
      'internal-build.ts': `./internal-build.${extension}`,
    }
    const src = join(import.meta.dirname, 'src')
    onResolve({ filter: /^\.\.?\// }, ({ path, importer, kind, resolveDir }) => {
      if (kind === 'entry-point') return undefined
      const folderOf = (file: string) => relative(src, file).split(sep)[0]
      const file = join(resolveDir, path)
      if (!file.startsWith(src) || folderOf(file) === folderOf(importer)) return undefined
      const name = names[relative(src, file).replaceAll(sep, '/')]
      if (name !== undefined) return { path: name, external: true }
      return { errors: [{ text: `${path} would be a second copy: import it from an entry or from src/internal.ts` }] }
    })
  },
}

/** The program. */
export const program: Options = {
  entry: { cli: 'src/cli/main.ts' },
  format: ['esm'],
  target: 'node20',
  platform: 'node',
  dts: false,
  clean: false,
  splitting: true,
  treeshake: true,
  esbuildPlugins: [servedPage, libraryByName],
  banner: { js: '#!/usr/bin/env node' },
}

/** By folder: both formats are built at the same time. */
const copies = new Map<string, Promise<void>>()

/** Puts the components beside the integrations that name them, as they are: the frameworks compile them. */
const copyComponents: Plugin = {
  name: 'copy-components',
  setup({ initialOptions: { outdir = 'dist' }, onEnd }) {
    onEnd(async () => {
      if (!copies.has(outdir)) copies.set(outdir, cp(COMPONENTS, outdir, { recursive: true }))
      await copies.get(outdir)
    })
  },
}
const COMPONENTS = join(import.meta.dirname, 'src/frameworks/components')

/** The plugins of bundlers and of site generators. */
export const plugins: Options = {
  entry: PLUGINS,
  format: ['esm', 'cjs'],
  target: 'node20',
  platform: 'node',
  dts: false,
  clean: false,
  splitting: true,
  treeshake: true,
  shims: true,
  esbuildPlugins: [libraryByName, copyComponents],
}

export default defineConfig([library, wordLists, program, plugins])
