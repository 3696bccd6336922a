import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/package-folder.ts'],
    setupFiles: ['test/support/word-list.ts'],
    // Vitest leaves one processor free, which on two is half of the machine.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
