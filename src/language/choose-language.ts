/** Turns the `language` option of an index, one language or several by tag, into a language. */

import { checkLanguage } from './definition.ts'
import type { Language } from './language.ts'
import { type LanguagesByTag, multilingual } from './multilingual.ts'

/** @throws InvalidOptionError unless it is a language, or several by tag */
export function chooseLanguage(given: Language | LanguagesByTag): Language {
  return isByTag(given) ? multilingual(given) : checkLanguage(given)
}

/** Whether these are languages by tag: a language has a definition, and tags have languages. */
function isByTag(given: Language | LanguagesByTag): given is LanguagesByTag {
  if (typeof given !== 'object' || given === null || Array.isArray(given) || 'tokenize' in given) return false
  const languages: readonly unknown[] = Object.values(given)
  return (
    languages.length > 0 &&
    languages.every(language => typeof language === 'object' && language !== null && 'tokenize' in language)
  )
}
