/** The examples of docs/runtimes.md give what it says: with files in a folder, and one of them on a server. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
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
testExamples('runtimes.md', 5, { ...node, address })

test('the list for offline use has every file of the site, and pages as they are linked', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/runtimes.md'), 'utf8')
  const [program] = [...page.matchAll(/```javascript\n([\s\S]*?)```/g)].map(([, code]) => code)
  const site = join(folder, 'site')
  const names = ['index.html', 'v1.2/guide/index.html', '404.html', 'style.css', 'sw.js', 'trouvaille/search.trv']
  for (const name of [...names, 'trouvaille/search.trv.ledger']) {
    mkdirSync(join(site, 'dist', name, '..'), { recursive: true })
    writeFileSync(join(site, 'dist', name), '')
  }
  execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: site })
  const self: { FILES?: string[]; VERSION?: string } = {}
  new Function('self', readFileSync(join(site, 'dist/files.js'), 'utf8'))(self)
  expect(self.FILES?.sort()).toEqual(['/', '/404.html', '/style.css', '/trouvaille/search.trv', '/v1.2/guide/'])
  expect(self.VERSION).toMatch(/^\d+$/)
})
