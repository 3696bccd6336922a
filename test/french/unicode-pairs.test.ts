/** Pairs of texts and questions around characters: composed or not, with or without a shape, wide, ligatured, broken. */
import { describe } from 'vitest'
import { apart, found } from './ask.ts'

const DECOMPOSED = 'La re\u0301forme a\u0300 l\u2019Assemble\u0301e, cet e\u0301te\u0301, garc\u0327on'

describe('characters', () => {
  found([
    [DECOMPOSED, 'réforme | reforme | assemblée | été | garçon | garcon | RÉFORME'],
    ['La réforme, l’Assemblée, le garçon', 're\u0301forme | l\u2019assemble\u0301e | garc\u0327on'],
    ['C\u0152UR ET ÂME', 'cœur | coeur | a\u0302me'],
    ['Un oﬃcier suﬃsant, des aﬄuents', 'officier suffisant | affluent'],
    ['Le ﬂeuve et la ﬁn du proﬁt', 'fleuve | fin du profit | profit'],
    ['Une oﬀre', 'offre'],
    ['Le profit, le fleuve', 'proﬁt | ﬂeuve'],
    ['L’Ĳssel et le ĳsbaan', 'ijssel | ijsbaan'],
    ['Anti\u00adconstitu\u00adtionnel\u00adlement', 'anticonstitutionnellement'],
    ['Le gouvernement', 'gouver\u00adnement'],
    ['Le mot in\u200bvisible', 'invisible'],
    ['Le mot in\u200d\u200cvisible', 'invisible'],
    ['Le mot in\u2060visible', 'invisible'],
    ['\ufeffBonjour Marseille', 'bonjour | marseille'],
    ['L\u200b\u2019\u200bÉtat', 'état'],
    ['\u202aHaftar\u202c à \u2067Tripoli\u2069', 'haftar tripoli'],
    ['Haf\u200etar', 'haftar | Haf\u200ftar'],
    ['Le sommet', '\u202bsommet\u202c | som\u200bmet'],
    ['Ｌｅ ｐａｌａｉｓ', 'palais | ｐａｌａｉｓ'],
    ['Le palais', 'ｐａｌａｉｓ | ＰＡＬＡＩＳ'],
    ['ＯＴＡＮ', 'otan'],
    ['Un texte \ud800 coupé', 'texte coupé | coupé'],
    ['Un mot\udc00 coupé', 'mot coupé'],
    ['Un texte coupé', 'coupé \ud800 | texte\udfff'],
    ['Le sommet\u00a0: réussi', 'sommet réussi'],
    ['Le\u202fsommet\u2009réussi', 'sommet réussi'],
    ['Mot\u3000large', 'mot large'],
    ['𝐏𝐚𝐫𝐢𝐬 en gras', 'paris'],
    ['Paris', '𝓟𝓪𝓻𝓲𝓼'],
    ['Le coût, l’ı sans point', 'cou\u0302t'],
    ['E\u0301\u200bTAT', 'état'],
    ['Cafe\u0301s', 'café | cafes'],
    ['N\u0303andu\u0301', 'ñandú | nandu'],
    ['A\u030angstro\u0308m', 'ångström | \u212bngström'],
    ['Mme\u00a0Veil', 'veil'],
    ['L’ete\u0301\u2026 la mer', 'mer'],
    ['Un tiret\u2014collé', 'tiret | collé'],
    ['Fin.Début', 'fin | début'],
    ['rouge/noir', 'rouge | noir'],
    ['mot_souligné', 'souligné | mot'],
  ])
  apart([
    ['in visible', 'invisible'],
    ['Un texte \ud800 coupé', '\ud801'],
    ['Paris', 'раris'],
  ])
})
