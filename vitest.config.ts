import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Those that replace modules or globals, or measure what their process takes: each file has a process of its own. */
const ISOLATED = [
  'test/frameworks/use-search.test.ts',
  'test/hostile/**/*.test.ts',
  'test/languages/french/tables.test.ts',
  'test/open/{idle-features,load-module,page-store,search-client}.test.ts',
  'test/readers/{file-threads,hostile-texts,town-hall}.test.ts',
  'test/runtime.test.ts',
  'test/search-box/search-box.test.ts',
  'test/worker/**/*.test.ts',
]

/** Those of what is built: the program, the package, bundlers and browsers. */
const BUILT = ['browser', 'cli', 'frameworks', 'package', 'plugin', 'site'].map(folder => `test/${folder}/**/*.test.ts`)

export default defineConfig({
  test: {
    globalSetup: ['test/support/package-folder.ts'],
    setupFiles: ['test/support/word-list.ts'],
    // One more than there are processors: tests that wait, for a browser or a server, leave theirs to another.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 60_000,
    // The first test that needs the built package builds it, if `dist` is out of date; the others wait.
    hookTimeout: 300_000,
    // A second, the default, is short where all processors are taken.
    expect: { poll: { timeout: 10_000 } },
    // What is built runs in Node as it is shipped: the package in the folders that tests make of it, and `dist`.
    server: { deps: { external: [/[\\/]trouvaille-\w+-\w{6}[\\/]/, /[\\/]dist[\\/]/] } },
    // Files of a worker share their modules, which are loaded once instead of once a file. Projects start in the order of their names, the longest tests first.
    projects: [
      // A browser on a busy machine may be late once; a fault is late twice.
      { extends: true, test: { name: 'built', include: BUILT, exclude: ISOLATED, isolate: false, retry: 1 } },
      { extends: true, test: { name: 'isolated', include: ISOLATED } },
      {
        extends: true,
        test: { name: 'sources', include: ['test/**/*.test.ts'], exclude: [...BUILT, ...ISOLATED], isolate: false },
      },
    ],
  },
})
