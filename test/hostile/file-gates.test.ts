/**
 * A build that is killed, or that the disk refuses, at any operation on files: the index is the old one or the new one, whole, and the next build is that of a
 * machine on which nothing happened, with nothing left behind. With TEST_ALL at every operation, else at some.
 */
import { cp, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltProgram, buildProgram } from '../cli/built-program.ts'

const GATES = pathToFileURL(join(import.meta.dirname, 'file-gates.mjs')).href
const page = (title: string, body: string) => `---\ntitle: ${title}\n---\n${body}\n`

let program: BuiltProgram
/** The number of operations of the build that is disturbed. */
let count = 0
let [before, after]: Buffer[] = []
const at = (name: string) => join(program.folder, name)

const command = (folder: string, more: readonly string[]) => [
  'build',
  `${folder}/content`,
  '--out',
  `${folder}/out/search.trv`,
  '--incremental',
  ...more,
]
const build = (folder: string, ...more: string[]) => program.run(command(folder, more))
/** In a process of its own, which can be killed. */
const buildApart = (folder: string, env: Record<string, string> = {}, ...more: string[]) =>
  program.spawn(command(folder, more), { env })

const gated = (env: Record<string, string>) => ({
  NODE_OPTIONS: `--import ${GATES}`,
  GATE_FOLDER: `gates/`,
  ...env,
})

/** The project as it is before the build that is disturbed. */
async function prepare(): Promise<void> {
  await rm(at('gates'), { recursive: true, force: true })
  await cp(at('model'), at('gates'), { recursive: true, preserveTimestamps: true })
}

/** The new index if a page cannot be read: that is reported, and the others are indexed. */
async function indexWithout(page: string): Promise<Buffer> {
  const folder = `without-${page}`
  await cp(at('fresh/content'), at(`${folder}/content`), { recursive: true })
  await rm(at(`${folder}/content/${page}`))
  expect((await build(folder)).code).toBe(0)
  return readFile(at(`${folder}/out/search.trv`))
}

beforeAll(async () => {
  program = await buildProgram()
  await program.write({
    'gates/content/a.md': page('Un port', 'Le port de Tripoli rouvre.'),
    'gates/content/b.md': page('Une trêve', 'Le maréchal refuse la trêve.'),
    'gates/content/c.md': page('Un lac', 'Le niveau du lac monte.'),
  })
  expect((await build('gates')).code).toBe(0)
  before = await readFile(at('gates/out/search.trv'))
  // The ledger is one of these paths.
  await rename(at('gates'), at('model'))
  await program.write({ 'model/content/b.md': page('Une trêve', 'Le maréchal accepte la trêve.') })
  await rm(at('model/content/c.md'))
  await cp(at('model/content'), at('fresh/content'), { recursive: true })
  expect((await build('fresh')).code).toBe(0)
  after = await readFile(at('fresh/out/search.trv'))
  await prepare()
  const counted = await buildApart('gates', gated({ GATE_COUNT: at('count') }), '--json')
  expect(JSON.parse(counted.stdout)).toMatchObject({ documents: 2, unchanged: 1 })
  count = Number(await readFile(at('count'), 'utf8'))
}, 240_000)
afterAll(() => program.remove())

describe.each(['kill', 'die', 'ENOSPC', 'EIO'])('%s at a file operation', gate => {
  test('leaves the old index or the new one, without a page that it reports at most, and the next build is whole', async () => {
    expect(count).toBeGreaterThan(15)
    const step = process.env.TEST_ALL ? 1 : 9
    const start = process.env.TEST_ALL ? 1 : 1 + (Math.floor(Date.now() / 86_400_000) % step)
    for (let operation = start; operation <= count; operation += step) {
      await prepare()
      const disturbed = await buildApart('gates', gated({ GATE: gate, GATE_AT: String(operation) }))
      const said = `${gate} ${operation}: ${disturbed.code} ${disturbed.stderr}`
      const index = await readFile(at('gates/out/search.trv'))
      const unread = /gates\/content\/(\w\.md): cannot read this file/.exec(disturbed.stderr)?.[1]
      const without = unread === undefined ? undefined : await indexWithout(unread)
      expect(
        [before, after, without].some(whole => whole?.equals(index)),
        said,
      ).toBe(true)
      // What fails says so in a line, and not with the stack of the program.
      expect(disturbed.stderr, said).not.toMatch(/^ {4}at /m)
      const next = await build('gates')
      expect(next.code, `${said}\n${next.stderr}`).toBe(0)
      expect((await readFile(at('gates/out/search.trv'))).equals(after), said).toBe(true)
      expect((await readdir(at('gates/out'))).sort(), said).toEqual(['search.trv', 'search.trv.ledger'])
    }
  }, 600_000)
})

describe('time', () => {
  test('two builds at once leave no ledger of the other’s index', async () => {
    for (let round = 0; round < (process.env.TEST_ALL ? 20 : 2); round++) {
      await prepare()
      await program.write({ 'gates/content/a.md': page('Un port', `Le port ferme pour ${round} jours.`) })
      const one = buildApart('gates')
      await program.write({ 'gates/content/b.md': page('Une trêve', `La trêve dure ${round} jours.`) })
      const codes = await Promise.all([one, buildApart('gates', {}, '--drafts')])
      expect(codes.map(({ code, stderr }) => `${code} ${stderr}`).filter(code => code.startsWith('0'))).not.toEqual([])
      expect((await build('gates')).code).toBe(0)
      await rm(at('fresh'), { recursive: true })
      await cp(at('gates/content'), at('fresh/content'), { recursive: true })
      expect((await build('fresh')).code).toBe(0)
      expect((await readFile(at('gates/out/search.trv'))).equals(await readFile(at('fresh/out/search.trv')))).toBe(true)
    }
  }, 240_000)

  test('another file of the same length and time is another file', async () => {
    await prepare()
    expect((await build('gates')).code).toBe(0)
    const file = at('gates/content/b.md')
    const { atime, mtime } = await stat(file)
    await writeFile(at('gates/other'), (await readFile(file, 'utf8')).replace('accepte', 'signait'))
    await utimes(at('gates/other'), atime, mtime)
    await rename(at('gates/other'), file)
    expect((await build('gates')).code).toBe(0)
    const { stdout } = await program.run(['search', 'gates/out/search.trv', 'signait', '--json'])
    expect(JSON.parse(stdout).total).toBe(1)
  }, 60_000)

  test('with --paranoid, one that says it is the same is looked at', async () => {
    await prepare()
    const ledger = at('gates/out/search.trv.ledger')
    expect((await build('gates')).code).toBe(0)
    const file = at('gates/content/b.md')
    await writeFile(file, (await readFile(file, 'utf8')).replace('accepte', 'signait'))
    // As if nothing of the file had changed: what no file system shows, this does.
    const written = JSON.parse(await readFile(ledger, 'utf8'))
    const { mtimeMs, ctimeMs, ino } = await stat(file)
    Object.assign(written.files['gates/content/b.md'], { modified: mtimeMs, changed: ctimeMs, inode: ino })
    written.at = Date.now() + 3_600_000
    await writeFile(ledger, JSON.stringify(written))
    const total = async () =>
      JSON.parse((await program.run(['search', 'gates/out/search.trv', 'signait', '--json'])).stdout).total
    await build('gates')
    expect(await total()).toBe(0)
    await build('gates', '--paranoid')
    expect(await total()).toBe(1)
  }, 60_000)

  test('a ledger that cannot be written costs a line', async () => {
    await prepare()
    await rm(at('gates/out/search.trv.ledger'))
    await mkdir(at('gates/out/search.trv.ledger/x'), { recursive: true })
    const { code, stderr } = await build('gates')
    expect(code).toBe(0)
    expect(stderr).toMatch(/cannot write [^ ]*search\.trv\.ledger \(.+\): the next build will read all files\.\n/)
    expect((await readFile(at('gates/out/search.trv'))).equals(after)).toBe(true)
  }, 60_000)

  test('a ledger of any shape is survived', async () => {
    const ledger = at('gates/out/search.trv.ledger')
    await prepare()
    const good = JSON.parse(await readFile(ledger, 'utf8'))
    const entry = good.files['gates/content/a.md']
    const shapes = [
      null,
      [],
      7,
      { ...good, files: null },
      { ...good, files: [] },
      { ...good, files: { 'gates/content/a.md': null } },
      { ...good, at: 'hier' },
      ...Object.keys(entry).flatMap(name =>
        [null, 'x', [[]], [[null, null]], [[{}, 1, 2]], {}].map(value => ({
          ...good,
          files: { ...good.files, 'gates/content/a.md': { ...entry, [name]: value } },
        })),
      ),
    ]
    const some = process.env.TEST_ALL ? shapes : shapes.filter((_, i) => i % 6 === 0)
    for (const shape of some) {
      await prepare()
      await writeFile(ledger, JSON.stringify(shape))
      const { code, stderr } = await build('gates')
      expect(code, `${JSON.stringify(shape)} ${stderr}`).toBe(0)
      expect((await readFile(at('gates/out/search.trv'))).equals(after), JSON.stringify(shape)).toBe(true)
    }
  }, 240_000)

  test('a clock that goes back hides no change', async () => {
    await prepare()
    const future = new Date(Date.now() + 86_400_000)
    await utimes(at('gates/content/a.md'), future, future)
    expect((await build('gates')).code).toBe(0)
    await program.write({ 'gates/content/a.md': page('Un port', 'Le port de Tripoli ferme.') })
    await utimes(at('gates/content/a.md'), future, future)
    expect((await build('gates')).code).toBe(0)
    const { stdout } = await program.run(['search', 'gates/out/search.trv', 'ferme', '--json'])
    expect(JSON.parse(stdout).total).toBe(1)
  }, 60_000)
})
