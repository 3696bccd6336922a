/** Pairs of texts and questions around dates and times of day. */
import { describe } from 'vitest'
import { above, apart, found } from './ask.ts'

describe('whole dates', () => {
  const questions =
    '14 novembre 2019 | 14/11/2019 | 14.11.2019 | 14-11-2019 | 2019-11-14 | 14/11/19 | 14 nov. 2019 | 14 nov 2019 | 14 NOVEMBRE 2019'
  found([
    ['Le 14 novembre 2019 à Tripoli', questions],
    ['Le 14/11/2019 à Tripoli', questions],
    ['Le 14.11.2019 à Tripoli', questions],
    ['Le 2019-11-14 à Tripoli', questions],
    ['Le 14/11/19 à Tripoli', questions],
    ['Le 14\u00a0nov. 2019 à Tripoli', questions],
    ['Le jeudi 14 novembre 2019', 'jeudi 14 novembre 2019 | jeudi 14/11/2019'],
    ['Le 1er mai 2020', '1 mai 2020 | 1er mai 2020 | 01/05/2020 | premier mai 2020 | 1/5/2020'],
    ['Le 01/05/2020', '1er mai 2020 | 1/5/2020 | 1 mai 2020'],
    ['Le 8 février 1962', '8 fevrier 1962 | 08/02/1962 | 8 févr. 1962'],
    ['Le 11 septembre 2001', '11/09/2001 | 11 sept. 2001 | 11 septembre'],
    ['Le quatorze juillet 1789', '14 juillet 1789'],
    ['Le 14 juillet 1789', 'quatorze juillet 1789 | 14 juillet'],
  ])
  apart([
    ['Le 14 novembre 2019', '14/12/2019 | 15 novembre 2019 | 14/11/2018 | 2019-11-15'],
    ['Le 14/11/2019', '14 décembre 2019 | 13 novembre 2019 | 11/2018'],
  ])
})

describe('parts of dates', () => {
  found([
    ['Le 14 novembre 2019', 'novembre | 2019 | novembre 2019 | 14 novembre | 11/2019 | 14/11'],
    ['Le 14/11/2019', 'novembre 2019 | 11/2019 | 14 novembre | 2019 | novembre | 14/11'],
    ['Le 2019-11-14', 'novembre 2019 | 2019'],
    ['En novembre 2019', '11/2019 | nov. 2019 | novembre 2019'],
    ['En 11/2019', 'novembre 2019'],
    ['Fête du 1er mai', '1 mai | premier mai | 1er mai | 1ᵉʳ mai'],
    ['Fête du premier mai', '1er mai | 1 mai'],
    ['Fête du 1 mai', '1er mai | premier mai'],
    ['Le 14 juillet', '14 juil. | 14 juillet | quatorze juillet | 14/07'],
    ['Au mois d’août', 'aout | août | AOUT'],
    ['Rentrée de sept. 2020', 'septembre 2020'],
    ['Les années 80', 'années 80 | années quatre-vingt'],
    ['Les années quatre-vingt', 'années 80'],
    ['L’été 1936', 'été 1936'],
    ['Mai 68', 'mai 68'],
    ['Saison 2019-2020', '2019-2020 | 2019 | 2020 | 2019/2020 | saison 2020'],
    ['Saison 2019/2020', '2019-2020 | 2019/2020'],
  ])
  apart([
    ['En novembre 2019', 'novembre 2018 | décembre 2019 | 11/2018 | 10/2019'],
    ['Le 14/11/2019', 'octobre 2019'],
    ['Le 1er mai', '2 mai | 11 mai | premier juin'],
    ['La guerre de 14', 'guerre de 15'],
  ])
  above([
    ['14 novembre 2019', 'Le 14 novembre 2019, il pleut', 'En novembre 2019, il pleut 14 fois'],
    ['14/11/2019', 'Le 14 novembre 2019, il pleut', 'Le 11 mai 2019, 14 fois il pleut en novembre'],
  ])
})

describe('short years', () => {
  const sixties = 'années 60 | années 1960 | années soixante | les années 60 | ANNEES 60 | 1960 | "années 60"'
  found([
    ['La mode des années 60 revient', sixties],
    ['La mode des années 1960', sixties.replace(' | "années 60"', '')],
    ['La mode des années soixante.', sixties.replace(' | "années 60"', '')],
    ['Les années quatre-vingt-dix', 'années 90 | années 1990 | années quatre-vingt-dix | "années quatre-vingt-dix"'],
    ['Les années quatre-vingts', 'années 80 | années 1980 | 1980'],
    ['Les années trente', 'années 30 | années 1930 | trente'],
    ['Les slogans de mai 68', 'mai 68 | mai 1968 | "mai 68" | 68 | Mai 68'],
    ['Les slogans de mai 1968', 'mai 68 | mai 1968 | "mai 1968"'],
    ['Élu en septembre 73', 'septembre 1973 | septembre 73'],
    ['Les années 2000', 'années 2000'],
  ])
  apart([
    ['Les années 60', 'années 70 | 2060'],
    ['Le 31 mai', 'mai 1931'],
    ['Soixante années', '1960'],
  ])
})

describe('times of day', () => {
  found([
    ['À 20h', '20 h | 20 heures | 20h | 20:00 | 20h00 | 20 H'],
    ['À 20\u00a0h', '20h | 20 heures | 20:00 | 20h00'],
    ['À 20 heures', '20h | 20 h | 20:00 | 20h00 | vingt heures'],
    ['À 20:00', '20h | 20 h | 20 heures | 20h00'],
    ['À 20h00', '20h | 20 heures | 20:00'],
    ['À vingt heures', '20 h | 20h'],
    ['À 8\u00a0h\u00a030', '8h30 | 08:30 | 8 h 30 | 08h30 | 8:30 | 8H30'],
    ['À 8h30', '8 h 30 | 08:30 | 08h30 | 8 heures 30'],
    ['À 08:30', '8h30 | 8 h 30 | 08h30'],
    ['À 8 heures 30', '8h30 | 8 h 30'],
    ['De 9h à 18h', '9h | 18 heures | 9 h'],
    ['À midi et demi', 'midi'],
    ['Une réunion de 45 min', '45 minutes | 45min | 45 mn'],
    ['Une réunion de 45 minutes', '45 min | 45min'],
    ['Ouvert 24h/24', '24h/24 | 24 h sur 24 | 24h sur 24 | 24 heures sur 24'],
    ['Pendant 2 h', '2 heures | 2h | deux heures'],
    ['Pendant deux heures', '2 h | 2h'],
    ['L’heure d’hiver', 'heures'],
  ])
  apart([
    ['À 8h30', '8h45 | 9h30 | 18h30 | 8 h 03'],
    ['À 20h', '21h | 2h'],
    ['À 20 heures', '20 hommes'],
    ['Le score 20-0', '20:00'],
  ])
})
