/** Values of CSV and front matter as columns take them, and the reason in French and English if one can't be read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problems as frenchProblems } from '../../src/cli/messages/french-problems.ts'
import { acceptedDocuments } from '../../src/readers/accepted-documents.ts'
import { describeProblem } from '../../src/readers/problem.ts'
import { englishProblems } from '../../src/readers/problem-english.ts'
import { readDocuments } from '../../src/readers/read-documents.ts'
import type { SourceError } from '../../src/readers/source-error.ts'

const choice = {
  idField: 'id',
  fields: { titre: {}, prix: { type: 'number' }, date: { type: 'date' }, rubrique: { type: 'keyword' } },
} as const

async function read(name: string, text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'trouvaille-'))
  try {
    writeFileSync(join(folder, name), text)
    const problems: SourceError[] = []
    const documents: Record<string, unknown>[] = []
    for await (const { fields } of acceptedDocuments(readDocuments(folder), choice, error => problems.push(error))) {
      documents.push(fields)
    }
    return { documents, problems }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('CSV with French dates and numbers', async () => {
  const rows = [
    '1;Pain;3,50;14/11/2019',
    '2;Four;1 250,00;1er mars 2020',
    '3;Blé;1\u202f250;"Thu, 14 Nov 2019 10:00:00 +0100"',
    '4;Sel;2;2019-1-4',
  ]
  const { documents, problems } = await read('a.csv', `id;titre;prix;date\n${rows.join('\n')}\n`)
  expect(problems).toEqual([])
  expect(documents.map(({ prix, date }) => [prix, date])).toEqual([
    [3.5, '2019-11-14'],
    [1250, '2020-03-01'],
    [1250, '2019-11-14T10:00:00+01:00'],
    [2, '2019-1-4'],
  ])
})

test('front matter', async () => {
  const { documents, problems } = await read(
    'a.md',
    '---\ntitre: Pain\nprix: 3,50\ndate: 14 novembre 2019\n---\nTexte.\n',
  )
  expect([documents[0].prix, documents[0].date, problems]).toEqual([3.5, '2019-11-14', []])
})

test('a value that cannot be read is reported with its line and what it should be', async () => {
  const { documents, problems } = await read(
    'a.csv',
    'id;titre;prix;date\n1;Pain;trois;\n2;Sel;2;31/02/2019\n3;Blé;1;\n',
  )
  expect(documents.map(({ id }) => id)).toEqual(['3'])
  expect(problems.map(({ line, problem }) => [line, describeProblem(problem, frenchProblems)])).toEqual([
    [2, 'le champ «\u00a0prix\u00a0» doit contenir un nombre (12, 3,50 ou 1\u202f250,00)\u202f; ici\u00a0: "trois"'],
    [
      3,
      'le champ «\u00a0date\u00a0» doit contenir une date (2019-11-14, 14/11/2019 ou 14 novembre 2019)\u202f; ici\u00a0: "31/02/2019"',
    ],
  ])
  expect(describeProblem(problems[0].problem, englishProblems)).toBe(
    'field "prix" must be a finite number; it is "trois"',
  )
})
