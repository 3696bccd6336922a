import { describe, expect, test } from 'vitest'
import { haveSameClasses } from '../../../src/language/definition.ts'
import { french } from '../../../src/languages/french/french.ts'
import { language } from './reading.ts'

const { key, classWeight } = language

describe('une seule classe', () => {
  test.each([
    ['week-end', 'weekend'],
    ['anti-missile', 'antimissile'],
    ['vidéo-surveillance', 'vidéosurveillance'],
    ['porte-paroles', 'porte-parole'],
    ['vice-présidente', 'vice-président'],
    ["prud'hommes", 'prudhomme'],
    ["aujourd'hui", 'aujourdhui'],
    ["presqu'île", 'presquile'],
    ["entr'acte", 'entracte'],
    ["o'neill", 'oneill'],
    ["mcdonald's", 'mcdonalds'],
    ["chef-d'œuvre", 'chefdoeuvre'],
    ['st-étienne', 'saint-étienne'],
    ['villeneuve-st-georges', 'villeneuve-saint-georges'],
    ['ste-maxime', 'sainte-maxime'],
    ['livret-a', 'livrets-a'],
    ['hépatite-a', 'hepatites-a'],
    ['covid-19', 'covid19'],
    ['états-unis', 'etats-unis'],
    ['cœur', 'coeur'],
    ['node.js', 'nodejs'],
    ['1ère', '1er'],
    ['2ème', '2e'],
    ['étudiants', 'étudiante'],
  ])('%s = %s', (a, b) => {
    expect(key(a)).toBe(key(b))
  })
})

describe('deux classes', () => {
  test.each([
    ['livret-a', 'livret'],
    ['permis-a', 'permettre'],
    ['classe-e', 'classe'],
    ['cœur', 'cour'],
    ["l'", 'l'],
    ['l121-1', 'l1211'],
    ['2019-2020', '20192020'],
    ['2019-11-14', '2019-11-15'],
    ['3.5', '35'],
    ['c++', 'c'],
    ['c#', 'c'],
    ['art.', 'art'],
    ['m.', 'm'],
    ['@elysee', 'elysee'],
    ['east-end', 'est'],
  ])('%s ≠ %s', (a, b) => {
    expect(key(a)).not.toBe(key(b))
  })
})

test('un mot tel qu’écrit compte entier', () => {
  expect(classWeight('week-end', 'week-end')).toBe(1)
})

test('les exceptions rejoignent la classe voulue', () => {
  const own = french({ exceptions: { cuissot: 'cuisse', Fjord: 'Baie' } })
  expect(own.key('cuissot')).toBe(own.key('cuisses'))
  expect(own.key('fjord')).toBe(own.key('baie'))
  expect(haveSameClasses(own.definition, language)).toBe(false)
})

test('un autre racinisateur reçoit le mot en un morceau', () => {
  const seen: string[] = []
  const own = french({
    stemmer: {
      name: 'quatre lettres',
      version: 1,
      stem: word => {
        seen.push(word)
        return word.slice(0, 4)
      },
    },
  })
  seen.length = 0
  expect(own.key('week-end')).toBe('week')
  expect(seen).toEqual(['weekend'])
  expect(haveSameClasses(own.definition, language)).toBe(false)
})
