/** Where texts may be cut: `|` stands for a cut between words, `¦` for one between sentences. */
import { expect, test } from 'vitest'
import { Cuts } from '../../src/highlight/cuts.ts'
import { french } from '../../src/languages/french/french.ts'
import { TokenList } from '../../src/text/token.ts'

const language = french()

test.each([
  'un |mot |puis |deux',
  'Il |dit. ¦Elle |rit ! ¦Pourquoi ? ¦Rien… ¦Et |puis',
  'Il |dit… |et |rit. |sans |capitale',
  '« Non. » ¦Il |part. ¦« Oui. » ¦– |Bon. ¦(Il |rit.) ¦Fin',
  '«\u202fNon.\u202f» ¦Il |part. ¦«\u202fOui\u202f»',
  'selon |M. Dupont |et |MM. Durand |et |Martin',
  'chez |J. Chirac, |J.-C. Dupont, |Mme |Martin',
  'le |Dr. Petit, |cf. Hugo, |av. Foch, |bd. Voltaire, |l’art. 5, |etc. Puis',
  'le |G.N.A. ¦Il |refuse. ¦La |SNCF. ¦Il',
  'le |journal. ¦Il |y |a |la |clé. ¦Fin',
  'la |Ve |République. ¦En |2019. ¦Il |y |en |a |5. ¦Fin',
  'soit |5 500 combattants |et |12 morts',
  'le |14 novembre 2019 |à |12 h 30 précises',
  'au |01 23 45 67 89 |le |soir',
  'une |hausse |de |10 % |ou |5 € |en |tout',
  'un : |deux ; |trois ! ¦Quatre',
  'le |( mot ) |et |[ mot ] |et |“ mot ”',
  'au |§ 5 |et |au |n° 12 |à |20 ° |au |soleil',
  'un\u00a0mot\u202fici |là',
  'fin\n\n¦début\n|suite\r\n\r\n¦fin',
  'un  |mot \t|deux   ',
  '  un |mot',
  'l’abbaye |d’Arabie',
  'e\u0301te\u0301 |l’e\u0301te\u0301. ¦E\u0301te\u0301',
])('%j', marked => {
  const text = marked.replace(/[|¦]/g, '')
  const tokens = new TokenList()
  language.tokenize(text, tokens)
  const cuts = new Cuts(text, tokens, language)
  let shown = ''
  for (let at = 0; at < text.length; at++) {
    if (cuts.isSentenceStart(at)) shown += '¦'
    else if (cuts.mayCut(at)) shown += '|'
    shown += text[at]
  }
  expect(shown).toBe(marked)
})
