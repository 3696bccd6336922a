import { describe, expect, test } from 'vitest'
import { marked, reads } from './reading.ts'

describe('un mot composé se lit en entier et par ses parties', () => {
  reads([
    ['Le cessez-le-feu tient', 'le [cessez-le-feu: cessez le feu] tient'],
    ['États-Unis', '[états-unis: états unis]'],
    ['ÉTATS-UNIS', '[états-unis: états unis]'],
    ['week-end', '[week-end: week end]'],
    ['porte-parole', '[porte-parole: porte parole]'],
    ['porte-à-porte', '[porte-à-porte: porte à porte]'],
    ['anti-missile', '[anti-missile: anti missile]'],
    ['co-auteur', '[co-auteur: co auteur]'],
    ['ex-ministre', '[ex-ministre: ex ministre]'],
    ['non-lieu', '[non-lieu: non lieu]'],
    ['vidéo-surveillance', '[vidéo-surveillance: vidéo surveillance]'],
    ['post-Brexit', '[post-brexit: post brexit]'],
    ['Jean-Marc Ayrault', '[jean-marc: jean marc] ayrault'],
    ['Saint-Étienne', '[saint-étienne: saint étienne]'],
    ['Paris-Nice', '[paris-nice: paris nice]'],
    ['Covid-19', '[covid-19: covid 19]'],
    ['un F-16', 'un [f-16: f 16]'],
    ['18-25 ans', '[18-25: 18 25] ans'],
    ['2019-2020', '[2019-2020: 2019 2020]'],
    ['peut-être', '[peut-être: peut être]'],
    ['vis-à-vis', '[vis-à-vis: vis à vis]'],
    ['rendez-vous', '[rendez-vous: rendez vous]'],
    ['moi-même', '[moi-même: moi même]'],
    ['là-bas', '[là-bas: là bas]'],
    ['ci-dessus', '[ci-dessus: ci dessus]'],
    ['quelques-uns', '[quelques-uns: quelques uns]'],
    ['Aix-en-Provence', '[aix-en-provence: aix en provence]'],
    ['Chalon-sur-Saône', '[chalon-sur-saône: chalon sur saône]'],
    ['dix-neuvième', '[19e: dix neuvième]'],
    ['des choux-fleurs', 'des [choux-fleurs: [chou-fleurs: choux fleurs]]'],
    ['Hautes-Pyrénées', '[hautes-pyrénées: hautes pyrénées]'],
    ['Pays-de-la-Loire', '[pays-de-la-loire: pays de la loire]'],
    ['un pays-là-haut', 'un [pays-là-haut: pays là haut]'],
  ])
})

describe('l’élision dans un composé', () => {
  reads([
    ['Val-d’Oise', "[val-d'oise: val d' oise]"],
    ['Côte-d’Or', "[côte-d'or: côte d' or]"],
    ['chef-d’œuvre', "[chef-d'œuvre: chef d' œuvre]"],
    ['main-d’œuvre', "[main-d'œuvre: main d' œuvre]"],
    ['c’est-à-dire', "[c'est-à-dire: c' est à dire]"],
    ["C'EST-À-DIRE", "[c'est-à-dire: c' est à dire]"],
    ['le qu’en-dira-t-on', "le [qu'en-dira-t-on: qu' en dira t on]"],
    ['un jusqu’au-boutiste', "un [jusqu'au-boutiste: jusqu' au boutiste]"],
    ['l’après-midi', "l' [après-midi: après midi]"],
    ['d’États-Unis', "d' [états-unis: états unis]"],
  ])
})

describe('les pronoms se détachent du verbe', () => {
  reads([
    ['dit-il', 'dit il'],
    ['dit-elle', 'dit elle'],
    ['peut-on', 'peut on'],
    ['puis-je', 'puis je'],
    ['est-ce', 'est ce'],
    ['Qu’est-ce que', "qu' est ce que"],
    ['y a-t-il', "y a t' il"],
    ['A-t-on', "a t' on"],
    ['parle-t-elle', "parle t' elle"],
    ['cumule t-on', "cumule t' on"],
    ['a-t’il', "a t' il"],
    ['donne-le-moi', 'donne le moi'],
    ['dites-le-leur', 'dites le leur'],
    ['allez-vous-en', 'allez vous en'],
    ['va-t’en', "va t' en"],
    ['allons-y', 'allons y'],
    ['celui-ci', 'celui ci'],
    ['cette affaire-là', 'cette affaire là'],
    ['ce sans-abri-là', 'ce [sans-abri: sans abri] là'],
    ['un va-t-en-guerre', 'un [va-t-en-guerre: va t en guerre]'],
    ['sauve-qui-peut', '[sauve-qui-peut: sauve qui peut]'],
  ])
})

describe('les traits d’union se valent', () => {
  reads([
    ['week\u2010end', '[week-end: week end]'],
    ['week\u2011end', '[week-end: week end]'],
    ['Paris–Nice', '[paris-nice: paris nice]'],
    ['Paris – Nice', 'paris nice'],
    ['Paris — Nice', 'paris nice'],
    ['Paris—Nice', 'paris nice'],
    ['pré- et post-opératoire', 'pré et [post-opératoire: post opératoire]'],
    ['- un', 'un'],
    ['mot--mot', 'mot mot'],
  ])
})

test('une très longue chaîne n’est pas un mot', () => {
  expect(marked('a-b-c-d-e-f-g-h-i-j-k-l')).toHaveLength(12)
})
