import { describe, expect, test } from 'vitest'
import { marked, reads } from './reading.ts'

describe('ce qui s’élide se détache', () => {
  reads([
    ['L’Arabie saoudite', "l' arabie saoudite"],
    ["l'Arabie", "l' arabie"],
    ['L’ARABIE', "l' arabie"],
    ['d’Haftar', "d' haftar"],
    ['j’accuse', "j' accuse"],
    ['Il m’aime et t’écoute', "il m' aime et t' écoute"],
    ['s’étaient', "s' étaient"],
    ['n’importe', "n' importe"],
    ['C’était', "c' était"],
    ['ç’a été', "ç' a été"],
    ['qu’ils', "qu' ils"],
    ['Qu’on', "qu' on"],
    ['jusqu’au soir', "jusqu' au soir"],
    ["JUSQU'ICI", "jusqu' ici"],
    ['Lorsqu’il', "lorsqu' il"],
    ['puisqu’elle', "puisqu' elle"],
    ['quoiqu’il', "quoiqu' il"],
    ['quelqu’autre', "quelqu' autre"],
    ['presqu’aussi', "presqu' aussi"],
    ['entr’eux', "entr' eux"],
    ['l’homme', "l' homme"],
    ['l’hôpital', "l' hôpital"],
    ['l’œuvre', "l' œuvre"],
    ['L’Yonne', "l' yonne"],
    ['l’ONU', "l' onu"],
    ['l’OTAN', "l' otan"],
    ['l’un de l’autre', "l' un de l' autre"],
    ['d’aujourd’hui', "d' aujourd'hui"],
    ['«L’été»', "l' été"],
    ['(l’hiver)', "l' hiver"],
    ['L’« Arabie »', "l' arabie"],
    ['d’« abord »', "d' abord"],
    ['d’11 ans', "d' 11 ans"],
    ['l’avant-garde', "l' [avant-garde: avant garde]"],
    ['quelque chose d’autre', "quelque chose d' autre"],
    ['S’il n’y a qu’un', "s' il n' y a qu' un"],
    ['j’suis', "j' suis"],
  ])
})

describe('toutes les apostrophes se valent', () => {
  reads([
    ['l\u0027abbaye', "l' abbaye"],
    ['l\u2019abbaye', "l' abbaye"],
    ['l\u02bcabbaye', "l' abbaye"],
    ['l\u2018abbaye', "l' abbaye"],
    ['l\u00b4abbaye', "l' abbaye"],
    ['l\u0060abbaye', "l' abbaye"],
    ['l\uff07abbaye', "l' abbaye"],
    ['aujourd\u2018hui', "aujourd'hui"],
    ['aujourd\u02bchui', "aujourd'hui"],
    ['aujourd\u00b4hui', "aujourd'hui"],
  ])
})

describe('l’apostrophe propre au mot reste', () => {
  reads([
    ['aujourd’hui', "aujourd'hui"],
    ["AUJOURD'HUI", "aujourd'hui"],
    ['le conseil de prud’hommes', "le conseil de prud'hommes"],
    ['prud’homal', "prud'homal"],
    ['une presqu’île', "une presqu'île"],
    ["PRESQU'ILE", "presqu'ile"],
    ['quelqu’un', "quelqu'un"],
    ['quelqu’une', "quelqu'une"],
    ['l’entr’acte', "l' entr'acte"],
    ['entr’ouvrir', "entr'ouvrir"],
    ['s’entr’aimer', "s' entr'aimer"],
    ['la grand’mère', 'la [grand-mère: grand mère]'],
    ['la Grand’Place', 'la [grand-place: grand place]'],
    ['O’Neill', "o'neill"],
    ['d’O’Connor', "d' o'connor"],
    ['N’Djamena', "n'djamena"],
    ['Kylian M’Bappé', "kylian m'bappé"],
    ['McDonald’s', "mcdonald's"],
    ['rock’n’roll', '[rock-n-roll: rock n roll]'],
    ['p’tit', "p'tit"],
  ])
})

describe('les guillemets simples ne sont pas des apostrophes', () => {
  reads([
    ['‘été’', 'été'],
    ["la lettre 's' ici", 'la lettre s ici'],
    ['la commande `c` du code', 'la commande c du code'],
    ['les parents’ ', 'les parents'],
    ["'bonjour'", 'bonjour'],
  ])
})

test('les positions dans le texte sont exactes', () => {
  expect(marked('L’Arabie, l‘été et l’« œuvre »')).toEqual(['Arabie', 'été', 'et', 'œuvre'])
  expect(marked('Val-d’Oise')).toEqual(['Val', 'Oise'])
  expect(marked('jusqu’à aujourd’hui')).toEqual(['à', 'aujourd’hui'])
})
