/** The languages of the library, for indexes that have all code in memory. Pages load them by name (`registry.ts`). */
import type { LanguageFactory } from '../language/definition.ts'
import { multilingualFactory } from '../language/reopen-multilingual.ts'
import { english } from './english/english.ts'
import { french } from './french/french.ts'
import { unicodeLanguage } from './unicode/unicode.ts'

export const LIBRARY_LANGUAGES: readonly LanguageFactory<never>[] = [
  english,
  french,
  unicodeLanguage,
  multilingualFactory,
]
