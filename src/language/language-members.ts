/** Checks the members of a language, and makes those that follow from a locale. `define-language.ts` has the rest, which pages load for few languages. */

import { InvalidOptionError } from '../errors.ts'
import type { Language } from './language.ts'
import type { Operators, Orthography } from './writing.ts'

export const THEMES = ['operators', 'typography', 'orthography'] as const

/** The orthography that follows from the rules by which a locale's letters change case. @throws InvalidOptionError */
export function orthographyOf(locale?: string): Orthography {
  checkLocale(locale)
  const upper = (text: string) => text.toLocaleUpperCase(locale)
  const lower = (text: string) => text.toLocaleLowerCase(locale)
  return {
    print: word => word,
    respell: (typed, word) => {
      if (typed.length > 1 && typed === upper(typed)) return upper(word)
      const [first = ''] = typed
      return first === lower(first) ? word : upper(word.charAt(0)) + word.slice(1)
    },
    continueSentence: text => {
      const first = lower(text.charAt(0))
      // UNESCO keeps its capitals, and so does İzmir, whose lower-case letter is two outside Turkish.
      return first.length !== 1 || /^\p{Lu}{2}/u.test(text) ? text : first + text.slice(1)
    },
  }
}

const FUNCTIONS = [
  'tokenize',
  'tokenizeQuery',
  'key',
  'isStopWord',
  'isKnownWord',
  'queryWeight',
  'classWeight',
  'related',
  'phrasesFrom',
] as const

/** @throws InvalidOptionError if the language lacks a member */
export function checkMembers(language: Language): Language {
  const members: Partial<Language> = language
  const missing =
    FUNCTIONS.find(name => typeof members[name] !== 'function') ??
    THEMES.find(name => typeof members[name] !== 'object' || members[name] === null)
  if (missing === undefined) return language
  throw new InvalidOptionError(
    `language.${missing}`,
    members[missing],
    'a value: every language must have this member. defineLanguage() adds defaults',
  )
}

function checkLocale(locale: unknown): void {
  try {
    if (locale !== undefined) 'a'.toLocaleUpperCase(String(locale))
  } catch {
    throw new InvalidOptionError('locale', locale, 'a BCP 47 language tag, such as "tr" or "pt-BR"')
  }
}

/** Signs of the query syntax: operators must not contain them, and quotation marks must not be among them. */
export const SIGNS = /[\s"()\\*~:<>-]/

/** @throws InvalidOptionError for a word that could not be typed as an operator */
export function checkOperators(operators: Operators): Operators {
  for (const name of ['and', 'or', 'neverExcluded'] as const) {
    for (const word of operators[name]) {
      if (typeof word === 'string' && word !== '' && (name === 'neverExcluded' || !SIGNS.test(word))) continue
      throw new InvalidOptionError(
        `operators.${name}`,
        word,
        'words without spaces, quotes, parentheses or other punctuation',
      )
    }
  }
  return operators
}
