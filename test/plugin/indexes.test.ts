/** The indexes of a project: from the plugin's options, or from the configuration file; and how little is read again. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { SearchIndex } from '../../src/index.ts'
import { Indexes } from '../../src/plugin/indexes.ts'
import { TextIndex } from '../../src/plugin/text-index.ts'

async function makeProject(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trouvaille-test-'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}

async function indexesIn(folder: string): Promise<Indexes> {
  const indexes = new Indexes({})
  indexes.root = folder
  await indexes.ready()
  return indexes
}

test('without options, the configuration file of the project is found', async () => {
  const folder = await makeProject({
    'trouvaille.config.ts': "export default { input: 'textes', out: 'public/recherche.trv', sections: true }",
    'textes/a.md': '# Une trêve\n\n## Fin\n\nTexte.',
  })
  const indexes = await indexesIn(folder)
  expect(indexes.names).toEqual(['recherche'])
  const { bytes } = await indexes.get('recherche').build()
  expect(SearchIndex.fromBytes(bytes).size).toBe(2)
})

test.each([
  [{}, 'a file trouvaille.config.ts'],
  [{ 'trouvaille.config.json': '{"input": "a"}' }, 'out'],
  [{ 'trouvaille.config.json': '{"input": "a", "out": "b.trv", "colums": 1}' }, 'Unknown option "colums"'],
])('%j is refused', async (files, message) => {
  const folder = await makeProject(files as Record<string, string>)
  await expect(indexesIn(folder)).rejects.toThrow(message)
})

test('only files that changed are read again', async () => {
  const folder = await makeProject({
    'a.md': '# A\n\nUn texte.',
    'b.jsonl': '{"id":"b1","title":"B1"}\n{"id":"b2","title":"B2"}\n',
    'c.md': '---\ndraft: true\n---\n# C',
    'd.md': '# D\n\nUn autre.',
  })
  const read: string[] = []
  const index = new TextIndex(
    'textes',
    {
      from: '.',
      transform(fields) {
        read.push(String(fields.title))
        return fields
      },
    },
    folder,
  )
  await index.build()
  expect(read.splice(0)).toEqual(['A', 'B1', 'B2', 'D'])
  await writeFile(join(folder, 'd.md'), '# D2\n\nUn autre texte.')
  await index.build()
  expect(read.splice(0)).toEqual(['D2'])
  await writeFile(join(folder, 'e.md'), '# E\n\nEncore.')
  await index.build()
  expect(read.splice(0)).toEqual(['E'])
  expect(SearchIndex.fromBytes((await index.build()).bytes).size).toBe(5)
})
