import { describe, expect, test } from 'vitest'
import { InvalidOptionError } from '../../../src/errors.ts'
import { areEqualDefinitions, haveSameClasses } from '../../../src/language/definition.ts'
import { french } from '../../../src/languages/french/french.ts'
import type { FrenchOptions } from '../../../src/languages/french/options.ts'

describe('synonymes', () => {
  test('un groupe vaut dans tous les sens', () => {
    const { related } = french({ synonyms: [['voiture', 'automobile', 'bagnole']] })
    expect(related('voitures').map(({ word }) => word)).toEqual(expect.arrayContaining(['automobile', 'bagnole']))
    expect(related('bagnole')).toContainEqual({ word: 'voiture', wholeClass: true, weight: 0.7, relation: 'synonym' })
  })

  test('un seul sens', () => {
    const { related } = french({ synonyms: [{ from: 'brexit', to: ['royaume-uni'] }], synonymWeight: 0.5 })
    expect(related('brexit')).toContainEqual({
      word: 'royaume-uni',
      wholeClass: true,
      weight: 0.5,
      relation: 'synonym',
    })
    expect(related('royaume-uni').map(({ word }) => word)).not.toContain('brexit')
  })

  test('plusieurs mots sont des données', () => {
    const { phrasesFrom, key } = french({ synonyms: [['CNIM', 'les chantiers navals']] })
    const [cnim, chantiers, navals] = ['cnim', 'chantiers', 'navals'].map(key)
    expect(phrasesFrom(cnim)).toEqual([{ from: [cnim], to: ['chantiers', 'navals'], weight: 0.7 }])
    expect(phrasesFrom(chantiers)).toEqual([{ from: [chantiers, navals], to: ['cnim'], weight: 0.7 }])
    expect(phrasesFrom(navals)).toEqual([])
  })

  test('ils laissent les mots dans leurs classes', () => {
    const { definition } = french({ synonyms: [['a', 'b']], stopWords: ['x'] })
    expect(haveSameClasses(definition, french())).toBe(true)
    expect(areEqualDefinitions(definition, french().definition)).toBe(false)
  })
})

describe('mots vides', () => {
  test('une liste à soi', () => {
    const { isStopWord } = french({ stopWords: ['Chapitre', 'l’'] })
    expect(isStopWord('chapitre')).toBe(true)
    expect(isStopWord("l'")).toBe(true)
    expect(isStopWord('le')).toBe(false)
  })

  test('une fonction de la liste par défaut', () => {
    const { isStopWord } = french({ stopWords: defaults => [...defaults, 'chapitre'].filter(word => word !== 'on') })
    expect(isStopWord('chapitre')).toBe(true)
    expect(isStopWord('le')).toBe(true)
    expect(isStopWord('on')).toBe(false)
  })

  test('un itérateur n’est lu qu’une fois', () => {
    expect(french({ stopWords: ['x', 'z'].values() }).isStopWord('z')).toBe(true)
  })
})

test('des variantes à soi', () => {
  const { related } = french({ variants: [['CNIL', 'commission']] })
  expect(related('cnil')).toContainEqual({ word: 'commission', wholeClass: true, weight: 1, relation: 'variant' })
})

describe('options fausses', () => {
  const wrong: readonly (readonly [string, unknown])[] = [
    ['stopWords', { stopWords: 'le la les' }],
    ['stopWords', { stopWords: 12 }],
    ['stopWords', { stopWords: ['le', 3] }],
    ['stopWords', { stopWords: () => 'le' }],
    ['stopWords', { stopWords: [''] }],
    ['synonyms', { synonyms: 'a' }],
    ['synonyms[0]', { synonyms: ['voiture'] }],
    ['synonyms[0].to', { synonyms: [{ from: 'a' }] }],
    ['synonyms[1]', { synonyms: [['a', 'b'], [1]] }],
    ['synonymWeight', { synonymWeight: 0 }],
    ['synonymWeight', { synonymWeight: Number.NaN }],
    ['exceptions', { exceptions: ['a'] }],
    ['exceptions.a', { exceptions: { a: 1 } }],
    ['variants', { variants: {} }],
    ['variants[0]', { variants: ['ab'] }],
    ['stemmer', { stemmer: 'snowball' }],
    ['stopwords', { stopwords: [] }],
    ['french', null],
    ['french', 'fr'],
  ]
  test.each(wrong)('%s %j', (option, options) => {
    let error: unknown
    try {
      french(options as FrenchOptions)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(InvalidOptionError)
    expect(error).toMatchObject({ code: 'INVALID_OPTION', option })
  })
})
