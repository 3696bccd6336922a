/** The options of `trouvaille search` that say how to rank and page, built and run as people run them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram

beforeAll(async () => {
  program = await buildProgram()
  const documents = [
    { id: 'vieux', title: 'Une ville', body: 'Tripoli', date: '2011-01-01' },
    { id: 'neuf', title: 'Une trêve', body: 'À Tripoli, on négocie.', date: '2026-11-01' },
    { id: 'pain', title: 'Le pain', body: 'La farine vient de Tripoli.', date: '2015-01-01' },
  ]
  await program.write({ 'a.jsonl': documents.map(document => `${JSON.stringify(document)}\n`).join('') })
  await program.run(['build', 'a.jsonl', '--out', 'a.trv', '--columns', 'date:date'])
})
afterAll(() => program.remove())

async function ids(...args: string[]): Promise<string[]> {
  const { stdout } = await program.run(['search', 'a.trv', ...args, '--json'])
  return JSON.parse(stdout).hits.map(({ id }: { id: string }) => id)
}

test('young documents first, and fields that count more', async () => {
  expect((await ids('Tripoli'))[0]).toBe('vieux')
  expect((await ids('Tripoli', '--recency', 'date:100'))[0]).toBe('neuf')
  expect((await ids('trêve farine'))[0]).toBe('neuf')
  expect((await ids('trêve farine', '--boost', 'title=0.01,body=9'))[0]).toBe('pain')
})

test('unfinished words, and typos left alone', async () => {
  expect(await ids('nég')).toEqual([])
  expect(await ids('nég', '--prefix')).toEqual(['neuf'])
  expect(await ids('Tripolli', '--match', 'all')).toHaveLength(3)
  expect(await ids('Tripolli', '--no-fuzzy')).toEqual([])
})

test('counts as far as it is told', async () => {
  const first = (text: string) => text.split('\n')[0]
  const inFrench = await program.run(['search', 'a.trv', 'Tripoli', '-n', '1', '--count-up-to', '2', '--lang', 'fr'])
  expect(first(inFrench.stdout)).toContain('1 à 1 sur plus de 2 résultats')
  const inEnglish = await program.run(['search', 'a.trv', 'Tripoli', '-n', '1', '--count-up-to', '2', '--lang', 'en'])
  expect(first(inEnglish.stdout)).toContain('1–1 of more than 2 results')
  const beyond = await program.run([
    'search',
    'a.trv',
    'Tripoli',
    '--offset',
    '9',
    '--count-up-to',
    '1',
    '--lang',
    'fr',
  ])
  expect(first(beyond.stdout)).toBe('Fin des résultats\u00a0: il y en a plus de 1.')
  const all = await program.run(['search', 'a.trv', 'Tripoli', '-n', '1', '--count-up-to', 'all', '--lang', 'fr'])
  expect(first(all.stdout)).toContain('1 à 1 sur 3 résultats')
  const json = JSON.parse((await program.run(['search', 'a.trv', 'Tripoli', '--count-up-to', '2', '--json'])).stdout)
  expect([json.total, json.totalIsLowerBound, json.hits.length]).toEqual([2, true, 3])
})

test('pages by cursors', async () => {
  const first = JSON.parse((await program.run(['search', 'a.trv', 'Tripoli', '-n', '2', '--json'])).stdout)
  const rest = await ids('Tripoli', '-n', '2', '--after', first.next)
  expect([...first.hits.map(({ id }: { id: string }) => id), ...rest].sort()).toEqual(['neuf', 'pain', 'vieux'])
})

describe('wrong usage', () => {
  test.each([
    [['--recency', 'date'], 'published:30'],
    [['--recency', 'date:0'], 'published:30'],
    [['--recency', 'title:3'], 'date'],
    [['--boost', 'title'], 'title=3'],
    [['--boost', 'absent=3'], 'title=3'],
    [['--count-up-to', '0'], '--count-up-to'],
    [['--after', 'x'], '--after'],
  ])('%j', async (args, expected) => {
    const { code, stdout, stderr } = await program.run(['search', 'a.trv', 'Tripoli', ...args])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(expected)
  })
})
