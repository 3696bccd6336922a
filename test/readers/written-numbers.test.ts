import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { acceptedDocuments } from '../../src/readers/accepted-documents.ts'
import type { FieldOptions } from '../../src/readers/field-choice.ts'
import { readDocuments } from '../../src/readers/read-documents.ts'

async function accepted(name: string, text: string, fields: FieldOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'trouvaille-test-'))
  await writeFile(join(folder, name), text)
  const problems: unknown[] = []
  const documents: Record<string, unknown>[] = []
  const reading = readDocuments(folder, { mapping: { cp: 'codePostal' } })
  for await (const { fields: found } of acceptedDocuments(reading, { idField: 'id', fields }, ({ problem }) =>
    problems.push(problem),
  )) {
    documents.push(found)
  }
  return { documents, problems }
}

test('where text or a keyword is wanted, numbers of front matter are as they are written', async () => {
  const text = '---\ncodePostal: 01000\nversion: 1.10\ntags: [2019, libye, 007]\nvues: 012\n---\nTexte.'
  const { documents, problems } = await accepted('a.md', text, {
    cp: { type: 'keyword' },
    version: {},
    tags: { type: 'keyword' },
    vues: { type: 'number' },
  })
  expect(problems).toEqual([])
  expect(documents[0]).toMatchObject({ cp: '01000', version: '1.10', tags: ['2019', 'libye', '007'], vues: 12 })
})

test('numbers of JSON are keywords as JavaScript writes them', async () => {
  const { documents } = await accepted('a.json', '[{"id":1,"tags":[2019,"a"],"n":3}]', {
    tags: { type: 'keyword' },
    n: { type: 'keyword' },
  })
  expect(documents[0]).toMatchObject({ tags: ['2019', 'a'], n: '3' })
})

test('a value that its column does not take is a problem that says what it is', async () => {
  const { documents, problems } = await accepted('a.json', '[{"id":1,"date":"hier"},{"id":2,"date":"2020"}]', {
    date: { type: 'date' },
  })
  expect(documents.map(({ id }) => id)).toEqual([2])
  expect(problems).toEqual([
    { kind: 'wrong-value', field: 'date', type: 'date', expected: expect.any(String), found: '"hier"' },
  ])
})
