/** Whether two words are one word with two endings of a paradigm, and what the others of a class count. */
import { describe, expect, test } from 'vitest'
import { inflectionWeight, stemKey } from '../../../src/languages/french/words/inflection.ts'
import { areInflections } from '../../../src/languages/french/words/paradigm.ts'

describe('inflections', () => {
  test.each([
    ['commune', 'communes'],
    ['national', 'nationaux'],
    ['travail', 'travaux'],
    ['acteur', 'actrice'],
    ['danseur', 'danseuses'],
    ['premier', 'premieres'],
    ['actif', 'actives'],
    ['public', 'publiques'],
    ['donner', 'donnant'],
    ['donnons', 'donnerait'],
    ['mangeons', 'manger'],
    ['envoyer', 'envoient'],
    ['finir', 'finissent'],
    ['rendre', 'rendu'],
    ['appeler', 'appelle'],
    ['jeter', 'jettent'],
    ['venir', 'viendra'],
  ])('%s, %s', (a, b) => {
    expect(areInflections(a, b)).toBe(true)
    expect(areInflections(b, a)).toBe(true)
  })
})

describe('derivations, and words that only look alike', () => {
  test.each([
    ['etablir', 'etablissement'],
    ['comporter', 'comportement'],
    ['former', 'formation'],
    ['concurrence', 'concurremment'],
    ['maire', 'mairie'],
    ['considerer', 'considerable'],
    ['information', 'informer'],
    ['contrat', 'contractuel'],
    ['a', 'ai'],
  ])('%s, %s', (a, b) => {
    expect(areInflections(a, b)).toBe(false)
  })
})

describe('a word of the class that is no inflection counts as family', () => {
  test.each([
    ['établir', 'établissement', 0.8],
    ['établissement', 'établissements', 1],
    ['information', 'informer', 0.8],
    ['droite', 'droit', 0.4],
    ['droit', 'droite', 0.4],
    ['droite', 'droites', 1],
    ['droit', 'droits', 1],
    ['commune', 'communs', 0.4],
    ['moral', 'morale', 0.4],
  ])('%s, %s: %f', (asked, found, weight) => {
    expect(stemKey(asked)).toBe(stemKey(found))
    expect(inflectionWeight(asked, found)).toBe(weight)
  })
})
