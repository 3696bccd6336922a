/** Recreates the combined language of a file, each part from its definition. */

import { InvalidOptionError } from '../errors.ts'
import { type LanguageFactory, languageOf, partsOfDefinition } from './definition.ts'
import type { LanguageDefinition } from './language.ts'
import { MULTILINGUAL_NAME, type MultilingualOptions, multilingual } from './multilingual.ts'

/** What `languages` must contain to open files in several languages. */
export const multilingualFactory: LanguageFactory<never> = /* @__PURE__ */ Object.assign(
  () => {
    throw new InvalidOptionError('language', MULTILINGUAL_NAME, 'the return value of multilingual()')
  },
  {
    languageName: MULTILINGUAL_NAME,
    reopen: (definition: LanguageDefinition, stemmers: never, languages: readonly LanguageFactory<never>[]) => {
      const { field, default: fallback } = (definition.options ?? {}) as MultilingualOptions
      const parts = partsOfDefinition(definition).map(({ tag, ...part }) => [
        tag,
        languageOf(part, { stemmers, languages }),
      ])
      return multilingual(Object.fromEntries(parts), { field, default: fallback })
    },
  },
)
