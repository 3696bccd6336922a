/** The language that a query is read in: one or all languages of the index, with the operators and synonyms of the query. */
import { checkOptions, excludedOption, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Language, Synonyms } from '../language/language.ts'
import { checkOperators } from '../language/language-members.ts'
import type { UserOperators } from './search-options.ts'

/** The language that a query is read in: the requested one of the index, with the synonyms of the query. @throws InvalidOptionError */
export function languageWith(
  { language: tag, operators, synonyms }: { language?: unknown; operators?: unknown; synonyms?: Synonyms | undefined },
  ofIndex: Language,
): Language {
  const asked = tag === undefined ? ofIndex : onlyLanguage(tag, ofIndex)
  const language = operators === undefined ? asked : withOperators(operators, asked)
  if (synonyms === undefined) return language
  if (language.withSynonyms !== undefined) return language.withSynonyms(synonyms)
  throw excludedOption('synonyms', synonyms, `the language "${language.definition.name}" does not support synonyms`)
}

/** The language of an index with a tag. */
function onlyLanguage(tag: unknown, { several }: Language): Language {
  const language = typeof tag === 'string' ? several?.only(tag) : undefined
  if (language !== undefined) return language
  if (several === undefined) throw excludedOption('language', tag, 'the index has only one language')
  throw new InvalidOptionError('language', tag, `one of: ${several.tags.join(', ')}`)
}

const OPERATOR_OPTIONS: OptionNames<UserOperators> = { and: 1, or: 1 }

/** By language, the same with more operators. Caching it with the language keeps what the language caches. */
const withMore = new WeakMap<Language, Map<string, Language>>()

function withOperators(given: unknown, language: Language): Language {
  checkOptions(given, OPERATOR_OPTIONS, 'operators', "an object such as { and: ['ET'], or: ['OU'] }")
  const { and = [], or = [] }: UserOperators = given
  const { operators } = language
  const isKnown = and.every(word => operators.and.includes(word)) && or.every(word => operators.or.includes(word))
  if (isKnown) return language
  const more = checkOperators({ ...operators, and: [...operators.and, ...and], or: [...operators.or, ...or] })
  const key = JSON.stringify([and, or])
  const known = withMore.get(language) ?? new Map<string, Language>()
  withMore.set(language, known)
  // Not a copy, because getters of a language may be expensive.
  const extended = known.get(key) ?? (Object.create(language, { operators: { value: more } }) as Language)
  known.set(key, extended)
  return extended
}
