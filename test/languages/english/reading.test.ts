/** How English texts and queries are read: tokens in one line, wholes in brackets before their parts, `a|b` for two words at one position. */
import { describe, expect, test } from 'vitest'
import { english } from '../../../src/languages/english/english.ts'
import type { EnglishOptions } from '../../../src/languages/english/options.ts'
import { TokenList } from '../../../src/text/token.ts'
import { checkTokens } from '../../support/check-tokens.ts'

function read(source: string, isQuery = false, options: EnglishOptions = {}): string {
  const tokens = new TokenList()
  const language = english(options)
  if (isQuery) language.tokenizeQuery(source, tokens)
  else language.tokenize(source, tokens)
  checkTokens(source, tokens)
  const groups: string[] = []
  const closings: number[] = []
  for (let i = 0; i < tokens.length; ) {
    const position = tokens.positions[i]
    let opening = ''
    const words: string[] = []
    for (; i < tokens.length && tokens.positions[i] === position; i++) {
      if (tokens.spans[i] > 1) {
        opening += `[${tokens.words[i]}: `
        closings.push(position + tokens.spans[i] - 1)
      } else words.push(tokens.words[i])
    }
    groups.push(
      opening +
        words.join('|') +
        closings
          .filter(last => last === position)
          .map(() => ']')
          .join(''),
    )
  }
  return groups.join(' ')
}

describe('texts', () => {
  test.each([
    ['John’s dogs’ bowls', 'john dogs bowls'],
    ['I don’t, can’t and won’t', 'i do not can not and will not'],
    ['She’d say we’ll be they’ve', 'she would|had say we will be they have'],
    ['five o’clock, rock’n’roll', "five o'clock [rock'n'roll: rock n|and roll]"],
    ["rock 'n' roll, drum n bass, n = 3", 'rock n|and roll drum n|and bass n 3'],
    ['d’Artagnan, L’Oréal, O’Neill', "[d'artagnan: d artagnan] [l'oréal: l oréal] o'neill"],
    ['W. B. Yeats', '[wb: w b] yeats'],
    ['log in, set up, logged in', '[log-in: log in] [set-up: set up] logged in'],
    ['.5 mm, .22lr', '0.5 mm 22lr'],
    ['£3.5m, $30m, 30m', '£ [3500000: 3.5 m] $ [30000000: 30 m] [30m: 30 m]'],
    ['the 3,000th', 'the 3000th'],
    ['p. 45', 'p. 45'],
    ['nineteen eighty-four, twenty twenty', '[1984: nineteen eighty four] [2020: twenty twenty]'],
    ['the first of May, the twenty-first of March', 'the 1|first of may the [21: [21st: twenty first]] of march'],
    ['e-mail', '[e-mail: e mail]'],
    ['mother-in-law’s', '[mother-in-law: mother in law]'],
    ['the U.S. and the US, the U.N., the U.S.A.', 'the u.s. and the u.s. the un the usa'],
    ['IT helps us', 'i.t. helps us'],
    ['TELL US ABOUT IT', 'tell us about it'],
    ['The Who played', '[the-who: the who] played'],
    ['a Ph.D. and a B.Sc.', 'a phd and a bsc'],
    ['1,250.00 and 10 000 and 1.25', '1250 and 10000 and 1.25'],
    ['1,2,3', '1 2 3'],
    ['$3.5 million', '$ [3500000: 3.5 million]'],
    ['twenty-one, one hundred and five', '[21: twenty one] [105: one hundred and five]'],
    ['5 per cent', '5 [%: per cent]'],
    ['1st, 22nd, 19th', '1st 22nd 19th'],
    ['the 1990s, ’90s', 'the 1990s 1990s|90s'],
    ['November 14, 2019', '[2019-11-14: november 14 2019]'],
    ['14th of November 2019', '[2019-11-14: 14|14th of november 2019]'],
    ['03/04/2019', '[2019-03-04: 03|march 04 2019]'],
    ['14/11/2019', '[2019-11-14: 14 11|november 2019]'],
    ['8:30 p.m., 20:30', '[20:30: 8 30 pm] [20:30: 20 30]'],
    ['No. 5, no 5', 'no. 5 no 5'],
    ['(555) 123-4567', '[5551234567: 555 123 4567]'],
    ['author(s)', 'author'],
    ['10km, 5G, COVID19', '[10km: 10 km] 5g [covid19: covid 19]'],
    ['mail me@example.com', 'mail [me@example.com: me example com]'],
    ['C++, .NET, node.js', 'c++ .net|net [node.js: node js]'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('queries', () => {
  test.each([
    ['us economy', 'u.s. economy'],
    ['the us', 'the u.s.'],
    ['tell us more', 'tell us more'],
    ['dont know', 'do not know'],
    ['cant stop, im here, whats new', 'can not stop i am here what new'],
    ['IM, hers, kiss', 'im hers kiss'],
    ['rock n roll', 'rock and roll'],
    ['first of may', '1 of may'],
    ['p 45', 'p. 45'],
    ['20 °c', '20 °c'],
    ['the who', '[the-who: the who]'],
    ['90s music', '1990s music'],
    ['11/14/2019', '[2019-11-14: november 14 2019]'],
  ])('%s', (text, expected) => expect(read(text, true)).toBe(expected))
})

test('dateOrder decides on dates that can be read in two ways, and on no others', () => {
  const options = { dateOrder: 'day-first' } as const
  expect(read('03/04/2019', false, options)).toBe('[2019-04-03: 03 04|april 2019]')
  expect(read('11/14/2019', false, options)).toBe('[2019-11-14: 11|november 14 2019]')
  expect(read('March 4, 2019', false, options)).toBe('[2019-03-04: march 4 2019]')
})
