import { describe, expect, test } from 'vitest'
import { french, readQuery } from '../../../src/index.ts'
import { read, reads } from './reading.ts'

describe('dans une question, un nom et son numéro font un tout, sauf si le nombre continue', () => {
  reads(
    [
      ['hépatite 5', '[hépatite-5: hépatite 5]'],
      ['été 5 500', 'été 5500'],
      ['été 5\u202f500,5', 'été 5500.5'],
      ['Charles 10 1830', '[charles-10: charles 10] 1830'],
    ],
    true,
  )
})

describe('dans une question, un a minuscule peut être un nom, s’il finit ce qu’on dit', () => {
  reads(
    [
      ['livret a', '[livret-a: livret a]'],
      ['livret a ?', '[livret-a: livret a]'],
      ['livret a 2024', '[livret-a: livret a] 2024'],
      ['livret a ou pel', '[livret-a: livret a] ou pel'],
      ['permis a points', 'permis a points'],
      ['livret a10', 'livret a10'],
      ['on a', 'on a'],
    ],
    true,
  )
  reads([['Le livret a', 'le livret a']], false)
})

describe('dans une question, l’espace vaut une apostrophe', () => {
  reads(
    [
      ['rue de l abbaye', "rue de l' abbaye"],
      ['cote d ivoire', "cote d' ivoire"],
      ['COTE D IVOIRE', "cote d' ivoire"],
      ['l arabie', "l' arabie"],
      ['L Arabie', "l' arabie"],
      ['aujourd hui', "aujourd'hui"],
      ['prud hommes', "prud'hommes"],
      ['presqu ile', "presqu'ile"],
      ['quelqu un', "quelqu'un"],
      ['entr acte', "entr'acte"],
      ['qu est ce que c est', "qu' est ce que c' est"],
      ['jusqu au bout', "jusqu' au bout"],
      ['lorsqu il', "lorsqu' il"],
      ['s il vous plait', "s' il vous plait"],
      ['n est pas', "n' est pas"],
      ['y a t il', "y a t' il"],
      ['val d oise', "val d' oise"],
      ['l été', "l' été"],
    ],
    true,
  )
})

describe('dans une question, une lettre reste une lettre', () => {
  reads(
    [
      ['vitamine c', 'vitamine c'],
      ['vitamine c et fer', 'vitamine c et fer'],
      ['vitamine C effets', 'vitamine c effets'],
      ['vitamine D effets', 'vitamine d effets'],
      ['vitamine d et calcium', 'vitamine d et calcium'],
      ['plan b', 'plan b'],
      ['rer c horaires', 'rer c horaires'],
      ['groupe s', 'groupe s'],
      ['c++', 'c++'],
      ['.NET', '.net'],
      ['article l 121-1', 'article [l121-1: l [121-1: 121 1]]'],
      ['m. dupont', 'm. dupont'],
    ],
    true,
  )
})

test('un texte n’est pas lu comme une question', () => {
  expect(read('cote d ivoire')).toBe('cote d ivoire')
  expect(read('aujourd hui')).toBe('aujourd hui')
})

test.each([
  ['les obligations vis-à-vis du RGPD', ['obligations', 'rgpd']],
  ['peut-être demain', ['demain']],
  ['celui-ci, c’est-à-dire le contrat', ['contrat']],
  ['une vis de fixation', ['vis', 'fixation']],
  ['vis-à-vis', ['vis', 'à']],
])('un mot vide composé n’a pas de parties pleines : %s', (question, expected) => {
  expect(readQuery(question, french()).terms.map(({ word }) => word)).toEqual(expected)
})
