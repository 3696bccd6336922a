/** The language of the library for a BCP 47 tag, as configurations name languages. */

import { detectLanguage } from '../language/detect-language.ts'
import type { Language } from '../language/language.ts'
import { multilingual } from '../language/multilingual.ts'
import { english } from './english/english.ts'
import type { EnglishOptions } from './english/options.ts'
import { french } from './french/french.ts'
import type { FrenchOptions } from './french/options.ts'
import { type UnicodeLanguageOptions, unicodeLanguage } from './unicode/unicode.ts'

/** The languages of an index by tag, each with the options of its function: `{ en: { dateOrder: 'day-first' }, fr: {} }`. */
export interface LanguageChoices {
  readonly en?: EnglishOptions
  readonly fr?: FrenchOptions
  readonly [tag: string]: EnglishOptions | FrenchOptions | UnicodeLanguageOptions | undefined
}

/**
 * The language that texts with a tag are read in: `english()` for `en`, `french()` for `fr`, with or without a region, and `unicodeLanguage()` for any other.
 *
 * @throws InvalidOptionError for a tag or options that are wrong
 */
export function languageOfTag(tag: string, options: LanguageChoices[string] = {}): Language {
  const [primary] = tag.toLowerCase().split('-')
  if (primary === 'en') return english(options as EnglishOptions)
  if (primary === 'fr') return french(options as FrenchOptions)
  return unicodeLanguage({ locale: tag, ...(options as UnicodeLanguageOptions) })
}

/**
 * The language of an index with documents in these languages.
 *
 * @throws InvalidOptionError for a tag or options that are wrong, and for none
 * @example
 * languageOfTags(['en', 'fr'])
 */
export function languageOfTags(languages: readonly string[] | LanguageChoices): Language {
  const byTag = languagesByTag(languages)
  const [only, ...others] = Object.values(byTag)
  return only !== undefined && others.length === 0 ? only : multilingual(byTag)
}

/** The same one by one. */
export function languagesByTag(languages: readonly string[] | LanguageChoices): Record<string, Language> {
  const choices = isList(languages) ? languages.map(tag => [tag, undefined] as const) : Object.entries(languages)
  return Object.fromEntries(choices.map(([tag, options]) => [tag, languageOfTag(tag, options)]))
}

/** The languages that have clues in texts. */
const CLUED = ['en', 'fr']

/** The tag of the language of the library that a text is in; undefined if its words do not tell. */
export function tagOfText(text: string): string | undefined {
  const place = detectLanguage(
    text,
    CLUED.map(tag => languageOfTag(tag).clues),
  )
  return place === -1 ? undefined : CLUED[place]
}

function isList(languages: readonly string[] | LanguageChoices): languages is readonly string[] {
  return Array.isArray(languages)
}
