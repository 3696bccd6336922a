import { build, type Plugin } from 'esbuild'
import { defineConfig, type Options } from 'tsup'

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

/** The library for any runtime and for Node, in ESM and CJS with types. fflate, the stop list and the parsers of texts go inside: what is installed stays at two packages. */
export const library: Options = {
  entry: {
    index: 'src/index.ts',
    searcher: 'src/searcher.ts',
    node: 'src/node.ts',
    minisearch: 'src/minisearch/index.ts',
    evaluate: 'src/evaluation/index.ts',
    readers: 'src/readers/index.ts',
  },
  format: ['esm', 'cjs'],
  target: 'es2022',
  dts: true,
  clean: true,
  splitting: true,
  treeshake: true,
  // Neutral: fflate has a build for Node that imports its modules, and the library must run anywhere.
  platform: 'neutral',
  // csv-parse imports the modules of Node without their prefix.
  external: [/^node:/, /^minisearch/, 'stream', 'buffer'],
  noExternal: [/^(?!node:|minisearch|stream$|buffer$)/],
  esbuildPlugins: [evaluateStopWords],
  esbuildOptions(options) {
    options.mainFields = ['module', 'main']
  },
}

/** The CommonJS libraries inside the program require Node's modules, for which an ES module has no `require` of its own. */
const PROGRAM_HEAD = `#!/usr/bin/env node
import { createRequire as createRequireOfProgram } from 'node:module'
const require = createRequireOfProgram(import.meta.url)`

/** The program, with the libraries that only it needs inside. */
export const program: Options = {
  entry: { cli: 'src/cli/main.ts' },
  format: ['esm'],
  target: 'node20',
  platform: 'node',
  dts: false,
  clean: false,
  splitting: false,
  treeshake: true,
  noExternal: [/^(?!node:)/],
  banner: { js: PROGRAM_HEAD },
}

export default defineConfig([library, program])
