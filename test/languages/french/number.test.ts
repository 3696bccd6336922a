import { describe, expect, test } from 'vitest'
import { marked, reads } from './reading.ts'

describe('les tranches de trois chiffres se rejoignent', () => {
  reads([
    ['Environ 5 500 morts', 'environ 5500 morts'],
    ['5\u00a0500', '5500'],
    ['5\u202f500', '5500'],
    ['5\u2009500', '5500'],
    ['5500', '5500'],
    ['12 000 000 d’euros', "12000000 d' euros"],
    ['1\u202f234\u202f567', '1234567'],
    ['1 234,56', '1234.56'],
    ['5.500 habitants', '5500 habitants'],
    ['1.234.567', '1234567'],
    ['1.234,56', '1234.56'],
    ['552 100 554', '552100554'],
    ['en 2019 500 personnes', 'en 2019 500 personnes'],
    ['2001 345', '2001 345'],
    ['5 50', '5 50'],
    ['5 5000', '5 5000'],
    ['05 500', '05 500'],
    ['1\u2019000', '1000'],
    ['5\n500', '5 500'],
    ['5  500', '5 500'],
  ])
})

describe('la virgule et le point décimaux se valent', () => {
  reads([
    ['3,5', '3.5'],
    ['3.5', '3.5'],
    ['0,25', '0.25'],
    ['0.125', '0.125'],
    ['3,14159', '3.14159'],
    ['12,000', '12.000'],
    ['1,2,3', '1 2 3'],
    ['version 1.2.3', 'version 1.2.3'],
    ['192.168.0.1', '192.168.0.1'],
    ['Il en reste 5.', 'il en reste 5'],
    ['5, puis 6', '5 puis 6'],
    ['-5', '5'],
    ['007', '007'],
  ])
})

describe('pourcentages et monnaies', () => {
  reads([
    ['3,5 %', '3.5 %'],
    ['3,5\u00a0%', '3.5 %'],
    ['3.5%', '3.5 %'],
    ['3,5 pour cent', '3.5 [%: pour cent]'],
    ['3,5 p. cent', '3.5 [%: p cent]'],
    ['dix pour cent', 'dix [%: pour cent]'],
    ['3 pour mille', '3 [‰: pour mille]'],
    ['5 pour centaine', '5 pour centaine'],
    ['5 €', '5 €'],
    ['5€', '5 €'],
    ['1 234,56 €', '1234.56 €'],
    ['10 $', '10 $'],
  ])
})

describe('les nombres en lettres', () => {
  reads([
    ['vingt-cinq', '[25: vingt cinq]'],
    ['deux cents invités', '[200: deux cents] invités'],
    ['quatre-vingt-dix-neuf', '[99: quatre vingt dix neuf]'],
    ['vingt et un ans', '[21: vingt et un] ans'],
    ['mille neuf cent quatre-vingt-quatre', '[1984: mille neuf cent quatre vingt quatre]'],
    ['dix-neuf cent', '[1900: dix neuf cent]'],
    ['deux millions trois cent mille', '[2300000: deux millions trois cent mille]'],
    ['mille milliards', '[1000000000000: mille milliards]'],
    ['deux milliards cinq cents millions', '[2500000000: deux milliards cinq cents millions]'],
    ['soixante-et-onze', '[71: soixante et onze]'],
    ['Mille et Une Nuits', '[1001: mille et une] nuits'],
    ['nonante-neuf', '[99: nonante neuf]'],
    ['un million', '[1000000: un million]'],
    ['dix-neuvième', '[19e: dix neuvième]'],
    ['vingt et unième', '[21e: vingt et unième]'],
    ['deux centième', '[200e: deux centième]'],
    ['deux', 'deux'],
    ['deux trois mots', 'deux trois mots'],
    ['vingt et des poussières', 'vingt et des poussières'],
    ['vingt-deux-roues', '[vingt-deux-roues: vingt deux roues]'],
    ['un mille-pattes', 'un [mille-pattes: mille pattes]'],
    ['cent pour cent', 'cent [%: pour cent]'],
  ])
})

describe('les millions', () => {
  reads([
    ['2 millions', '[2000000: 2 millions]'],
    ['1,5 million', '[1500000: 1.5 million]'],
    ['2,5 Md€', '[2500000000: 2.5 md] €'],
    ['3 M€', '[3000000: 3 m] €'],
    ['15k€', '[15000: 15 k] €'],
    ['2 m', '2 m'],
    ['3M', '3m'],
    ['2 M. Dupont', '2 m. dupont'],
    ['2 mille-pattes', '2 [mille-pattes: mille pattes]'],
  ])
})

describe('les unités se détachent', () => {
  reads([
    ['10km', '[10km: 10 km]'],
    ['10 km', '10 km'],
    ['50kg', '[50kg: 50 kg]'],
    ['100m', '[100m: 100 m]'],
    ['35h', '[35h: 35 h]'],
    ['20m²', '[20m2: 20 m2]'],
    ['3,5km', '3.5 km'],
    ['4x4', '4x4'],
    ['5G', '5g'],
    ['3D', '3d'],
    ['90 km/h', '90 km h'],
    ['20 °C', '20 °c'],
    ['20°C', '20 °c'],
    ['90°', '90'],
    ['24h/24', '[24h: 24 h] 24'],
  ])
})

describe('les heures', () => {
  reads([
    ['12h30', '[12h30: 12 h 30]'],
    ['12 h 30', '[12h30: 12 h 30]'],
    ['12\u00a0h\u00a030', '[12h30: 12 h 30]'],
    ['12H30', '[12h30: 12 h 30]'],
    ['12:30', '[12h30: 12 30]'],
    ['à 8 h', 'à 8 h'],
    ['8 heures', '8 heures'],
    ['8 hommes', '8 hommes'],
    ['rapport 16:9', 'rapport 16 9'],
    ['99:30', '99 30'],
    ['08:30', '[8h30: 8 30]'],
    ['8 heures 30', '[8h30: 8 heures 30]'],
    ['20:00', '[20h: 20 h]'],
    ['20h00', '[20h: 20 h]'],
    ['20h', '[20h: 20 h]'],
  ])
})

describe('les numéros de téléphone', () => {
  reads([
    ['01 23 45 67 89', '[0123456789: 01 23 45 67 89]'],
    ['01.23.45.67.89', '[0123456789: 01 23 45 67 89]'],
    ['01-23-45-67-89', '[0123456789: 01 23 45 67 89]'],
    ['0123456789', '0123456789'],
    ['+33 1 23 45 67 89', '[0123456789: 33 1 23 45 67 89]'],
    ['+33 (0)1 23 45 67 89', '[0123456789: 33 0 1 23 45 67 89]'],
    ['01 23 45', '01 23 45'],
  ])
})

test('tout le nombre est marqué', () => {
  expect(marked('Environ 5\u202f500 morts, 3,5 % et 1 234,56 €')).toEqual([
    'Environ',
    '5\u202f500',
    'morts',
    '3,5',
    '%',
    'et',
    '1 234,56',
    '€',
  ])
})
