/** `trouvaille mcp`, asked by the SDK's own client over standard input and output. */
import { mkdir, readdir, realpath, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram
let client: Client

async function connect(files: readonly string[]): Promise<Client> {
  const connected = new Client({ name: 'test', version: '1' })
  const { PATH = '' } = process.env
  await connected.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [program.script, 'mcp', ...files],
      cwd: program.folder,
      env: { PATH, LANG: 'en_GB.UTF-8' },
      stderr: 'ignore',
    }),
  )
  return connected
}

/** What the tests read of answers. */
interface Answer {
  passages: { id: string; text: string }[]
  hits: { snippet: string }[]
  document: { body: string }
  suggestions: string[]
}

/** What a tool gives, and whether it is an error. */
async function call(name: string, args: Record<string, unknown>, from = client) {
  const result = await from.callTool({ name, arguments: args })
  const [{ text }] = result.content as { text: string }[]
  return { isError: result.isError === true, text, data: result.structuredContent as unknown as Answer }
}

beforeAll(async () => {
  program = await buildProgram()
  const long = `La digue retient la mer.\n\n${'Rien à signaler ce jour. '.repeat(2000)}`
  await program.write({
    'site/a.md':
      '---\nid: musee\ntitle: Le musée rouvre\nsection: culture\nurl: https://example.org/musee\n---\nCinq ans de travaux.\n\nLe billet coûte huit euros.\n',
    'site/b.md':
      '---\nid: train\ntitle: Le train de nuit\nsection: transports\n---\nLes billets de train coûtent vingt euros.\n',
    'site/c.md': `---\nid: 12\ntitle: La digue\nsection: mer\n---\n${long}\n`,
  })
  const { code, stderr } = await program.run(['build', 'site', '-o', 'site.trv', '--columns', 'section:keyword'])
  if (code !== 0) throw new Error(stderr)
  await program.run(['build', 'site/a.md', '-o', 'one.trv'])
  client = await connect(['site.trv'])
}, 240_000)
afterAll(async () => {
  await client?.close()
  await program.remove()
})

test('lists its tools, all of which only read', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(['passages', 'search', 'document', 'suggest'])
  for (const { annotations, inputSchema, description } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false })
    expect(inputSchema.required).toHaveLength(1)
    expect(description?.length).toBeGreaterThan(20)
  }
  expect(JSON.stringify(tools[0].inputSchema.properties?.filter)).toContain('section (keyword)')
  expect(client.getServerVersion()?.name).toBe('trouvaille')
  expect(client.getInstructions()).toMatch(/passages.*Documents are in: French\.$/)
})

describe('tools', () => {
  test('passages', async () => {
    const { data, text } = await call('passages', { query: 'prix du billet du musée', limit: 1 })
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)))
    expect(data.passages).toMatchObject([
      { id: 'musee', title: 'Le musée rouvre', url: 'https://example.org/musee', document: { section: 'culture' } },
    ])
    expect(data.passages[0].text).toContain('Le billet coûte huit euros.')
  })

  test('search', async () => {
    const { data } = await call('search', { query: 'billet', filter: { section: ['transports'] } })
    expect(data).toMatchObject({ total: 1, fullMatches: 1, hits: [{ id: 'train', title: 'Le train de nuit' }] })
    expect(data.hits[0].snippet).toContain('billets')
  })

  test('document, in parts, whatever the type of its id', async () => {
    const first = await call('document', { id: '12', length: 100 })
    expect(first.data).toMatchObject({ id: 12, document: { title: 'La digue' }, cut: { body: { next: 100 } } })
    expect(first.data.document.body).toHaveLength(100)
    const next = await call('document', { id: 12, length: 100, offset: 100 })
    expect(next.data.document.body).toHaveLength(100)
    expect((await call('document', { id: 'musee' })).data).not.toHaveProperty('cut')
  })

  test('suggest', async () => {
    expect((await call('suggest', { typed: 'bill' })).data.suggestions[0]).toMatch(/^billet/)
  })

  test.each([
    ['passages', { query: 'billet', limite: 3 }, 'limit'],
    ['passages', { query: 7 }, 'string'],
    ['passages', {}, 'query'],
    ['search', { query: 'billet', filter: { sektion: 'x' } }, 'section'],
    ['search', { query: 'billet', limit: 5000 }, '50'],
    ['document', { id: 'nothing' }, 'id'],
    ['document', { id: {} }, 'id'],
    ['delete', { id: 'musee' }, 'Unknown tool “delete”'],
    ['search', { query: 'billet', index: '../package.json' }, 'Unknown index'],
  ])('%s with %j says what is wrong', async (name, args, part) => {
    const { isError, text } = await call(name, args)
    expect(isError).toBe(true)
    expect(text).toContain(part)
  })
})

test('several indexes have names, one of which must be given', async () => {
  const both = await connect(['site.trv', 'one.trv'])
  const { tools } = await both.listTools()
  expect(tools[0].inputSchema).toMatchObject({
    required: ['query', 'index'],
    properties: { index: { enum: ['site.trv', 'one.trv'] } },
  })
  expect((await call('passages', { query: 'billet' }, both)).isError).toBe(true)
  const { data } = await call('passages', { query: 'billet', index: 'one.trv' }, both)
  expect(data.passages.map(({ id }) => id)).toEqual(['musee'])
  await both.close()
})

describe('before there is a server', () => {
  test('a file that is missing or damaged', async () => {
    expect(await program.run(['mcp', 'missing.trv'])).toMatchObject({ code: 1, stdout: '' })
    expect(await program.run(['mcp'])).toMatchObject({ code: 2 })
    await program.write({ 'bad.trv': 'no index' })
    expect(await program.run(['mcp', 'bad.trv'])).toMatchObject({ code: 1, stdout: '' })
  })

  test('it ends when the input does', async () => {
    expect(await program.spawn(['mcp', 'site.trv'])).toMatchObject({ code: 0, stdout: '' })
  })

  test('without the SDK it says what to install, in both languages', async () => {
    // The same packages without one, from where the program looks for them.
    const modules = join(program.library, 'node_modules')
    const all = await realpath(modules)
    await rm(modules)
    await mkdir(modules)
    for (const name of await readdir(all)) {
      if (name !== '@modelcontextprotocol') await symlink(join(all, name), join(modules, name))
    }
    const english = await program.spawn(['mcp', 'site.trv'])
    expect(english).toMatchObject({ code: 1, stdout: '' })
    expect(english.stderr).toContain('npm install @modelcontextprotocol/sdk')
    const french = await program.spawn(['mcp', 'site.trv', '--lang', 'fr'])
    expect(french.stderr).toContain('lancer npm install @modelcontextprotocol/sdk')
  })
})
