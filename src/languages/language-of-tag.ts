/** Maps BCP 47 tags, which configurations use, to the library's languages. */

import { detectLanguage } from '../language/detect-language.ts'
import type { Language, LanguageDefinition } from '../language/language.ts'
import { multilingual } from '../language/multilingual.ts'
import { english } from './english/english.ts'
import type { EnglishOptions } from './english/options.ts'
import { french } from './french/french.ts'
import type { FrenchOptions } from './french/options.ts'
import { type UnicodeLanguageOptions, unicodeLanguage } from './unicode/unicode.ts'

/**
 * Languages by tag, each with the options of its function: `{ en: { dateOrder: 'day-first' }, fr: {} }`.
 *
 * @example
 * languageOfTags({ en: { dateOrder: 'day-first' }, fr: {} })
 */
export interface LanguageChoices {
  /** The options of `english()`. */
  readonly en?: EnglishOptions
  /** The options of `french()`. */
  readonly fr?: FrenchOptions
  /** The options of `unicodeLanguage()`, for any other tag. */
  readonly [tag: string]: EnglishOptions | FrenchOptions | UnicodeLanguageOptions | undefined
}

/**
 * Returns the language of the library for a BCP 47 tag: `english()` for `en`, `french()` for `fr`, with or without a region, and `unicodeLanguage()` for any other.
 * For programs that read the tag from a configuration.
 *
 * @throws InvalidOptionError for a wrong tag or wrong options
 * @example
 * const index = new SearchIndex({ fields: ['title', 'body'], language: languageOfTag('fr-CA') })
 */
export function languageOfTag(tag: string, options: LanguageChoices[string] = {}): Language {
  const [primary] = tag.toLowerCase().split('-')
  if (primary === 'en') return english(options as EnglishOptions)
  if (primary === 'fr') return french(options as FrenchOptions)
  return unicodeLanguage({ locale: tag, ...(options as UnicodeLanguageOptions) })
}

/**
 * Returns the language of an index with documents in these languages: one language, or several combined by `multilingual()`.
 *
 * @param languages tags, or an object with the options of each language by its tag
 * @throws InvalidOptionError for a wrong tag or wrong options, and for no tag at all
 * @example
 * const language = languageOfTags({ en: { dateOrder: 'day-first' }, fr: {} })
 */
export function languageOfTags(languages: readonly string[] | LanguageChoices): Language {
  const byTag = languagesByTag(languages)
  const [only, ...others] = Object.values(byTag)
  return only !== undefined && others.length === 0 ? only : multilingual(byTag)
}

/** The same, separately for each tag. */
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

/** The tag of a language of the library, by its definition in a file; undefined if it has none. */
export function tagOfDefinition({ name, options }: LanguageDefinition): string | undefined {
  const tag = CLUED.find(tag => languageOfTag(tag).definition.name === name)
  return tag ?? (typeof options?.locale === 'string' ? options.locale : undefined)
}

function isList(languages: readonly string[] | LanguageChoices): languages is readonly string[] {
  return Array.isArray(languages)
}
