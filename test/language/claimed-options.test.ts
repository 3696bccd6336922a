/** The options of a language in a file may be of any shape: opening it gives the language, or says that they are malformed, and nothing else. */
import { expect, test } from 'vitest'
import { CorruptIndexError, MissingLanguageError } from '../../src/errors.ts'
import { languageOf } from '../../src/language/definition.ts'
import { multilingualFactory } from '../../src/language/reopen-multilingual.ts'
import { english } from '../../src/languages/english/english.ts'
import { french } from '../../src/languages/french/french.ts'
import { unicodeLanguage } from '../../src/languages/unicode/unicode.ts'

const languages = [french, english, unicodeLanguage, multilingualFactory] as never[]

const OPTIONS = [
  ...['stopWords', 'synonyms', 'synonymWeight', 'exceptions', 'variants', 'wordList', 'split', 'dateOrder'],
  ...['locale', 'languages', 'field', 'default', 'stemmer', 'unheard-of', '__proto__'],
]
const ATOMS = [null, 0, -1, 1e300, true, false, '', 'mot', [], {}]
const SHAPES = [
  ...ATOMS,
  ...ATOMS.flatMap(atom => [
    [atom],
    [[atom]],
    { mot: atom },
    [{ from: atom, to: ['mot'] }],
    [{ from: 'mot', to: atom }],
  ]),
  ...ATOMS.flatMap(atom => [{ added: atom, removed: [] }, { added: [], removed: atom }, [{ tag: 'fr', name: atom }]]),
]

test.each(['french', 'english', 'unicode', 'multilingual'])('%s', name => {
  const definitions = [
    // That options are an object is checked when the file is opened.
    ...SHAPES.filter(options => typeof options === 'object' && options !== null && !Array.isArray(options)).map(
      options => ({ options }),
    ),
    ...OPTIONS.flatMap(option =>
      SHAPES.map(value => ({ options: JSON.parse(`{"${option}":${JSON.stringify(value)}}`) })),
    ),
  ]
  for (const definition of definitions) {
    try {
      languageOf({ name, version: '1.0', ...definition } as never, { languages })
    } catch (error) {
      const isTyped = error instanceof CorruptIndexError || error instanceof MissingLanguageError
      expect(isTyped, `${JSON.stringify(definition)}: ${error instanceof Error ? error.stack : error}`).toBe(true)
    }
  }
})
