/** Completes a language with neutral defaults, so that a small one needs only ten lines, and checks that no member is missing. */

import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { fold } from '../text/fold.ts'
import type { Language } from './language.ts'
import { checkOperators, orthographyOf, SIGNS, type THEMES } from './language-members.ts'
import type { Operators, Orthography, Typography } from './writing.ts'

/** The members of a language with neutral defaults. Typography, operators and orthography may also be partial. */
interface Optional {
  tokenizeQuery: Language['tokenizeQuery']
  key: Language['key']
  isStopWord: Language['isStopWord']
  isKnownWord: Language['isKnownWord']
  queryWeight: Language['queryWeight']
  classWeight: Language['classWeight']
  related: Language['related']
  phrasesFrom: Language['phrasesFrom']
  operators: Partial<Operators>
  typography: Partial<Typography>
  orthography: Partial<Orthography>
}

/** The parts of a language of your own: what `defineLanguage()` takes. Only `definition` and `tokenize` are needed. */
export interface LanguageParts extends Omit<Language, keyof Optional | 'several'>, Partial<Optional> {
  /** The BCP 47 tag by whose rules letters change case, such as `tr`. Default: those of Unicode, which hold for most languages. */
  locale?: string | undefined
}

const NEUTRAL = {
  key: fold,
  isStopWord: () => false,
  isKnownWord: () => false,
  queryWeight: () => 1,
  classWeight: () => 1,
  related: () => [],
  phrasesFrom: () => [],
}

const PART_NAMES: OptionNames<LanguageParts> = {
  ...NEUTRAL,
  definition: 1,
  classOptions: 1,
  tokenize: 1,
  tokenizeQuery: 1,
  wordList: 1,
  droppedElision: 1,
  withSynonyms: 1,
  values: 1,
  operators: 1,
  typography: 1,
  orthography: 1,
  locale: 1,
  clues: 1,
}

const NEUTRAL_OPERATORS: Operators = { and: [], or: [], neverExcluded: [] }

/** Quotation marks with the same direction in most European languages. */
const NEUTRAL_TYPOGRAPHY: Typography = {
  quotes: ['«»', '“”', '„“”'],
  opening: '([{“„«‹§',
  closing: ')]}”»›;:!?,…%‰',
  sentenceEnds: '.!?…',
  isAbbreviation: () => false,
}

/**
 * Makes a language of your own from a tokenizer and what else you know of it. By default, words that differ only in their accents share a class, no word is a
 * stop word, nothing is related, and queries have the operators AND and OR. For a language that only needs to be split into words, use `unicodeLanguage()`.
 *
 * @throws InvalidOptionError for a part that no language has, if `locale` is not a BCP 47 tag, and for an operator or a quotation mark that cannot be typed
 * @example
 * const klingon = defineLanguage({
 *   definition: { name: 'klingon', rules: 1, data: 0 },
 *   tokenize: (text, tokens) => unicodeLanguage().tokenize(text, tokens),
 *   key: word => word.replace(/pu$/, ''),
 *   operators: { and: ['JE'] },
 * })
 */
export function defineLanguage(parts: LanguageParts): Language {
  checkOptions(parts, PART_NAMES)
  const { locale, operators = {}, typography = {}, orthography = {}, ...language } = parts
  const neutralOrthography = orthographyOf(locale)
  checkOptions(operators, NEUTRAL_OPERATORS, 'operators')
  checkOptions(typography, NEUTRAL_TYPOGRAPHY, 'typography')
  checkOptions(orthography, neutralOrthography, 'orthography')
  const neutral = { ...NEUTRAL, tokenizeQuery: language.tokenize }
  return {
    ...complete<Omit<Language, (typeof THEMES)[number]>>(neutral, language),
    operators: checkOperators(complete(NEUTRAL_OPERATORS, operators)),
    typography: checkTypography(complete(NEUTRAL_TYPOGRAPHY, typography)),
    orthography: complete(neutralOrthography, orthography),
  }
}

/** The given parts, with neutral ones in place of missing or undefined parts. */
function complete<Parts extends object>(neutral: Partial<Parts>, given: Partial<Parts>): Parts {
  return { ...neutral, ...Object.fromEntries(Object.entries(given).filter(([, part]) => part !== undefined)) } as Parts
}

function checkTypography(typography: Typography): Typography {
  for (const marks of typography.quotes) {
    if (typeof marks === 'string' && marks.length >= 2 && !SIGNS.test(marks) && !/[\p{L}\p{N}]/u.test(marks)) continue
    throw new InvalidOptionError(
      'typography.quotes',
      marks,
      'an opening quotation mark and one or more closing quotation marks',
    )
  }
  return typography
}
