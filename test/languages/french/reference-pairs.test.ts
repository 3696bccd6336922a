/** Pairs of texts and queries around identifiers, versions, network addresses, references, Greek letters and dates in queries. */
import { describe } from 'vitest'
import { apart, found } from './ask.ts'

describe('identifiers, however they are cut', () => {
  found([
    ['SIRET 123 456 789 00012', '12345678900012 | 123456789 00012 | 123 456 789 00012 | 123 456 789 | 123456789'],
    ['SIRET 12345678900012', '123 456 789 00012 | 123456789 00012 | 123.456.789.00012'],
    ['SIRET 123\u202f456\u202f789\u202f00012', '12345678900012'],
    ['IBAN FR76 3000 6000 0112 3456 7890 189', 'FR7630006000011234567890189 | FR76 3000 6000 0112 3456 7890 189'],
    ['IBAN FR7630006000011234567890189', 'FR76 3000 6000 0112 3456 7890 189'],
    ['IBAN FR14 2004 1010 0505 0001 3M02 606', 'FR1420041010050500013M02606'],
    ['TVA FR 40 123 456 824', 'FR40123456824 | FR 40 123456824'],
    ['NIR 1 84 12 76 451 089 46', '184127645108946 | 1841276451089 46'],
    ['ISBN 978 2 07 036822 8', '978-2-07-036822-8 | 9782070368228'],
    ['Appelez le 0 800 123 456', '0800123456 | 0800 123 456'],
    ['Appelez le +32 2 555 12 12', '+3225551212'],
    ['Appelez le +41 22 730 21 11', '+41227302111 | +41 22 730 21 11'],
    ['En 2019, 500\u202f000 personnes', '2019 | 500000'],
    ['Entre 2019 et 2020 450\u202f000 personnes', '2020 | 450000'],
  ])
  apart([
    ['SIRET 123 456 789 00012', '12345678900013 | 123 456 780 00012'],
    ['IBAN FR76 3000 6000 0112 3456 7890 189', 'FR7630006000011234567890188'],
    ['Louer 12 chaises et 500 verres', '12 500'],
  ])
})

describe('thousands with apostrophes, as in Switzerland', () => {
  found([
    ['Un loyer de 10’000 francs', '10000 francs | 10 000 francs | 10’000 | 10.000 | dix mille'],
    ['Un loyer de 10000 francs', '10’000'],
    ['Un total de 1’234’567.50', '1234567,50 | 1 234 567,50'],
  ])
  apart([
    ['Un loyer de 10’000 francs', '10 | 1000'],
    ['Une taille de 5’10', '510'],
  ])
})

describe('versions and network addresses', () => {
  found([
    ['Installer v2.0', '2.0 | v2.0 | version 2.0 | v 2.0 | v. 2.0'],
    ['Installer la version 2.0', 'v2.0 | v. 2.0'],
    ['Installer la version 1.2.3', 'v1.2.3 | 1.2.3'],
    ['Le routeur 192.168.1.10 ne répond pas', '192.168.1.10 | routeur 192.168.1.10'],
    ['Une clé USB3.0', 'clé USB 3.0 | USB3.0 | usb 3.0'],
    ['Une clé USB 3.0', 'USB3.0'],
    ['Un script Python3.11', 'python 3.11'],
    ['Chrome 120.0.6099.109 est sorti', '120.0.6099.109'],
  ])
  apart([
    ['Le routeur 192.168.1.10 ne répond pas', '192.168.1.1 | 192.168.1 | 168 | 10'],
    ['Installer la version 1.2.3', '1.2 | 2.3 | 1 | 1.2.4'],
    ['Installer v2.0', '2 | 0 | 2.1 | v2.1'],
    ['Une clé USB3.0', 'usb 2.0 | 3'],
    ['Le missile V2 est tombé', '2'],
  ])
})

describe('references', () => {
  found([
    ['Les art. L. 121-1 et suivants', 'L. 121-1 et suivants | L121-1 et s. | L. 121-1 et suiv. | L121-1'],
    ['Les articles L. 121-1 et s. du code', 'L. 121-1 et suivants | articles L121-1 et s'],
    ['L’article L. 121-1 du code', 'L. 121-1 et suivants | article L121-1 et s.'],
    ['Voir page 12', 'page 12 et suivantes'],
    ['Voir page 12 et suivantes', 'page 12'],
  ])
  apart([
    ['L’article L. 121-1 du code', 'L. 121-2 et suivants'],
    ['Le jour 12 et demain', 'suivants'],
  ])
})

describe('footnotes', () => {
  found([
    ['Le rapport¹ de 2019² le dit', '2019 | rapport 2019'],
    ['Un terrain de 20 m²', '20 m2 | 20 m²'],
  ])
  apart([
    ['Le rapport de 2019² le dit', '20192'],
    ['Près de 10⁶ habitants', '106'],
  ])
})

describe('Greek letters and units', () => {
  found([
    ['L’α-tocophérol protège le foie', 'alpha-tocophérol | alpha tocophérol | α-tocophérol'],
    ['L’alpha-tocophérol protège le foie', 'α-tocophérol'],
    ['Le β-carotène des carottes', 'bêta-carotène | beta carotène'],
    ['Les rayons γ', 'rayons gamma'],
    ['Les rayons gamma', 'rayons γ'],
    ['Un grain de 10 \u00b5m', '10 \u03bcm | 10\u00b5m | 10 micromètres'],
    ['Une dose de 50 \u03bcg', '50 \u00b5g | 50 microgrammes'],
    ['Une onde de 500 nanomètres', '500 nm'],
  ])
})

describe('dates in queries', () => {
  found([
    ['Le 14 novembre 2019', '14/11/2019 | 14.11.2019 | 14-11-2019 | 14 11 2019 | 14/11/19 | 2019-11-14'],
    ['Le 14 novembre 2019', 'novembre 2019 | nov. 2019 | 11/2019 | 14 nov. 2019'],
    ['Le 14/11/2019', '14 novembre 2019 | novembre 2019 | 11/2019 | 14 11 2019'],
    ['Du 14 au 16 novembre 2019', '14/11/2019 | 16/11/2019'],
    ['En novembre 2019', '11/2019'],
  ])
  apart([['Le 14 novembre 2019', '15/11/2019 | 14 12 2019 | décembre 2019']])
})
