/** Words typed in one piece: split if an apostrophe or a space was dropped, left alone otherwise. */
import { describe, expect, test } from 'vitest'
import { french, SearchIndex } from '../../src/index.ts'

const index = new SearchIndex<{ id: number; body: string }>({ fields: ['body'] })
index.addAll(
  [
    'L’école du hameau perd une classe',
    'Renouveler sa carte d’identité',
    'Le congé payé est dû, dit le FCC',
    'D’Artagnan et Valéry Giscard d’Estaing',
    'J’ai perdu mon permis de conduire',
    'Le prix TTC est affiché en ville neuve',
    'Une application JavaScript, un compte YouTube',
    'Écrire à contact@lemairie.fr ou sur www.laposte.fr',
    'L’ourson du zoo',
    'Le lanceur de l’ESA',
    'Un lavis du peintre, un portemonnaie en cuir',
  ].map((body, id) => ({ id, body })),
)
const correctionOf = (query: string, options = {}) => index.search(query, options).correction

describe('split', () => {
  test.each([
    ['lecole du hameau', 'l’école du hameau'],
    ['Lecole du hameau', 'L’école du hameau'],
    ['carte didentité', 'carte d’identité'],
    ['jai perdu mon permis', 'j’ai perdu mon permis'],
    ['lécole du hameau', 'l’école du hameau'],
    ['carte didentite', 'carte d’identité'],
    ['congépayé', 'congé payé'],
    ['congepaye', 'congé payé'],
    ['congépayé leFCC', 'congé payé le FCC'],
    ['prixTTC', 'prix TTC'],
    ['dartagnan', 'd’artagnan'],
    ['lourson', 'l’ourson'],
    ['giscard destaing', 'giscard d’estaing'],
  ])('%s → %s', (query, expected) => expect(correctionOf(query)).toBe(expected))

  test('and found as if it had been typed right', () => {
    const idsOf = (query: string) => index.search(query, { match: 'all' }).hits.map(({ id, score }) => [id, score])
    expect(idsOf('lecole du hameau')).toEqual(idsOf('l’école du hameau'))
    expect(idsOf('congépayé')).toEqual(idsOf('congé payé'))
  })
})

describe('left alone', () => {
  test.each([
    ['lavis'],
    ['limite'],
    ['portemonnaie'],
    ['CONGÉPAYÉ'],
    ['JavaScript'],
    ['getUserName'],
    ['contact@lemairie.fr'],
    ['www.laposte.fr'],
    ['"congépayé"'],
    ['congépayé*'],
    ['l’ecole'],
    ['permis2conduire'],
    ['le Tesa'],
  ])('%s', query => expect(correctionOf(query)).toBeUndefined())

  test('with split: false', () => {
    expect(correctionOf('lecole du hameau', { split: false, fuzzy: false })).toBeUndefined()
    expect(correctionOf('congépayé', { split: false, fuzzy: false })).toBeUndefined()
  })

  test('without the word list', () => {
    const bare = new SearchIndex<{ id: number; body: string }>({
      fields: ['body'],
      language: french({ wordList: false }),
    })
    bare.add({ id: 1, body: 'Le congé payé est dû' })
    expect(bare.search('congépayé licenciment payee').correction).toBeUndefined()
  })
})
