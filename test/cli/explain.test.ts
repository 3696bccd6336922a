/** `trouvaille explain`, `suggest` and `similar`, built and run as people run them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltProgram, buildProgram } from './built-program.ts'

const documents = [
  { id: 'tripoli', title: 'Cessez-le-feu à Tripoli', body: 'Le maréchal Haftar retire ses troupes de l’aéroport.' },
  {
    id: 'moscou',
    title: 'Haftar à Moscou',
    body: 'Les négociations sur le cessez-le-feu durent ; les troupes du maréchal attendent.',
  },
  { id: 7, title: 'La pêche', body: 'La pêche à la sardine reprend.' },
]

let program: BuiltProgram

beforeAll(async () => {
  program = await buildProgram()
  await program.write({ 'site.jsonl': documents.map(document => `${JSON.stringify(document)}\n`).join('') })
  await program.run(['build', 'site.jsonl', '--out', 'site.trv'])
})
afterAll(() => program.remove())

describe('explain', () => {
  test('says which word met which, how, where, and what it brought', async () => {
    const { code, stdout } = await program.run([
      'explain',
      'site.trv',
      'négocier Haftar Paris',
      'moscou',
      '--lang',
      'fr',
    ])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Haftar à Moscou\n1er sur 2\n/)
    expect(stdout).toMatch(/«\u00a0négocier\u00a0» +\d,\d\d \(\d+,\d\u00a0%\) {2}dans 1 document sur 3/)
    expect(stdout).toMatch(
      /«\u00a0négociations\u00a0», une autre forme du mot +\d,\d\d +1 fois dans body, long de \d+ mots/,
    )
    expect(stdout).toMatch(/«\u00a0haftar\u00a0» .*dans 2 documents sur 3\n +le mot lui-même .*dans title/)
    expect(stdout).toMatch(/\nmots absents\u00a0: paris\n$/)
  })

  test('what is excluded is not lacking', async () => {
    const question = 'title:Haftar body:Paris -sardine'
    const { stdout } = await program.run(['explain', 'site.trv', question, 'moscou', '--lang', 'fr'])
    expect(stdout).toMatch(/\nmots absents\u00a0: paris\n$/)
  })

  test('its lines add up', async () => {
    const { stdout } = await program.run(['explain', 'site.trv', 'troupes Haftar', 'tripoli', '--json'])
    const { rank, total, explanation } = JSON.parse(stdout)
    expect({ rank, total }).toEqual({ rank: 2, total: 2 })
    const parts = [...explanation.words, ...explanation.proximity, explanation.title ?? { score: 0 }]
    expect(parts.reduce((sum: number, { score }: { score: number }) => sum + score, 0)).toBeCloseTo(
      explanation.score,
      9,
    )
  })

  test('says when a document does not answer, and which it does not know', async () => {
    const other = await program.run(['explain', 'site.trv', 'Haftar', '7'])
    expect(other).toMatchObject({ code: 0, stdout: 'This document does not match “Haftar”.\n' })
    const unknown = await program.run(['explain', 'site.trv', 'Haftar', 'absent', '--lang', 'fr'])
    expect(unknown).toMatchObject({ code: 1, stdout: '' })
    expect(unknown.stderr).toContain('site.trv\u00a0: aucun document n’a l’identifiant «\u00a0absent\u00a0».')
    expect((await program.run(['explain', 'site.trv', 'Haftar'])).code).toBe(2)
  })
})

describe('suggest', () => {
  test('finishes what is typed', async () => {
    expect((await program.run(['suggest', 'site.trv', 'pec'])).stdout).toBe('pêche\n')
    const { typed, suggestions } = JSON.parse(
      (await program.run(['suggest', 'site.trv', 'CESS', '--json', '--limit', '1'])).stdout,
    )
    expect({ typed, text: suggestions[0].text }).toEqual({ typed: 'CESS', text: 'Cessez-le-feu à Tripoli' })
    expect((await program.run(['suggest', 'site.trv', 'xyz', '--lang', 'fr'])).stdout).toBe(
      'Aucune proposition pour «\u00a0xyz\u00a0».\n',
    )
  })
})

describe('similar', () => {
  test('finds what is like a document', async () => {
    expect((await program.run(['similar', 'site.trv', 'tripoli'])).stdout).toMatch(
      /^ *\d+\.\d\d {2}Haftar à Moscou {2}moscou\n$/,
    )
    expect((await program.run(['similar', 'site.trv', '7'])).stdout).toBe('No document is similar to “7”.\n')
    const { id, hits } = JSON.parse((await program.run(['similar', 'site.trv', 'moscou', '--json'])).stdout)
    expect({ id, first: hits[0].id }).toEqual({ id: 'moscou', first: 'tripoli' })
    expect((await program.run(['similar', 'site.trv', 'absent'])).code).toBe(1)
  })
})
