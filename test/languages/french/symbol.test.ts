import { describe, expect, test } from 'vitest'
import { language, marked, reads } from './reading.ts'

describe('les mots à signes', () => {
  reads([
    ['Un cours de C++ et de Java', 'un cours de c++ et de java'],
    ['C++11', 'c++ 11'],
    ['C#', 'c#'],
    ['le F#.', 'le f#'],
    ['Notepad++', 'notepad++|notepad'],
    ['Canal+ diffuse', 'canal+|canal diffuse'],
    ['LGBT+', 'lgbt+|lgbt'],
    ['Bac+5', 'bac 5'],
    ['A + B', 'a b'],
    ['.NET', '.net|net'],
    ['en .NET, oui', 'en .net|net oui'],
    ['Node.js', '[node.js: node js]'],
    ['ASP.NET', '[asp.net: asp net]'],
    ['index.html', '[index.html: index html]'],
    ['R&D', 'r&d'],
    ['R & D', 'r&d'],
    ['AT&T', '[at&t: at t]'],
    ['H&M', 'h&m'],
    ['Dupont & fils', 'dupont fils'],
    ['a &amp; b', 'a amp b'],
    ['G20', 'g20'],
    ['B12', 'b12'],
    ['CO₂', '[co2: co 2]'],
    ['CO2', '[co2: co 2]'],
    ['covid19', '[covid19: covid 19]'],
    ['Windows10', '[windows10: windows 10]'],
    ['B2B', 'b2b'],
    ['vitamine C', 'vitamine c'],
    ['hépatite B', 'hépatite b'],
    ['l’hépatite A', "l' [hépatite-a: hépatite a]"],
    ['L’HÉPATITE A', "l' [hépatite-a: hépatite a]"],
    ['livret A: taux', '[livret-a: livret a] taux'],
    ['livret A/LDDS', '[livret-a: livret a] ldds'],
    ['LE MINISTRE A DIT', 'le ministre a dit'],
    ['la génération Y, dit-on', 'la [génération-y: génération y] dit on'],
    ['elle va A Paris', 'elle va a paris'],
    ['plan B.', 'plan b'],
    ['§ 12', '§ 12'],
    ['iPhone', 'iphone'],
    ['m²', 'm2'],
    ['et/ou', 'et ou'],
    ['HTML/CSS', 'html css'],
    ['max_length', 'max length'],
  ])
})

describe('mots-dièse', () => {
  reads([
    ['#MeToo', '[#metoo: [metoo: me too]]'],
    ['#été', '#été|été'],
    ['#BalanceTonPorc', '[#balancetonporc: [balancetonporc: balance ton porc]]'],
    ['# titre', 'titre'],
    ['do#', 'do#|do'],
  ])
})

describe('images et autres écritures', () => {
  reads([
    ['Bravo 👏 !', 'bravo 👏'],
    ['☀️ demain', '☀ demain'],
    ['🇫🇷', '🇫🇷'],
    ['Москва', 'москва'],
    ['Αθήνα', 'αθήνα'],
    ['القاهرة', 'القاهرة'],
    ['東京', '東京'],
    ['서울', '서울'],
    ['Trouvaille™', 'trouvaille'],
    ['… —', ''],
    ['\ud83d', ''],
    ['mot\udc00mot', 'mot mot'],
  ])
})

describe('caractères invisibles et de compatibilité', () => {
  reads([
    ['gouver\u00adnement', 'gouvernement'],
    ['gou\u200bver\u200dne\u2060ment', 'gouvernement'],
    ['\ufeffmot', 'mot'],
    ['\u202bmot\u202c', 'mot'],
    ['l\u2019\u200barabie', "l' arabie"],
    ['ﬁnance', 'finance'],
    ['ﬂeuve', 'fleuve'],
    ['Ｆｒａｎｃｅ', 'france'],
    ['２０１９', '2019'],
    ['Mᵐᵉ', 'mme'],
    ['𝐇𝐚𝐟𝐭𝐚𝐫', 'haftar'],
    ['libe\u0301ration', 'libération'],
    ['E\u0301te\u0301', 'été'],
    ['Łódź', 'łódź'],
    ['Cœur', 'cœur'],
    ['ex æquo', 'ex æquo'],
    ['Straße', 'straße'],
    ['İstanbul', 'istanbul'],
    ['Ÿ', 'ÿ'],
  ])
})

test('les positions passent par-dessus l’invisible', () => {
  expect(marked('Le gouver\u00adnement\u00ad tombe')).toEqual(['Le', 'gouver\u00adnement', 'tombe'])
  expect(marked('La libe\u0301ration des ﬁnances')).toEqual(['La', 'libe\u0301ration', 'des', 'ﬁnances'])
  expect(marked('👏 𝐇𝐚𝐟𝐭𝐚𝐫 !')).toEqual(['👏', '𝐇𝐚𝐟𝐭𝐚𝐫'])
})

test('ce qui s’écrit de plusieurs façons a une seule clé', () => {
  const { key } = language
  expect(key('node.js')).toBe(key('nodejs'))
  expect(key('€')).toBe(key('euros'))
  expect(key('%')).toBe(key('pourcent'))
  expect(key('c++')).not.toBe(key('c'))
  expect(key('.net')).not.toBe(key('net'))
})
