/**
 * `npm run test:cluster`: starts OpenSearch on this machine and tests `trouvaille/opensearch` with it. Needs Java and Maven. TROUVAILLE_CLUSTER=3 takes OpenSearch 3 in
 * place of 2, TROUVAILLE_CLUSTER_RUNS multiplies the runs of random tests.
 */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/cluster/**/*.check.ts'],
    globalSetup: ['test/cluster/start.ts'],
    setupFiles: ['test/support/word-list.ts'],
    testTimeout: 400_000,
    hookTimeout: 400_000,
    // One cluster, and a machine of few processors.
    fileParallelism: false,
  },
})
