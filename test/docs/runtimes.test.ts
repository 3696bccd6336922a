/** The examples of docs/runtimes.md give what it says: with files in a folder, and one of them on a server. */
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { SearchIndex } from '../../src/index.ts'
import { buildIndexFile, fileSource, openFile, writeIndex } from '../../src/node.ts'
import { readDocuments } from '../../src/readers/index.ts'
import { testExamples } from '../support/page-examples.ts'
import { serve } from '../support/range-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'trouvaille-runtimes-'))
const index = new SearchIndex({ fields: ['title', 'body'], storeFields: ['title'] })
await index.addAllAsync(readDocuments('index-data/articles').fields())
const { url: address, close } = await serve({ bytes: index.toBytes() })
afterAll(async () => {
  await close()
  await rm(folder, { recursive: true })
})

const node = { buildIndexFile, fileSource, openFile, writeIndex, readDocuments, join, folder }
testExamples('runtimes.md', 6, { ...node, address })
