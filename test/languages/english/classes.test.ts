/** What holds of class keys over a lexicon: the regular forms of a word share its class, British and American spellings share one, false friends have their own. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { english } from '../../../src/languages/english/english.ts'
import { SAME_STEM_WEIGHT } from '../../../src/weights.ts'

const { key, classWeight, related } = english()

function rows(name: string): string[][] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split('\t'))
}

/**
 * Words with a form in another class. Most are no forms of theirs but of a word that is written alike (cap, caped; hat, hating), which the list of the dictionary
 * does not tell; given and out are words of grammar or have a form that is a word of its own.
 */
const BROKEN = new Set(
  'bee bid cap cub fat given hat knee mop out scapegoat spat stag star stock tot twin wad wag wan'.split(' '),
)

test('a word and its regular forms share a class', () => {
  const paradigms = rows('./paradigms.tsv')
  expect(paradigms.length).toBeGreaterThan(1700)
  const broken = paradigms.filter(words => new Set(words.map(key)).size > 1).map(([word]) => word)
  expect(broken).toEqual([...BROKEN])
})

test('the regular forms of a word count in full', () => {
  for (const [word, ...forms] of rows('./paradigms.tsv')) {
    if (BROKEN.has(word)) continue
    for (const form of forms) expect(`${word} ${form} ${classWeight(word, form)}`).toBe(`${word} ${form} 1`)
  }
})

test('irregular forms share the class of their word, or count half where they are a word of their own', () => {
  const paradigms = rows('./irregular-forms.tsv')
  expect(paradigms.length).toBeGreaterThan(500)
  const apart = paradigms.flatMap(([word, ...forms]) =>
    forms
      .filter(form => key(form) !== key(word) && !related(form).some(other => key(other.word) === key(word)))
      .map(form => `${word} ${form}`),
  )
  expect(apart).toEqual([])
})

test('British and American spellings share a class, in full', () => {
  const pairs = rows('./spellings.tsv')
  expect(pairs.length).toBeGreaterThan(300)
  for (const [british, american] of pairs) {
    expect(`${british} ${key(british)}`).toBe(`${british} ${key(american)}`)
    expect(`${british} ${classWeight(british, american)}`).toBe(`${british} 1`)
  }
})

describe('derivations count less than inflections', () => {
  test.each([
    ['relate', 'relation'],
    ['nation', 'national'],
    ['attract', 'attractive'],
    ['adapt', 'adaptation'],
    ['accept', 'acceptable'],
  ])('%s %s', (a, b) => {
    expect(key(a)).toBe(key(b))
    expect(classWeight(a, b)).toBeLessThanOrEqual(SAME_STEM_WEIGHT)
    expect(classWeight(b, a)).toBe(classWeight(a, b))
  })
})

describe('accents tell some words apart', () => {
  test('résumé', () => {
    expect(key('résumé')).toBe(key('resume'))
    expect(classWeight('resume', 'résumé')).toBe(1)
    expect(classWeight('résumé', 'resume')).toBeLessThan(1)
    expect(classWeight('résumé', 'resumed')).toBeLessThan(classWeight('résumé', 'resume'))
  })
  test('café and cafe are one word', () => {
    expect(classWeight('café', 'cafe')).toBe(1)
    expect(classWeight('cafés', 'cafe')).toBe(1)
  })
})
