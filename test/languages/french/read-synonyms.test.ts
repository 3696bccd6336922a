import { describe, expect, test } from 'vitest'
import { french, InvalidOptionError, readSynonyms } from '../../../src/index.ts'

test('groupes, sens, commentaires et lignes vides', () => {
  const text =
    '\ufeff# sigles\r\nSMIC, salaire minimum\r\n\r\n  voiture ,automobile,  bagnole # au choix\nBrexit => sortie du Royaume-Uni\nCDD, CDI => contrat de travail, embauche'
  expect(readSynonyms(text)).toEqual([
    ['SMIC', 'salaire minimum'],
    ['voiture', 'automobile', 'bagnole'],
    { from: ['Brexit'], to: ['sortie du Royaume-Uni'] },
    { from: ['CDD', 'CDI'], to: ['contrat de travail', 'embauche'] },
  ])
})

test('un dièse dans un mot n’est pas un commentaire', () => {
  expect(readSynonyms('C#, C sharp')).toEqual([['C#', 'C sharp']])
})

test('ce qui est lu convient à french()', () => {
  const { related, key, phrasesFrom } = french({
    synonyms: readSynonyms('voiture, automobile\ncnim => chantiers navals'),
  })
  expect(related('voiture').map(({ word }) => word)).toContain('automobile')
  expect(phrasesFrom(key('cnim'))).toHaveLength(1)
  expect(phrasesFrom(key('chantiers'))).toEqual([])
})

test('rien ne donne rien', () => expect(readSynonyms('\n# rien\n')).toEqual([]))

describe('une ligne fausse est nommée', () => {
  test.each([
    ['a, b\nseul', 'synonyms, line 2'],
    ['a,, b', 'synonyms, line 1'],
    ['a, b,', 'synonyms, line 1'],
    ['\n\na =>', 'synonyms, line 3'],
    ['=> b', 'synonyms, line 1'],
    ['a => b => c', 'synonyms, line 1'],
  ])('%j', (text, option) => {
    let error: unknown
    try {
      readSynonyms(text)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(InvalidOptionError)
    expect(error).toMatchObject({ option })
  })
})
