import { describe } from 'vitest'
import { reads } from './reading.ts'

describe('une date entière, quelle que soit sa graphie', () => {
  reads([
    ['14/11/2019', '[2019-11-14: 14 11|novembre 2019]'],
    ['14.11.2019', '[2019-11-14: 14 11|novembre 2019]'],
    ['14-11-2019', '[2019-11-14: 14 11|novembre 2019]'],
    ['2019-11-14', '[2019-11-14: 2019 11|novembre 14]'],
    ['4/1/2020', '[2020-01-04: 4 1|janvier 2020]'],
    ['14/11/19', '[2019-11-14: 14 11|novembre 19]'],
    ['17/04/75', '[1975-04-17: 17 04|avril 75]'],
    ['14 novembre 2019', '[2019-11-14: 14 novembre 2019]'],
    ['14 Novembre 2019', '[2019-11-14: 14 novembre 2019]'],
    ['14\u00a0novembre\u00a02019', '[2019-11-14: 14 novembre 2019]'],
    ['14 nov. 2019', '[2019-11-14: 14 nov 2019]'],
    ['3 févr. 2020', '[2020-02-03: 3 févr 2020]'],
    ['3 fevrier 2020', '[2020-02-03: 3 fevrier 2020]'],
    ['25 août 1944', '[1944-08-25: 25 août 1944]'],
    ['25 aout 1944', '[1944-08-25: 25 aout 1944]'],
    ['1er mai 2020', '[2020-05-01: 1er mai 2020]'],
    ['1ᵉʳ mai 2020', '[2020-05-01: 1er mai 2020]'],
    ['14 juillet 1789', '[1789-07-14: 14 juillet 1789]'],
    ['11 juin 1999', '[1999-06-11: 11 juin 1999]'],
    ['le jeudi 14 novembre 2019 à Tripoli', 'le jeudi [2019-11-14: 14 novembre 2019] à tripoli'],
  ])
})

describe('ce qui n’est pas une date entière', () => {
  reads([
    ['14/07', '14 07|juillet'],
    ['11/2019', '11|novembre 2019'],
    ['le 1 mai', 'le 1er|1 mai'],
    ['1 maison', '1 maison'],
    ['sept. 2020', 'septembre 2020'],
    ['sept. fois', 'sept fois'],
    ['14 novembre', '14 novembre'],
    ['novembre 2019', 'novembre 2019'],
    ['31/13/2019', '31 13 2019'],
    ['24/24', '24 24'],
    ['1/2', '1 2'],
    ['14 novembre 20191', '14 novembre 20191'],
    ['45 mai 2019', '45 mai 2019'],
    ['99-99-9999', '[99-99-9999: 99 99 9999]'],
  ])
})
