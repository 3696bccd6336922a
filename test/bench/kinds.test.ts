/** The queries that the bench times: each kind is what its name says, and the same in every run. */
import { describe, expect, it } from 'vitest'
import { KINDS, queriesOf, withColumns } from '../../bench/speed/kinds.mjs'
import { tsvLine } from '../../bench/tsv.mjs'

const CODE = 'Code du travail'
const documents = [
  {
    id: 'a',
    title: `${CODE}, article L1221-1 – Partie législative > Formation du contrat`,
    text: 'Le contrat de travail est soumis aux règles du droit commun et peut être établi selon les formes que les parties décident.',
  },
  {
    id: 'b',
    title: `${CODE}, article R1234-2 – Partie réglementaire > Indemnité`,
    text: 'Une indemnité de licenciement ne peut être inférieure à un quart de mois de salaire par année jusqu’à dix ans.',
  },
  { id: 'c', title: 'Code civil, article 9', text: 'Chacun a droit au respect de sa vie privée.' },
].map(withColumns)
const questions = [
  'Qui établit le contrat de travail ?',
  'Indemnité de licenciement après dix ans',
  'Respect de la vie privée',
]

describe('columns', () => {
  it('are read from titles of law', () => {
    expect(documents.map(({ code, series, part }) => [code, series, part])).toEqual([
      [CODE, 'L', 'Partie législative'],
      [CODE, 'R', 'Partie réglementaire'],
      ['Code civil', '', ''],
    ])
  })
})

describe('queries', () => {
  const queries = queriesOf(documents, questions, 3)
  const textsOf = (kind: keyof typeof queries) => queries[kind].map(({ text }) => text)

  it('are the same in every run, as many of each kind', () => {
    expect(queriesOf(documents, questions, 3)).toEqual(queries)
    expect(KINDS.map(kind => queries[kind].length)).toEqual(KINDS.map(() => 3))
  })

  it('are long as people asked, and short with one to three of the longer words', () => {
    expect(textsOf('long')).toEqual(questions)
    expect(textsOf('short')).toEqual(['établit', 'Indemnité licenciement', 'Respect privée'])
  })

  it('have phrases of two to four words that stand in a document', () => {
    const phrases = textsOf('phrase')
    expect(phrases.map(phrase => phrase.split(' ').length)).toEqual([2, 3, 4])
    for (const phrase of phrases) expect(documents.some(({ text }) => text.includes(phrase))).toBe(true)
  })

  it('have half of the last word, and one typo', () => {
    expect(textsOf('prefix')).toEqual([
      'Qui établit le contrat de trav',
      'Indemnité de licenciement après dix ans',
      'Respect de la vie pri',
    ])
    for (const [i, typo] of textsOf('typo').entries()) expect(typo).not.toBe(questions[i])
    expect(queries['typo-each']).toEqual(queries.typo)
  })

  it('filter by the most frequent code, with another least length each time', () => {
    expect(queries.filter.map(({ code, leastLength }) => [code, leastLength])).toEqual([
      [CODE, 300],
      [CODE, 301],
      [CODE, 302],
    ])
  })
})

describe('tsvLine', () => {
  it('keeps a row on one line and cells apart', () => {
    expect(tsvLine(['a\tb', 'c\r\nd', 'e\u2028f', 3])).toBe('a b\tc d\te f\t3\n')
  })
})
