import { defineConfig } from 'vitest/config'

/** Tests of folders without state: those of a worker share their modules, which are loaded once instead of once a file. */
const STATELESS = [
  'columns',
  'dictionary',
  'features',
  'format',
  'highlight',
  'index',
  'language',
  'languages',
  'properties',
  'query',
  'schema',
  'search',
  'text',
].map(folder => `test/${folder}/**/*.test.ts`)

/** One that replaces a module, which the others must not meet. */
const MOCKING = 'test/languages/french/tables.test.ts'

export default defineConfig({
  test: {
    globalSetup: ['test/support/package-folder.ts'],
    setupFiles: ['test/support/word-list.ts'],
    // Vitest leaves one processor free, which on two is half of the machine.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'stateless', include: STATELESS, exclude: [MOCKING], isolate: false } },
      { extends: true, test: { name: 'other', include: ['test/**/*.test.ts'], exclude: STATELESS } },
      { extends: true, test: { name: 'mocking', include: [MOCKING] } },
    ],
  },
})
