import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFile } from '../../src/node.ts'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram

beforeAll(async () => {
  program = await buildProgram()
})
afterAll(() => program.remove())

const open = (file: string) => openFile<Record<string, unknown>>(join(program.folder, file))
const page = (title: string, section: string, body: string) =>
  `---\ntitre: ${title}\nsection: ${section}\n---\n${body}\n`

describe('the configuration file', () => {
  const settings = `{
    input: 'content',
    out: 'out/search.trv',
    exclude: 'brouillons',
    fields: { title: { boost: 3 }, body: {}, section: { type: 'keyword' } },
    storeFields: ['title'],
    mapping: { title: 'titre' },
    french: { synonyms: [['trêve', 'répit']] },
  }`
  const files = {
    'content/a.md': page('Une trêve', 'monde', 'Le calme revient.'),
    'content/brouillons/b.md': page('Non', 'monde', 'Pas encore.'),
  }

  test.each([
    ['ts', `interface Page { titre: string }\nconst said = ${settings} satisfies object\nexport default said`],
    ['mjs', `export default ${settings}`],
    ['js', `module.exports = ${settings}`],
    ['json', JSON.stringify(new Function(`return ${settings}`)())],
  ])('in %s', async (extension, text) => {
    const folder = `config-${extension}`
    const named = Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content])
    await program.write({ ...Object.fromEntries(named), [`${folder}/package.json`]: '{}' })
    await program.write({ [`${folder}/trouvaille.config.${extension}`]: text })
    const built = await program.run(['build', '--json', '-c', `${folder}/trouvaille.config.${extension}`])
    expect(built.code, built.stderr).toBe(0)
    expect(JSON.parse(built.stdout)).toMatchObject({
      out: `${folder}/out/search.trv`,
      written: true,
      documents: 1,
      fields: ['title', 'body'],
      columns: ['section'],
      storeFields: ['title'],
      problems: [],
    })
    const index = await open(`${folder}/out/search.trv`)
    expect(index.get('a')).toEqual({ title: 'Une trêve' })
    expect(index.search('', { filter: { section: 'monde' } }).total).toBe(1)
  })

  test('of this folder is found, and options come before it', async () => {
    await program.write({
      'page.json': '{"id":"a","title":"Un","body":"Deux"}',
      'trouvaille.config.json': '{"input": "page.json", "out": "said.trv", "fields": ["title"]}',
    })
    expect((await program.run(['build'])).code).toBe(0)
    expect((await open('said.trv')).search('deux').total).toBe(0)
    expect((await program.run(['build', '--fields', 'body', '-o', 'other.trv'])).code).toBe(0)
    expect((await open('other.trv')).search('deux').total).toBe(1)
    const columns = await program.run(['build', '--columns', 'body:keyword', '-o', 'columns.trv'])
    expect(columns.code).toBe(0)
    expect((await open('columns.trv')).inspect().columns.map(({ name }) => name)).toEqual(['body'])
    await rm(join(program.folder, 'trouvaille.config.json'))
  })

  test.each([
    ['{"input": "a", "out": "b", "fieldz": []}', 'Unknown option "fieldz". Did you mean "fields"?'],
    ['{"out": "b"}', 'Option "input" is undefined'],
    ['{"input": "a"}', 'Option "out" is undefined'],
    ['{"input": "a", "out": "b", "fields": {"x": {"type": "texte"}}}', 'Option "fields.x.type" is "texte"'],
    ['{"input": "a", "out": "b", "french": {"synonym": []}}', 'Unknown option "synonym". Did you mean "synonyms"?'],
    ['{"input": "a", "out": "b", "sections": "oui"}', 'Option "sections" is "oui". Expected true or false'],
    ['[]', 'Option "config" is an array'],
  ])('%s is refused', async (text, message) => {
    await program.write({ 'wrong/c.json': text })
    const { code, stderr } = await program.run(['build', '-c', 'wrong/c.json'])
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('error: wrong/c.json: invalid configuration'),
    })
    expect(stderr).toContain(message)
  })

  test('that throws, or is not there, is a failure; neither paths nor a configuration is wrong usage', async () => {
    await program.write({ 'wrong/throws.mjs': 'throw new Error("absent")' })
    const [throwing, missing, nothing, noOut] = await Promise.all([
      program.run(['build', '-c', 'wrong/throws.mjs']),
      program.run(['build', '-c', 'nowhere.json']),
      program.run(['build']),
      program.run(['build', 'page.json']),
    ])
    expect(throwing).toMatchObject({ code: 1, stderr: expect.stringContaining('invalid configuration: absent') })
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('cannot read nowhere.json') })
    expect(nothing).toMatchObject({ code: 2, stderr: expect.stringContaining('missing <paths…>') })
    expect(noOut).toMatchObject({ code: 2, stderr: expect.stringContaining('--out is required') })
  })
})

test('--json tells what was not written, and why', async () => {
  await program.write({ 'json/a.json': '{', 'json/b.md': 'Bien.' })
  const { code, stdout } = await program.run(['build', 'json', '-o', 'json.trv', '--strict', '--json'])
  expect({ code, said: JSON.parse(stdout) }).toEqual({
    code: 1,
    said: {
      out: 'json.trv',
      written: false,
      skipped: [],
      problems: [{ file: 'json/a.json', line: 1, kind: 'json', message: 'column 2: invalid JSON: unexpected end' }],
    },
  })
})

test.each([['watched'], ['kept', '--incremental']])(
  '--watch builds again when a file changes, goes on after a fault, and ends when it is told to (%s)',
  async (folder, ...more) => {
    await program.write({ [`${folder}/a.md`]: 'Un.' })
    const child = spawn(
      process.execPath,
      [program.script, 'build', folder, '-o', `${folder}/out.trv`, '--watch', ...more],
      {
        cwd: program.folder,
        env: { ...process.env, LANG: 'en_GB.UTF-8' },
      },
    )
    let said = ''
    child.stdout.setEncoding('utf8').on('data', text => (said += text))
    child.stderr.setEncoding('utf8').on('data', text => (said += text))
    const builds = async (count: number) => {
      for (let i = 0; i < 200 && said.split(`Watching ${folder}`).length <= count; i++) {
        await new Promise(resolve => setTimeout(resolve, 50))
      }
      expect(said.split(`Watching ${folder}`).length - 1).toBe(count)
    }
    await builds(1)
    expect((await open(`${folder}/out.trv`)).size).toBe(1)
    await writeFile(join(program.folder, `${folder}/b.md`), 'Deux.')
    await builds(2)
    expect((await open(`${folder}/out.trv`)).size).toBe(2)
    const before = await readFile(join(program.folder, `${folder}/out.trv`))
    await rm(join(program.folder, `${folder}/a.md`))
    await writeFile(join(program.folder, `${folder}/b.md`), '')
    await builds(3)
    expect(said).toContain(`${folder}/b.md:1: the file contains no text`)
    expect(await readFile(join(program.folder, `${folder}/out.trv`))).toEqual(before)
    child.kill('SIGINT')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  },
)
