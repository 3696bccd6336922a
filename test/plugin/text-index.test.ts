/** An index of texts that change is, after each change, the index of the texts as they are: by the same bytes. */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IndexOptions } from '../../src/plugin/options.ts'
import { TextIndex } from '../../src/plugin/text-index.ts'
import { SearchIndex } from '../../src/search-index.ts'

let place: string
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'trouvaille-text-index-'))
})
afterAll(() => rm(place, { recursive: true }))

const WORDS = ['trêve', 'négociateurs', 'l’école', 'chevaux', 'cessez-le-feu', 'journal', 'week-end', 'fragile']
const name = fc.constantFrom('a.md', 'b.md', 'c.md', 'notes/d.md')
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map(words => words.join(' '))
const section = fc.constantFrom('monde', 'culture')
const change = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), name, text, section }),
  fc.record({ kind: fc.constant('remove' as const), name }),
  fc.record({ kind: fc.constant('rename' as const), name, to: name }),
)

const OPTIONS: Omit<IndexOptions, 'from'>[] = [
  {},
  { fields: { section: { type: 'keyword' } }, storeFields: ['title'] },
  { sections: true, french: { exceptions: { cuissot: 'cuisse' } } },
]

test('after any changes', async () => {
  let count = 0
  const property = fc.asyncProperty(
    fc.array(change, { minLength: 1, maxLength: 6 }),
    fc.constantFrom(...OPTIONS),
    async (changes, others) => {
      const folder = join(place, String(count++))
      await mkdir(join(folder, 'notes'), { recursive: true })
      await writeFile(join(folder, 'toujours.md'), '# Un texte qui reste\n\nIl ne change pas.\n')
      const index = new TextIndex('articles', { from: '.', ...others }, folder)
      await index.build()
      for (const step of changes) {
        const path = join(folder, step.name)
        if (step.kind === 'remove') await rm(path, { force: true })
        else if (step.kind === 'rename') await rename(path, join(folder, step.to)).catch(() => {})
        else await writeFile(path, `---\nsection: ${step.section}\n---\n# ${step.text}\n\n${step.text}\n`)
        const fresh = await new TextIndex('articles', { from: '.', ...others }, folder).build()
        const followed = await index.build()
        expect(followed.hash).toBe(fresh.hash)
        expect(followed.bytes).toEqual(fresh.bytes)
      }
    },
  )
  await fc.assert(property, { numRuns: 25 })
})

test('what has not changed is not built again', async () => {
  const folder = join(place, 'same')
  await mkdir(folder)
  await writeFile(join(folder, 'a.md'), '# Une trêve\n')
  const index = new TextIndex('articles', { from: '.' }, folder)
  expect(await index.build()).toBe(await index.build())
})

test('where there is nothing to index, it says so, and why', async () => {
  const folder = join(place, 'nothing')
  await mkdir(folder)
  await writeFile(join(folder, 'a.json'), '{ "titre": ')
  const index = new TextIndex('articles', { from: '.' }, folder)
  await expect(index.build()).rejects.toThrow(/articles.*a\.json:1: /s)
})

test('the file of editors is followed and watched', async () => {
  const folder = join(place, 'editorial')
  await mkdir(folder)
  const decisions = join(folder, 'decisions.json')
  await writeFile(join(folder, 'a.md'), '# Le phare\n')
  await writeFile(join(folder, 'b.md'), '# La plage\n')
  await writeFile(decisions, '{ "promote": [{ "query": "phares", "ids": ["b"] }] }')
  const index = new TextIndex('articles', { from: '*.md', editorial: 'decisions.json' }, folder)
  const firstFor = (bytes: Uint8Array) =>
    SearchIndex.fromBytes(bytes)
      .search('phare')
      .hits.map(({ id }) => id)
  const before = await index.build()
  expect(before.files).toContain(decisions)
  expect(firstFor(before.bytes)).toEqual(['b', 'a'])
  await writeFile(decisions, '{ "hide": ["b"] }')
  expect(firstFor((await index.build()).bytes)).toEqual(['a'])
  await writeFile(decisions, '{ "hide": "b" }')
  await expect(index.build()).rejects.toThrow('editorial.hide')
})
