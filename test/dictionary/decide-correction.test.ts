/** Whether a word is corrected, by which words, how much they count, and whether they are only offered. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CorrectionSources, decideCorrection, type TypedWord } from '../../src/dictionary/decide-correction.ts'
import { editsBetween } from '../support/edits-between.ts'

/** The words of an index with how many documents hold them. */
const INDEX: Record<string, number> = {
  azur: 4,
  accueil: 300,
  bateau: 9,
  cnda: 8,
  gâteau: 12,
  haftar: 13,
  licenciement: 200,
  licence: 20,
  marin: 5,
  matin: 7,
  professionnel: 80,
  préfecture: 11,
  tripoli: 9,
}
const LIST = new Map<string, { frequency: number; isName: boolean }>(
  Object.entries({
    azur: 2,
    accueil: 3,
    bateau: 3,
    gateau: 3,
    licenciement: 2,
    licence: 2,
    marin: 3,
    matin: 3,
    professionnel: 3,
    prefecture: 2,
    chenal: 1,
  }).map(([word, frequency]) => [word, { frequency, isName: false }]),
)
LIST.set('tripoli', { frequency: 2, isName: true })

const fold = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '')
const words = Object.keys(INDEX).map(word => ({ word, folded: fold(word), uses: INDEX[word] }))
const sources: CorrectionSources = {
  near: (piece, most) =>
    words.map(word => ({ ...word, edits: editsBetween(word.folded, piece) })).filter(({ edits }) => edits <= most),
  lookUp: word => LIST.get(fold(word)),
  lookUpAll: words => words.map(word => LIST.get(fold(word))),
}
const typed = (word: string, more: Partial<TypedWord> = {}): TypedWord => ({
  word,
  casing: undefined,
  uses: INDEX[word] ?? 0,
  hasClass: false,
  ...more,
})
const decide = (word: string, more: Partial<TypedWord> = {}) => decideCorrection(typed(word, more), sources)
const said = (word: string, more: Partial<TypedWord> = {}) => {
  const decision = decide(word, more)
  if (decision === undefined) return 'right'
  return `${decision.isApplied ? 'applied' : 'offered'}: ${decision.words.map(({ word }) => word).join(' ')}`
}

describe('what is corrected', () => {
  test.each<[string, Partial<TypedWord>, string]>([
    ['acceuil', {}, 'applied: accueil'],
    ['professionel', {}, 'applied: professionnel'],
    ['prefectrue', {}, 'applied: préfecture'],
    ['hafter', {}, 'applied: haftar'],
    ['mazin', {}, 'applied: matin marin'],
    ['licenciment', { hasClass: true }, 'applied: licenciement'],
    ['chenal', {}, 'right'],
    ['bateau', {}, 'right'],
    ['haftar', {}, 'right'],
    ['zzzzzz', {}, 'right'],
    ['mer', {}, 'right'],
    ['75012', {}, 'right'],
  ])('%s %o: %s', (word, more, expected) => expect(said(word, more)).toBe(expected))
})

describe('what may be right is offered', () => {
  test.each<[string, Partial<TypedWord>, string]>([
    ['cdna', { casing: 'acronym' }, 'offered: cnda'],
    ['alur', { casing: 'name' }, 'offered: azur'],
    ['bateou', { casing: 'name' }, 'offered: bateau'],
    ['hafter', { casing: 'name' }, 'applied: haftar'],
    ['tripli', { casing: 'name' }, 'applied: tripoli'],
    ['dripoli', { casing: 'name' }, 'offered: tripoli'],
    ['acceuil', { uses: 3 }, 'offered: accueil'],
    ['acceuil', { uses: 4 }, 'right'],
    ['accueill', { uses: 3 }, 'offered: accueil'],
    ['accueill', { uses: 4 }, 'right'],
  ])('%s %o: %s', (word, more, expected) => expect(said(word, more)).toBe(expected))
})

describe('the less certain, the less it counts', () => {
  const weightOf = (word: string, more: Partial<TypedWord> = {}) => decide(word, more)?.words[0].weight ?? 0

  test.each<[string, number, number]>([
    ['several candidates', weightOf('mazin'), weightOf('acceuil')],
    ['two edits', weightOf('professsionel'), weightOf('professionel')],
    ['a capital', weightOf('hafter', { casing: 'name' }), weightOf('hafter')],
    ['a class that documents have', weightOf('licenciment', { hasClass: true }), weightOf('licenciment')],
    ['a word that the language lacks', weightOf('hafter'), weightOf('acceuil')],
  ])('%s', (_, less, more) => {
    expect(less).toBeGreaterThan(0)
    expect(less).toBeLessThan(more)
  })

  test('never more than the word typed right', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'acefilmnopqrtuz'), minLength: 1, maxLength: 12 })
    const casing = fc.constantFrom(undefined, 'name' as const, 'acronym' as const)
    fc.assert(
      fc.property(letters, casing, fc.boolean(), (word, casing, hasClass) => {
        for (const { weight, word: other } of decide(word, { casing, hasClass })?.words ?? []) {
          expect(weight).toBeGreaterThan(0)
          expect(weight).toBeLessThanOrEqual(1)
          expect(other).not.toBe(word)
        }
      }),
    )
  })
})
