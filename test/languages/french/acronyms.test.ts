/** Acronyms and their long forms: each finds the other, after the word asked for. */
import { describe, expect, test } from 'vitest'
import { highlight, SearchIndex } from '../../../src/index.ts'
import { apart, found } from './ask.ts'

describe('se trouvent', () => {
  found([
    ['L’Organisation des Nations unies vote', 'ONU'],
    ['L’ONU vote', 'Organisation des Nations unies'],
    ['L’O.N.U. vote', 'organisation des nations unies'],
    ['Un contrat à durée déterminée', 'CDD'],
    ['Des CDD renouvelés', 'contrats à durée déterminée'],
    ['Le règlement général sur la protection des données', 'rgpd'],
    ['La Banque centrale européenne relève ses taux', 'taux BCE'],
  ])
})

describe('ne se trouvent pas', () => {
  apart([
    ['Une organisation de vacances', 'ONU'],
    ['Un contrat signé', 'CDD'],
    ['Des données personnelles', 'RGPD'],
    ['Les Nations unies votent', 'OTAN'],
  ])
})

test('l’acronyme demandé passe avant sa forme longue', () => {
  const index = new SearchIndex<{ id: number; body: string }>({ fields: ['body'] })
  index.addAll([
    { id: 1, body: 'L’Organisation des Nations unies' },
    { id: 2, body: 'Le siège de l’ONU' },
    { id: 3, body: 'Un siège vide' },
  ])
  expect(index.search('ONU').hits.map(({ id }) => id)).toEqual([2, 1])
})

test('la forme longue n’est marquée que là où elle est entière', () => {
  const text =
    'Des données ont fui hier soir d’un serveur mal gardé, a dit un porte-parole. Le règlement général sur la protection des données l’interdit.'
  const { ranges } = highlight(text, 'RGPD')
  expect(ranges.map(([a, b]) => text.slice(a, b))).toEqual(['règlement', 'général', 'protection', 'données'])
})
