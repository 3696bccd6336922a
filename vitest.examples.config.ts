/** `npm run examples`: each example is copied, installed and built as a reader would, and asked a question. Takes the network and some minutes. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/examples/**/*.check.ts'],
    globalSetup: 'test/examples/pack.ts',
    reporters: 'verbose',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
})
