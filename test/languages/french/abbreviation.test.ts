import { describe, expect, test } from 'vitest'
import { language, marked, reads } from './reading.ts'

describe('les sigles', () => {
  reads([
    ['Les troupes du G.N.A. reculent', 'les troupes du gna reculent'],
    ['O.N.U.', 'onu'],
    ['l’O.N.U.', "l' onu"],
    ['aux U.S.A', 'aux usa'],
    ['K.-O.', 'ko'],
    ['av. J.-C.', 'av jc'],
    ['s.a.r.l.', 'sarl'],
    ['à 8 p.m.', 'à 8 pm'],
    ['le GNA', 'le gna'],
    ['J.F.Kennedy', 'jf kennedy'],
    ['la tour A. Il vit', 'la [tour-a: tour a] il vit'],
    ['le plan B. Il', 'le plan b il'],
    ['J. Chirac', 'j chirac'],
    ['G. W. Bush', 'g w bush'],
    ['la S. N. C. F. roule', 'la [sncf: s n c f] roule'],
    ['c.-à-d. demain', 'càd demain'],
    ['M. le maire', 'm. le maire'],
    ['I.-A. Les', 'i a les'],
    ['Fin. Il part.', 'fin il part'],
    ['etc.', 'etc'],
  ])
})

describe('titres et numéros', () => {
  reads([
    ['M. Dupont', 'm. dupont'],
    ['M.\u00a0Dupont', 'm. dupont'],
    ['M.Dupont', 'm. dupont'],
    ['MM. Dupont et Durand', 'mm. dupont et durand'],
    ['10 mm. Il', '10 mm il'],
    ['Mme Dupont', 'mme dupont'],
    ['Me Dupont', 'mᵉ dupont'],
    ['Mᵉ Dupont', 'mᵉ dupont'],
    ['Me voici', 'me voici'],
    ['St-Étienne', '[st-étienne: st étienne]'],
    ['n° 12', 'n° 12'],
    ['n°12', 'n° 12'],
    ['N° 12', 'n° 12'],
    ['nº 12', 'n° 12'],
    ['nº12', 'n° 12'],
    ['no 12', 'n° 12'],
    ['no. 12', 'n° 12'],
    ['№ 12', 'n° 12'],
    ['no comment', 'no comment'],
    ['bd Voltaire', 'bd voltaire'],
    ['av. Foch', 'av foch'],
    ['p. 12', 'p. 12'],
    ['chap. 3', 'chap. 3'],
    ['art. 5', 'art. 5'],
    ['art 5', 'art. 5'],
    ['une œuvre d’art. Le musée', "une œuvre d' art le musée"],
    ['l’art moderne', "l' art moderne"],
  ])
})

describe('les références des codes', () => {
  reads([
    ['L. 121-1', '[l121-1: l [121-1: 121 1]]'],
    ['L.121-1', '[l121-1: l [121-1: 121 1]]'],
    ['L 121-1', '[l121-1: l [121-1: 121 1]]'],
    ['L121-1', '[l121-1: l [121-1: 121 1]]'],
    ['L.\u00a0121-1', '[l121-1: l [121-1: 121 1]]'],
    ['art. L. 121-1', 'art. [l121-1: l [121-1: 121 1]]'],
    ['l’article R. 4228-1-2 du code', "l' article [r4228-1-2: r [4228-1-2: 4228 1 2]] du code"],
    ['D. 14', '[d14: d 14]'],
    ['le G 20', 'le [g20: g 20]'],
    ['un A 380', 'un [a380: a 380]'],
    ['plan B 12 000 euros', 'plan b 12000 euros'],
    ['plan B. 12 000 euros', 'plan b 12000 euros'],
    ['le plan D 3,5 %', 'le plan d 3.5 %'],
    ['à 5 ans', 'à 5 ans'],
  ])
})

test('les graphies d’une référence ont une seule clé, et L. 1211 une autre', () => {
  const { key } = language
  expect(key('l121-1')).toBe('l121-1')
  expect(key('l1211')).not.toBe(key('l121-1'))
  expect(key('12-11')).not.toBe(key('121-1'))
  expect(key('covid-19')).toBe(key('covid19'))
  expect(key('f-16')).toBe(key('f16'))
})

test('les sigles sont marqués en entier', () => {
  expect(marked('Le G.N.A. et l’O.N.U.')).toEqual(['Le', 'G.N.A.', 'et', 'O.N.U.'])
  expect(marked('n° 12 de M. Dupont')).toEqual(['n°', '12', 'de', 'M', 'Dupont'])
})
