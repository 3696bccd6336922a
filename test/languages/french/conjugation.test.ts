/** Forms of verbs in -er whose class is that of another word are found from the infinitive, and the infinitive from them. */
import { describe, expect, test } from 'vitest'
import { formsOfOtherClass } from '../../../src/languages/french/words/conjugation.ts'
import { relatedByMeaning, stemKey } from '../../../src/languages/french/words/inflection.ts'
import { scores } from './ask.ts'

describe('a verb and its forms find each other', () => {
  test.each([
    ['graver', 'gravé'],
    ['graver', 'gravés'],
    ['référencer', 'référencés'],
    ['épouser', 'épousée'],
    ['oser', 'osé'],
    ['statuer', 'statué'],
    ['acheter', 'achetons'],
    ['nettoyer', 'nettoyons'],
    ['privatiser', 'privatisons'],
    ['armer', 'armez'],
    ['nier', 'nié'],
  ])('%s, %s', (infinitive, form) => {
    expect(isFound(form, infinitive)).toBe(true)
    expect(isFound(infinitive, form)).toBe(true)
  })
})

describe('one class', () => {
  test.each([
    ['venir', 'viendraient'],
    ['obtenir', 'obtiendriez'],
    ['récupérer', 'récupérez'],
    ['suggérer', 'suggérez'],
    ['transférer', 'transférez'],
    ['héberger', 'hébergent'],
    ['acheminer', 'acheminent'],
  ])('%s, %s', (infinitive, form) => {
    expect(stemKey(form)).toBe(stemKey(infinitive))
  })
})

describe('an accent that is missing says nothing, and nouns are no forms', () => {
  test.each([
    ['grave', 'graver'],
    ['violer', 'violons'],
    ['violons', 'violer'],
    ['saler', 'salons'],
    ['cher', 'chez'],
    ['portier', 'portions'],
    ['enfer', 'enfant'],
    ['opérer', 'opéra'],
  ])('%s, %s', (asked, other) => {
    expect([...relatedByMeaning(asked), ...formsOfOtherClass(asked)].map(({ word }) => word)).not.toContain(other)
  })
})

/** Whether a query finds a text with the form alone. */
function isFound(text: string, query: string): boolean {
  return scores([text], query, { fuzzy: false, prefix: false })[0] > 0
}
