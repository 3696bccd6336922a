/** Spellings of 1990 and endings that accents tell, by rule. */
import { describe, expect, test } from 'vitest'
import { stemKey } from '../../../src/languages/french/words/inflection.ts'
import { language } from './reading.ts'

describe('une seule classe', () => {
  test.each([
    ['joaillier', 'joailler'],
    ['quincaillière', 'quincaillers'],
    ['serpillière', 'serpillère'],
    ['cuillère', 'cuiller'],
    ['boursouffler', 'boursoufler'],
    ['persifflage', 'persiflage'],
    ['île', 'ile'],
    ['goût', 'gout'],
    ['règlementaire', 'réglementaire'],
    ['contredisez', 'contredire'],
    ['interdisez', 'interdire'],
    ['dansât', 'danser'],
    ['dansâmes', 'danser'],
    ['fascinât', 'fascine'],
    ['bannîmes', 'bannir'],
    ['resplendîtes', 'resplendir'],
    ['conférait', 'conférer'],
    ['générions', 'générer'],
    ['footballeuse', 'footballeur'],
    ['campus', 'campus'],
  ])('%s = %s', (a, b) => {
    expect(stemKey(a)).toBe(stemKey(b))
  })
})

describe('deux classes', () => {
  test.each([
    ['millier', 'mille'],
    ['appât', 'appas'],
    ['souffre', 'soufre'],
    ['collier', 'coller'],
  ])('%s ≠ %s', (a, b) => {
    expect(stemKey(a)).not.toBe(stemKey(b))
  })
})

test.each([
  ['eczéma', 'exéma'],
  ['lis', 'lys'],
  ['oignon', 'ognon'],
])('%s est écrit %s aussi', (word, other) => {
  expect(language.related(word).map(({ word: related }) => related)).toContain(other)
})
