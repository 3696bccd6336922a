/** A language of a few lines, for tests of what knows no French: words of letters and digits, plurals in -s, one stop word. */

import { defineLanguage } from '../../src/language/define-language.ts'
import type { Language } from '../../src/language/language.ts'
import { fold } from '../../src/text/fold.ts'
import { TokenKind, type TokenList } from '../../src/text/token.ts'

export function plainLanguage(name = 'plain'): Language {
  return defineLanguage({
    definition: { name, rules: 1, data: 0 },
    tokenize,
    key: word => fold(word).replace(/-/g, '').replace(/s$/, ''),
    isStopWord: word => word === 'le',
    isKnownWord: word => word === 'reine',
    queryWeight: word => (word === 'comment' ? 0.3 : 1),
    phrasesFrom: key => PHRASES.filter(({ from }) => from[0] === key),
    related: word => (word === 'roi' ? [{ word: 'reine', wholeClass: true, weight: 0.3, relation: 'family' }] : []),
  })
}

const PHRASES = [
  { from: ['ville'], to: ['paix', 'feu'], weight: 0.5 },
  { from: ['roi', 'feu'], to: ['rare'], weight: 0.75 },
  { from: ['rare', 'paix'], to: ['week', '2019'], weight: 1 },
]

function tokenize(text: string, tokens: TokenList): void {
  let position = 0
  for (const { 0: found, index } of text.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)) {
    // Parted before it is lower-cased: a small İ is two characters.
    const parts = found.split('-')
    if (parts.length > 1) {
      tokens.push(found.toLowerCase(), index, index + found.length, position, TokenKind.compound, parts.length)
    }
    let start = index
    for (const part of parts) {
      tokens.push(part.toLowerCase(), start, start + part.length, position++, TokenKind.word)
      start += part.length + 1
    }
  }
}
