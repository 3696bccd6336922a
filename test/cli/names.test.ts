/** Names that every object has, on the command line and in the tools of assistants: fields, ids and values may be called as anything. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callTool, describeTools } from '../../src/cli/mcp/tools.ts'
import { messages } from '../../src/cli/messages/locale.ts'
import { run } from '../../src/cli/program.ts'
import { ServedIndexes } from '../../src/cli/serve/served-indexes.ts'
import { NAMES, PLAIN, record, renamed } from '../support/hostile-names.ts'

let folder: string

/** Runs the program in this process. */
async function trouvaille(...args: string[]): Promise<string> {
  const said = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof said) => ({ write: (text: string) => (said[name] += text) })
  const surroundings = { env: { LANG: 'en_GB.UTF-8' }, stdout: stream('stdout'), stderr: stream('stderr') }
  const code = await run(args, surroundings as never)
  expect(code, said.stderr).toBe(0)
  return said.stdout
}

/** Documents of which each lacks some of the fields. */
function documentsOf([title, body, section, views, note, other, id]: readonly string[]) {
  return [title, body, section, views, note, other, id].map((name, i, names) =>
    record([
      [id, name],
      ...(i === 2 ? [] : ([[title, `La pêche au ${name}`]] as const)),
      ...(i === 4 ? [] : ([[body, `Le roi parle de ${names[(i + 1) % 7]} et de ${name} ; la ville dort.`]] as const)),
      ...(i === 1 ? [] : ([[section, [name, names[(i + 2) % 7]]]] as const)),
      ...(i === 5 ? [] : ([[views, i * 10]] as const)),
      [note, { [name]: name }],
    ]),
  )
}

const fileOf = (names: readonly string[]) => join(folder, `${names === NAMES ? 'names' : 'plain'}.trv`)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trouvaille-names-'))
  for (const names of [NAMES, PLAIN]) {
    const source = join(folder, 'documents.json')
    const [title, body, section, views, , , id] = names
    await writeFile(source, JSON.stringify(documentsOf(names)))
    const fields = ['--fields', `${title},${body}`, '--columns', `${section}:keyword,${views}:number`, '--id', id]
    await trouvaille('build', source, '--out', fileOf(names), ...fields)
  }
})
afterAll(() => rm(folder, { recursive: true }))

/** What the program prints and the tools give, as texts. */
async function answersOf(names: readonly string[]): Promise<string[]> {
  const file = fileOf(names)
  const [title, body, section, views] = names
  const byColumns = ['--filter', `${section}=${names[1]},${names[2]}`, '--facets', section, '--sort', `${views}:desc`]
  const printed = [
    await trouvaille('search', file, 'roi', '--json', ...byColumns),
    await trouvaille('search', file, 'roi', ...byColumns),
    await trouvaille('search', file, `pêche ${names[1]}`, '--json', '--boost', `${title}=3`, '--fields', title),
    await trouvaille('search', file, `${body}:${names[2]} ${section}:${names[3]}`, '--json', '--group', section),
    await trouvaille('suggest', file, names[1].slice(0, 4), '--json'),
    await trouvaille('suggest', file, names[2].slice(0, 3), '--json'),
    await trouvaille('inspect', file, '--json'),
    await trouvaille('inspect', file),
  ]
  for (const id of names) {
    printed.push(await trouvaille('explain', file, `roi ${id}`, id, '--json'))
    printed.push(await trouvaille('explain', file, `roi ${id}`, id))
    printed.push(await trouvaille('similar', file, id, '--json'))
  }
  const indexes = await ServedIndexes.findAll([file], {}, error => error)
  const call = async (name: string, args: object) =>
    JSON.stringify(await callTool(indexes, name, args as Record<string, unknown>, messages.en))
  printed.push(JSON.stringify(describeTools(names, [`${section} (keyword)`], messages.en)))
  printed.push(await call('search', { query: 'roi', filter: record([[section, names[1]]]) }))
  printed.push(await call('search', { query: names[1] }))
  printed.push(await call('passages', { query: `ville ${names[3]}` }))
  printed.push(await call('suggest', { typed: names[1].slice(0, 4) }))
  for (const id of names) printed.push(await call('document', { id }))
  for (const name of names) printed.push(await call(name, {}), await call('search', { query: 'roi', [name]: 1 }))
  return printed
}

/** What differs from run to run, and with the bytes of names. */
function stable(text: string): string {
  return text
    .replace(/"(?:tookMs|bytes|contentHash|next)": ?(?:"[^"]*"|[\d.]+)/g, '')
    .replace(/\b(?:plain|names)\.trv/g, 'x.trv')
    .replace(/[\d.]+ ms/g, 'ms')
    .replace(/"typed": ?"[^"]*"/g, '')
    .replace(/^(?:bytes|content) .*\n/gm, '')
    .replace(/^Section [\s\S]*/m, '')
}

test('the program and the tools answer the same whatever names there are', async () => {
  const [hostile, plain] = [await answersOf(NAMES), await answersOf(PLAIN)]
  expect(hostile.map(text => stable(renamed(text)))).toEqual(plain.map(stable))
  // They answer something.
  expect(hostile.filter(text => text.includes('"id"')).length).toBeGreaterThan(20)
})

test('a document without an id says so, if its field is called as what every object has', async () => {
  const source = join(folder, 'missing.jsonl')
  await writeFile(source, '{"title": "Un roi"}\n{"toString": "b", "title": "Une ville"}\n')
  const said = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof said) => ({ write: (text: string) => (said[name] += text) })
  const surroundings = { env: { LANG: 'en_GB.UTF-8' }, stdout: stream('stdout'), stderr: stream('stderr') }
  await run(['build', source, '--out', join(folder, 'missing.trv'), '--id', 'toString'], surroundings as never)
  expect(said.stderr).toContain('missing.jsonl:1: the document has no id (field "toString")')
})
