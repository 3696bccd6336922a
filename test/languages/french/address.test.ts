import { describe, expect, test } from 'vitest'
import { marked, reads } from './reading.ts'

describe('adresses entières et leurs mots', () => {
  reads([
    ['Écrire à contact@gna.gov.ly svp', 'écrire à [contact@gna.gov.ly: contact gna gov ly] svp'],
    ['jean.dupont@exemple.fr.', '[jean.dupont@exemple.fr: jean dupont exemple fr]'],
    ['<a-b_c+d@exemple.fr>', '[a-b_c+d@exemple.fr: a b c d exemple fr]'],
    ['2fois@exemple.fr', '[2fois@exemple.fr: 2fois exemple fr]'],
    ['Selon @UNSMILibya ce matin', 'selon @unsmilibya|unsmilibya ce matin'],
    ['@jean_dupont', '[@jean_dupont: jean dupont]'],
    ['a @ b', 'a b'],
    [
      'https://www.lemonde.fr/afrique/2019/libye.html',
      '[lemonde.fr/afrique/2019/libye.html: lemonde fr afrique 2019 libye html]',
    ],
    ['http://exemple.fr/', '[exemple.fr: exemple fr]'],
    ['www.exemple.fr', '[exemple.fr: exemple fr]'],
    ['(voir https://exemple.fr/a).', 'voir [exemple.fr/a: exemple fr a]'],
    ['https://exemple.fr/caf%C3%A9', '[exemple.fr/caf%c3%a9: exemple fr caf]'],
    ['lemonde.fr', '[lemonde.fr: lemonde fr]'],
    ['https://', 'https'],
    ['www.', 'www'],
    ['Fin.Il partit', 'fin il partit'],
    ['note : texte', 'note texte'],
  ])
})

test('l’adresse s’arrête avant la ponctuation', () => {
  expect(marked('Voir www.exemple.fr, merci.')).toEqual(['Voir', 'exemple', 'fr', 'merci'])
})
