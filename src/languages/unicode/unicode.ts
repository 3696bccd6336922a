/**
 * `unicodeLanguage()`, for any language without a folder in the library: words by Unicode's character properties, ignoring accents and case. It does not stem
 * (a plural does not find its singular), and has no stop words, synonyms or word list.
 */

import { checkOptions, type OptionNames } from '../../check-options.ts'
import { InvalidOptionError } from '../../errors.ts'
import { defineLanguage } from '../../language/define-language.ts'
import { type LanguageFactory, stemmerOf } from '../../language/definition.ts'
import type { Language, LanguageDefinition } from '../../language/language.ts'
import { fold } from '../../text/fold.ts'
import { readUnicode } from './tokenize.ts'

/**
 * The options of `unicodeLanguage()`. None of them is needed.
 *
 * @example
 * new SearchIndex<Article>({ fields: ['title'], language: unicodeLanguage({ locale: 'tr' }) })
 */
export interface UnicodeLanguageOptions {
  /**
   * The BCP 47 tag of the texts, such as `tr` or `ja`. It decides how letters change case, and where words end in texts without spaces. Default: the rules that
   * hold for most languages.
   */
  locale?: string | undefined
}

const NAME = 'unicode'
const OPTIONS: OptionNames<UnicodeLanguageOptions> = { locale: 1 }

/** Raised when the code produces different tokens or class keys. */
const RULES_VERSION = 2

/**
 * Makes a language that splits texts into words by the rules of Unicode: for languages that the library does not know.
 *
 * Case and accents do not count, hyphens separate words, and a word with an apostrophe (`dell’acqua`, `İstanbul’da`) is also found by its parts. If texts have no spaces between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese), `Intl.Segmenter`
 * finds the ends of words; a runtime without one reads each character as a word. Its answers may change with the runtime's version of Unicode, so build and search
 * such texts with runtimes of about the same age.
 *
 * It does not know inflections (`casa` does not find `casas`), stop words, synonyms, compounds, and numbers and dates in words. Typos are corrected to words of the
 * index, because there is no word list.
 *
 * @throws InvalidOptionError if `locale` is not a language tag
 * @example
 * const index = SearchIndex.from(articles, { fields: ['title', 'body'], language: unicodeLanguage({ locale: 'it' }) })
 */
export const unicodeLanguage: ((options?: UnicodeLanguageOptions) => Language) &
  LanguageFactory<UnicodeLanguageOptions> = /* @__PURE__ */ Object.assign(makeUnicodeLanguage, {
  languageName: NAME,
  reopen: (definition: LanguageDefinition, stemmers: Parameters<typeof stemmerOf>[1]) => {
    stemmerOf(definition, stemmers)
    return makeUnicodeLanguage(definition.options as UnicodeLanguageOptions | undefined)
  },
})

const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu
const DIGIT = /^\p{Nd}$/u

/** The digits of every script have one class: ٢٠٢٤ and २०२४ are 2024. */
function withAsciiDigits(word: string): string {
  return word.replace(OTHER_DIGIT, digit => {
    const code = digit.codePointAt(0) ?? 0
    // The digits of a script follow one another, from its zero.
    let value = 0
    while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value++
    return String(value)
  })
}

function makeUnicodeLanguage(options: UnicodeLanguageOptions = {}): Language {
  if (typeof options !== 'object' || options === null) {
    throw new InvalidOptionError('unicodeLanguage', options, "an object such as { locale: 'it' }")
  }
  checkOptions(options, OPTIONS)
  const { locale } = options
  if (locale !== undefined && typeof locale !== 'string') {
    throw new InvalidOptionError('locale', locale, 'a BCP 47 language tag, such as "tr" or "pt-BR"')
  }
  return defineLanguage({
    definition: { name: NAME, rules: RULES_VERSION, data: 0, ...(locale !== undefined && { options: { locale } }) },
    classOptions: ['locale'],
    tokenize: (text, tokens) => readUnicode(text, tokens, locale),
    key: word => withAsciiDigits(fold(word)).replaceAll("'", ''),
    ...(locale !== undefined && { locale }),
  })
}
