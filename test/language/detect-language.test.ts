/** The language of texts and queries by their words and letters. */
import { expect, test } from 'vitest'
import { detectLanguage, detectQueryLanguage } from '../../src/language/detect-language.ts'
import { english } from '../../src/languages/english/english.ts'
import { french } from '../../src/languages/french/french.ts'

const CLUES = [english().clues, french().clues]
const named = (place: number) => ['unknown', 'en', 'fr'][place + 1]

test.each([
  ['The children are in the library, and they read.', 'en'],
  ['Les enfants sont dans la bibliothèque, et ils lisent.', 'fr'],
  ['L’emploi des jeunes', 'fr'],
  ['Sécurité, santé, congés payés', 'fr'],
  ['Don’t panic, it was not for you', 'en'],
  ['Tripoli 2019', 'unknown'],
  ['', 'unknown'],
  ['Café Résumé', 'fr'],
  // Titles of two or three words have often no clue but an accent or an ending.
  ['Mentions légales', 'fr'],
  ['Travailleurs saisonniers', 'fr'],
  ['Conducteurs routiers', 'fr'],
  ['Valeurs immobilières', 'fr'],
  ['Opening hours', 'en'],
  ['Buying a house', 'en'],
  ['Privacy policy', 'en'],
  ['Our team', 'en'],
  ['Public library services', 'en'],
  ['Résumé writing', 'unknown'],
  ['Annual report 2024', 'unknown'],
  // As much of one as of the other.
  ['the les the les', 'unknown'],
])('%s is %s', (text, language) => {
  expect(named(detectLanguage(text, CLUES))).toBe(language)
})

test.each([
  ['impôt sur le revenu', 'fr'],
  ['prix de la voiture', 'fr'],
  ['d’Artagnan', 'fr'],
  ['mise à pied', 'fr'],
  ['what is the tax', 'en'],
  ['car insurance', 'unknown'],
  ['table', 'unknown'],
  // A film in a French sentence: nobody can tell.
  ['the artist de Hazanavicius', 'unknown'],
])('the query %s is %s', (query, language) => {
  expect(named(detectQueryLanguage(query, CLUES))).toBe(language)
})

test('no clue is one of the other language', () => {
  const [en, fr] = CLUES.map(clues => clues?.words ?? [])
  expect(en.filter(word => fr.includes(word))).toEqual([])
  const [enEndings, frEndings] = CLUES.map(clues => clues?.endings ?? [])
  expect(enEndings.filter(ending => frEndings.some(other => other.endsWith(ending)))).toEqual([])
})
