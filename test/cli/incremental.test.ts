/** `build --incremental`: the file of a whole build, byte for byte, after any changes to the sources; and what makes it read all again. */
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram
beforeAll(async () => {
  program = await buildProgram()
})
afterAll(() => program.remove())

const page = (title: string, body: string) => `---\ntitle: ${title}\n---\n${body}\n`
const at = (file: string) => join(program.folder, file)

async function build(folder: string, ...more: string[]) {
  const ran = await program.run(['build', `${folder}/content`, '--out', `${folder}/search.trv`, '--json', ...more])
  expect(ran.code, ran.stderr).toBe(0)
  return JSON.parse(ran.stdout) as { documents: number; unchanged: number; problems: { kind: string }[] }
}

/** Builds both ways; gives how many documents were taken over. */
async function buildBoth(folder: string, ...more: string[]): Promise<number> {
  const { unchanged } = await build(folder, '--incremental', ...more)
  const whole = await program.run(['build', `${folder}/content`, '--out', `${folder}/whole.trv`, ...more])
  expect(whole.code).toBe(0)
  expect(Buffer.compare(await readFile(at(`${folder}/search.trv`)), await readFile(at(`${folder}/whole.trv`)))).toBe(0)
  return unchanged
}

const pages = (folder: string, count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `${folder}/content/p${i}.md`,
      page(`Numéro ${i}`, `Le marché de la ville ${i}.`),
    ]),
  )

describe('takes over what is the same', () => {
  test('and reads what was written, added, moved or is gone', async () => {
    await program.write(pages('a', 12))
    expect(await buildBoth('a')).toBe(0)
    expect(await buildBoth('a')).toBe(12)
    await program.write({ 'a/content/p3.md': page('Numéro 3', 'Un pont s’ouvre.') })
    expect(await buildBoth('a')).toBe(11)
    await rename(at('a/content/p5.md'), at('a/content/q5.md'))
    await rm(at('a/content/p7.md'))
    await program.write({ 'a/content/a.md': page('Nouveau', 'Une gare rouvre.') })
    expect(await buildBoth('a')).toBe(10)
  })

  test('written again with the same text, it is the same; of the same length and time, another', async () => {
    await program.write(pages('b', 3))
    await buildBoth('b')
    await utimes(at('b/content/p1.md'), new Date(), new Date())
    expect(await buildBoth('b')).toBe(3)
    const { mtime } = await stat(at('b/content/p1.md'))
    await writeFile(at('b/content/p1.md'), (await readFile(at('b/content/p1.md'), 'utf8')).replace('marché', 'musées'))
    await utimes(at('b/content/p1.md'), mtime, mtime)
    expect(await buildBoth('b')).toBe(2)
  })

  test('a problem is told each time', async () => {
    await program.write({ ...pages('c', 2), 'c/content/wrong.md': '---\ntitle: [\n---\nTexte\n' })
    for (const taken of [0, 2]) {
      const { unchanged, problems } = await build('c', '--incremental')
      expect(unchanged).toBe(taken)
      expect(problems).toHaveLength(1)
    }
  })

  test('two documents with one id are told of each time, and the first stays', async () => {
    const own = (title: string) => `---\nid: une\ntitle: ${title}\n---\nTexte\n`
    await program.write({ 'd/content/a.md': own('Première'), 'd/content/b.md': own('Seconde') })
    for (let i = 0; i < 3; i++) {
      const { documents, problems } = await build('d', '--incremental')
      expect([documents, problems[0].kind]).toEqual([1, 'duplicate-id'])
    }
    await program.write({ 'd/content/a.md': '---\nid: autre\ntitle: Première\n---\nTexte\n' })
    expect((await build('d', '--incremental')).documents).toBe(2)
    expect(await buildBoth('d')).toBe(2)
  })
})

describe('reads all again', () => {
  test.each([
    ['with other options', async () => ['--sections']],
    ['with other fields', async () => ['--fields', 'body']],
    [
      'where a new field makes another schema',
      async (folder: string) => {
        await program.write({ [`${folder}/content/p0.md`]: '---\ntitle: A\nchapo: Un mot\n---\nTexte\n' })
        return []
      },
    ],
    [
      'without the ledger',
      async (folder: string) => {
        await rm(at(`${folder}/search.trv.ledger`))
        return []
      },
    ],
    [
      'with a ledger that is none',
      async (folder: string) => {
        await writeFile(at(`${folder}/search.trv.ledger`), '{"files": {"p0.md": 1}}')
        return []
      },
    ],
    [
      'where the index is another',
      async (folder: string) => {
        await build(folder, '--fields', 'title')
        return []
      },
    ],
    [
      'where the index is damaged',
      async (folder: string) => {
        const file = at(`${folder}/search.trv`)
        const bytes = await readFile(file)
        bytes[bytes.length >> 1] ^= 255
        await writeFile(file, bytes)
        return []
      },
    ],
  ])('%s', async (name, change) => {
    const folder = name.replace(/\W+/g, '-')
    await program.write(pages(folder, 3))
    expect(await buildBoth(folder)).toBe(0)
    const options = await change(folder)
    expect(await buildBoth(folder, ...options)).toBe(0)
    expect(await buildBoth(folder, ...options)).toBe(3)
  })
})
