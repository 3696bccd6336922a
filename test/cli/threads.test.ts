/** `trouvaille build --threads`: worker threads of the built package, and the file, the problems and the exit codes of one thread. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFile } from '../../src/node.ts'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram

beforeAll(async () => {
  program = await buildProgram()
  await program.write({
    'articles.jsonl': lines.join('\n'),
    'fautes.jsonl': faulty.join('\n'),
    'peu.jsonl': lines.slice(0, 50).join('\n'),
  })
})
afterAll(() => program.remove())

/** Enough text for more batches than threads, in few words: they take the time. */
const COUNT = 1500
const WORD = 'anticonstitutionnellement'
const lines = Array.from({ length: COUNT }, (_, id) => {
  const words = Array.from({ length: 24 }, (_, i) => `${WORD}${(id * 37 + i * i) % 900}`)
  return JSON.stringify({ id, title: `Numéro ${id} de l’été`, body: `Les ${words.join(' ')} d’aujourd’hui.` })
})
const faulty = lines.flatMap((line, i) => (i % 700 === 500 ? [line, '{', lines[i - 1]] : line))

const build = (input: string, out: string, ...options: string[]) =>
  program.run(['build', input, '--out', out, '--store', 'title', ...options])
const bytesOf = (name: string) => readFile(join(program.folder, name))

test('two or three threads write the file of one, and leave nothing beside it', async () => {
  const threads = ['1', '2', '3']
  const results = await Promise.all(threads.map(n => build('articles.jsonl', `files/${n}.trv`, '--threads', n)))
  expect(results.map(({ code, stderr }) => [code, stderr])).toEqual(
    threads.map(() => [0, 'Reading 1 file\nIndexing 1,500 documents\n']),
  )
  const [one, two, three] = await Promise.all(threads.map(n => bytesOf(`files/${n}.trv`)))
  expect([Buffer.compare(one, two), Buffer.compare(one, three)]).toEqual([0, 0])
  expect(await readdir(join(program.folder, 'files'))).toEqual(['1.trv', '2.trv', '3.trv'])
})

test('problems are reported as with one thread, in their order', async () => {
  const [one, two] = await Promise.all(['1', '2'].map(n => build('fautes.jsonl', 'fautes.trv', '--threads', n)))
  expect(two.code).toBe(0)
  expect(two.stderr).toContain('fautes.jsonl')
  expect(two.stderr).toBe(one.stderr)
  const strict = await build('fautes.jsonl', 'strict.trv', '--threads', '2', '--strict')
  expect(strict.code).toBe(1)
  expect(await readdir(program.folder)).not.toContain('strict.trv')
})

test('the configuration may say how many, and the options of French reach every thread', async () => {
  const config = (threads: number) => ({
    input: 'articles.jsonl',
    out: `exceptions-${threads}.trv`,
    french: { exceptions: { [`${WORD}37`]: `${WORD}38` }, stopWords: ['les'] },
    threads,
  })
  await program.write({ 'un.json': JSON.stringify(config(1)), 'deux.json': JSON.stringify(config(2)) })
  const results = await Promise.all(['un', 'deux'].map(name => program.run(['build', '--config', `${name}.json`])))
  expect(results.map(({ code }) => code)).toEqual([0, 0])
  expect(Buffer.compare(await bytesOf('exceptions-1.trv'), await bytesOf('exceptions-2.trv'))).toBe(0)
})

test('several languages reach every thread', async () => {
  const french = Math.ceil(COUNT / 3)
  const pages = lines.map((line, i) =>
    JSON.stringify({ ...JSON.parse(line), ...(i % 3 > 0 && { lang: 'en', title: `The colour of ${i} children` }) }),
  )
  await program.write({ 'pages.jsonl': pages.join('\n') })
  const threads = ['1', '3']
  const results = await Promise.all(
    threads.map(n => build('pages.jsonl', `pages/${n}.trv`, '--languages', 'en,fr', '--threads', n)),
  )
  expect(results.map(({ code }) => code)).toEqual([0, 0])
  const [one, three] = await Promise.all(threads.map(n => bytesOf(`pages/${n}.trv`)))
  expect(Buffer.compare(one, three)).toBe(0)
  const index = await openFile(join(program.folder, 'pages/3.trv'))
  expect(index.languages()).toEqual(['en', 'fr'])
  expect(index.search('colors of a child', { match: 'all', language: 'en' }).total).toBe(COUNT - french)
  expect(index.search('étés', { language: 'fr' }).total).toBe(french)
})

test('a stemmer of one’s own is read by one thread, which is said only if more were wished', async () => {
  const config = (threads: string) =>
    `export default { input: 'peu.jsonl', out: 'racines.trv', french: { stemmer: { name: 'court', version: 1, stem: word => word.slice(0, 4) } }, ${threads} }`
  await program.write({ 'several.mjs': config('threads: 2'), 'usual.mjs': config('') })
  const several = await program.run(['build', '--config', 'several.mjs'])
  expect(several.code).toBe(0)
  expect(several.stderr).toContain('A custom stemmer runs in one thread only: --threads has no effect.\n')
  expect((await program.run(['build', '--config', 'usual.mjs'])).stderr).not.toContain('stemmer')
})

test.each(['0', '65', 'deux', '1.5'])('--threads %s is refused', async n => {
  const { code, stderr } = await build('articles.jsonl', 'refusé.trv', '--threads', n)
  expect(code).toBe(2)
  expect(stderr).toContain(`--threads must be a whole number from 1 to 64, not "${n}"`)
})

// Last: it breaks the package.
test('a thread that ends before its work leaves the file that was there, and nothing else', async () => {
  await program.write({ 'kept/site.trv': 'the one before' })
  await writeFile(join(program.library, 'dist/build-thread.js'), 'setTimeout(() => process.exit(3), 50)')
  const args = ['build', 'articles.jsonl', '--out', 'kept/site.trv', '--threads', '2']
  const { code, stderr } = await program.spawn(args)
  expect(code).not.toBe(0)
  expect(stderr).toContain('A thread of the build ended with code 3.')
  expect(await readdir(join(program.folder, 'kept'))).toEqual(['site.trv'])
  expect(String(await bytesOf('kept/site.trv'))).toBe('the one before')
})
