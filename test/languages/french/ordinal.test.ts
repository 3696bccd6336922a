import { describe, expect, test } from 'vitest'
import { romanNumeral, romanValue } from '../../../src/text/roman.ts'
import { language, marked, reads } from './reading.ts'

describe('les ordinaux', () => {
  reads([
    ['le 1er rang', 'le 1er rang'],
    ['1ᵉʳ', '1er'],
    ['1re', '1re'],
    ['1ère', '1ère'],
    ['2e', '2e'],
    ['2ᵉ division', '2e division'],
    ['2ème', '2ème'],
    ['2nd', '2nd'],
    ['XIXe siècle', '19e siècle'],
    ['XIXᵉ siècle', '19e siècle'],
    ['XIXème siècle', '19e siècle'],
    ['XIX siècle', '19e siècle'],
    ['xixe siècle', '19e siècle'],
    ['XIXE SIÈCLE', '19e siècle'],
    ['19 siècle', '19e siècle'],
    ['au VIe siècle', 'au 6e siècle'],
    ['la Ve République', 'la 5e république'],
    ['François Ier', 'françois 1er'],
    ['François Iᵉʳ', 'françois 1er'],
    ['le Xe arrondissement', 'le 10e arrondissement'],
    ['du XIXe au XXe siècle', 'du 19e au 20e siècle'],
    ['IIIᵉ Reich', '3e reich'],
    ['XVIIIe', '18e'],
  ])
})

describe('ce qui n’est pas un ordinal', () => {
  reads([
    ['La Vie en rose', 'la vie en rose'],
    ['VIE', 'vie'],
    ['Louis XIV', 'louis xiv'],
    ['Le chat', 'le chat'],
    ['Mer calme', 'mer calme'],
    ['Cie', 'cie'],
    ['il vit', 'il vit'],
    ['Xerxès', 'xerxès'],
    ['Ile', 'ile'],
    ['hier', 'hier'],
    ['IIIIe', 'iiiie'],
  ])
})

test('les graphies d’un même ordinal ont une seule clé', () => {
  const { key } = language
  expect(new Set(['1er', '1re', '1ère', '1ers', '1e'].map(key)).size).toBe(1)
  expect(new Set(['2e', '2ème', '2nd', '2nde', '2ieme', '2è'].map(key)).size).toBe(1)
  expect(key('2e')).not.toBe(key('3e'))
  expect(key('2e')).not.toBe(key('2'))
})

test('les chiffres romains aller et retour', () => {
  for (let value = 1; value < 90; value++) expect(romanValue(romanNumeral(value))).toBe(value)
  for (const wrong of ['', 'iiii', 'vv', 'ic', 'a', 'ixx', 'vx']) expect(romanValue(wrong)).toBe(0)
})

test('les exposants sont marqués', () => {
  expect(marked('Le XIXᵉ siècle')).toEqual(['Le', 'XIXᵉ', 'siècle'])
})
