import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { defineConfig, type Options } from 'tsup'
import { WORD_LIST_FILE } from './src/french/installed-word-list.ts'

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

/** Ships the page of `trouvaille serve` inside the program: files as texts, its script bundled for browsers. */
export const servedPage: Plugin = {
  name: 'served-page',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?(?:text|script)$/ }, ({ path, resolveDir }) => {
      const [, namespace] = path.split('?')
      // The mark stays: what ends in `.css` tsup would take for itself.
      return { path: join(resolveDir, path), namespace }
    })
    const fileOf = (path: string) => path.replace(/\?.*$/, '')
    onLoad({ filter: /./, namespace: 'text' }, async ({ path }) => ({
      contents: await readFile(fileOf(path), 'utf8'),
      loader: 'text',
    }))
    onLoad({ filter: /./, namespace: 'script' }, async ({ path }) => {
      const options = { bundle: true, minify: true, format: 'esm', target: 'es2022', write: false } as const
      const { outputFiles } = await build({ ...options, entryPoints: [fileOf(path)] })
      return { contents: outputFiles[0].text, loader: 'text' }
    })
  },
}

const LIBRARY = {
  index: 'src/index.ts',
  searcher: 'src/searcher.ts',
  lazy: 'src/lazy/index.ts',
  node: 'src/node.ts',
  minisearch: 'src/minisearch/index.ts',
  evaluate: 'src/evaluation/index.ts',
  readers: 'src/readers/index.ts',
}
const BROWSER = { browser: 'src/browser.ts' }
const PLUGINS = {
  vite: 'src/plugin/vite.ts',
  rollup: 'src/plugin/rollup.ts',
  webpack: 'src/plugin/webpack.ts',
  rspack: 'src/plugin/rspack.ts',
  esbuild: 'src/plugin/esbuild.ts',
}

/** The library for any runtime and for Node, in ESM and CJS with types. fflate, the stop list and the parsers of texts go inside: what is installed stays at two packages. */
export const library: Options = {
  entry: LIBRARY,
  format: ['esm', 'cjs'],
  target: 'es2022',
  // The types of all entries in one go: most of the time of a build.
  dts: { entry: { ...LIBRARY, ...BROWSER, ...PLUGINS } },
  clean: true,
  splitting: true,
  treeshake: true,
  // Neutral: fflate has a build for Node that imports its modules, and the library must run anywhere.
  platform: 'neutral',
  // csv-parse imports the modules of Node without their prefix.
  external: [/^node:/, /^minisearch/, 'stream', 'buffer'],
  noExternal: [/^(?!node:|minisearch|stream$|buffer$)/],
  esbuildPlugins: [evaluateStopWords],
  esbuildOptions(options, { format }) {
    options.mainFields = ['module', 'main']
    // CommonJS has __filename in its place (installed-word-list.ts).
    if (format === 'cjs') options.define = { ...options.define, 'import.meta.url': '""' }
  },
  async onSuccess() {
    await copyFile('index-data/french/word-list.bin', `dist/${WORD_LIST_FILE}`)
  },
}

/** One file for pages without a bundler. */
export const browser: Options = {
  ...library,
  entry: BROWSER,
  format: ['esm'],
  dts: false,
  clean: false,
  splitting: false,
  minify: true,
}

/** The CommonJS libraries inside the program require Node's modules, for which an ES module has no `require` of its own. */
const REQUIRE = `import { createRequire as createRequireOfProgram } from 'node:module'
const require = createRequireOfProgram(import.meta.url)`

/** The program, with the libraries that only it needs inside. */
export const program: Options = {
  entry: { cli: 'src/cli/main.ts' },
  format: ['esm'],
  target: 'node20',
  platform: 'node',
  dts: false,
  clean: false,
  // What reads configurations in TypeScript is as large as all else, and rarely needed: a file of its own.
  splitting: true,
  treeshake: true,
  noExternal: [/^(?!node:)/],
  esbuildPlugins: [servedPage],
  banner: { js: `#!/usr/bin/env node\n${REQUIRE}` },
}

/** The plugins import the library that lies beside them, by its name, instead of having it inside as well. */
const libraryByName: Plugin = {
  name: 'library-by-name',
  setup({ onResolve }) {
    const names: Record<string, string> = {
      '../index.ts': 'trouvaille',
      '../node.ts': 'trouvaille/node',
      '../readers/index.ts': 'trouvaille/readers',
    }
    onResolve({ filter: /^\.\./ }, ({ path }) =>
      names[path] === undefined ? undefined : { path: names[path], external: true },
    )
  },
}

/** unplugin requires this package when it runs; inside a bundle it must be imported. */
const bundleVirtualModules: Plugin = {
  name: 'bundle-virtual-modules',
  setup({ onLoad }) {
    onLoad({ filter: /unplugin[\\/]dist[\\/]index\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const required = '__require("webpack-virtual-modules")'
      if (!source.includes(required)) throw new Error(`unplugin no longer has ${required}`)
      return {
        contents: `import virtualModules from 'webpack-virtual-modules'\n${source.replace(required, 'virtualModules')}`,
      }
    })
  },
}

/** The plugins of bundlers, with unplugin inside, and unplugin's loaders where it looks for them. */
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
  banner: ({ format }) => (format === 'esm' ? { js: REQUIRE } : {}),
  external: [/^node:/, 'vite', 'rollup', 'webpack', '@rspack/core', 'esbuild'],
  noExternal: [/^(?!node:)/],
  esbuildPlugins: [libraryByName, bundleVirtualModules],
  esbuildOptions(options, { format }) {
    if (format === 'cjs') options.define = { ...options.define, 'import.meta.dirname': '__dirname' }
  },
}

/** What webpack and Rspack run for each module of unplugin. */
export const loaders: Options = {
  ...plugins,
  entry: {
    'webpack/loaders/load': 'node_modules/unplugin/dist/webpack/loaders/load.mjs',
    'rspack/loaders/load': 'node_modules/unplugin/dist/rspack/loaders/load.mjs',
  },
  format: ['esm'],
  dts: false,
  outExtension: () => ({ js: '.mjs' }),
}

export default defineConfig([library, browser, program, plugins, loaders])
