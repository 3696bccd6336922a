/** The program with an index on a cluster: `build --cluster` writes to it, `search --cluster` asks it. */
import { afterAll, expect, inject, test } from 'vitest'
import { run } from '../../src/cli/program.ts'

const { url } = inject('cluster')
afterAll(async () => {
  await fetch(`${url}/programme-*`, { method: 'DELETE' })
})

/** Runs the program in this process. */
async function program(...args: string[]) {
  let stdout = ''
  let stderr = ''
  const stream = (write: (text: string) => void) => ({
    write(text: string) {
      write(text)
      return true
    },
    isTTY: false,
    columns: 80,
  })
  const code = await run(args, {
    stdout: stream(text => {
      stdout += text
    }),
    stderr: stream(text => {
      stderr += text
    }),
    env: { LANG: 'fr_FR.UTF-8' },
  } as never)
  return { code, stdout, stderr }
}

const cluster = ['--cluster', url]
const build = [
  'build',
  'index-data/articles',
  ...cluster,
  '--name',
  'programme',
  '--columns',
  'section:keyword,date:date',
]

test('build writes documents, search finds them', async () => {
  const built = await program(...build)
  expect(built.code, built.stderr).toBe(0)
  expect(built.stdout).toMatch(/^programme\n {2}66 documents · /)
  const found = await program(
    'search',
    'programme',
    'Haftar Tripoli cessez-le-feu',
    ...cluster,
    '--filter',
    'section=monde',
  )
  expect(found.code, found.stderr).toBe(0)
  expect(found.stdout).toContain('Offensive sur Tripoli')
  const json = await program('search', 'programme', 'Haftar', ...cluster, '--json', '--facets', 'section')
  expect(JSON.parse(json.stdout)).toMatchObject({ facets: { section: [{ value: 'monde' }] } })
  // A second time they are written in place of themselves.
  expect((await program(...build)).stdout).toMatch(/66 documents/)
})

test('what is wrong is said in words', async () => {
  const missing = await program('search', 'nulle-part', 'Haftar', ...cluster)
  expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('aucun index de ce nom') })
  const other = await program('build', 'index-data/articles', ...cluster, '--name', 'programme', '--fields', 'title')
  expect(other).toMatchObject({ code: 1, stderr: expect.stringContaining('d’autres champs') })
  const capital = await program('build', 'index-data/articles', ...cluster, '--name', 'Programme')
  expect(capital).toMatchObject({ code: 1, stderr: expect.stringContaining('des lettres minuscules') })
  await fetch(`${url}/programme-autre-1`, { method: 'PUT' })
  const taken = await program('build', 'index-data/articles', ...cluster, '--name', 'programme-autre')
  expect(taken).toMatchObject({ code: 1, stderr: expect.stringContaining('un nom qu’aucun autre index ne porte') })
  const nobody = await program('search', 'programme', 'Haftar', '--cluster', 'http://admin:secret@127.0.0.1:9')
  expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining('pas de réponse') })
  expect(nobody.stderr).not.toContain('secret')
  expect(await program('build', 'index-data/articles', ...cluster)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--name'),
  })
  expect(await program(...build, '--watch')).toMatchObject({ code: 2, stderr: expect.stringContaining('--watch') })
})
