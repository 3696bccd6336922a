/** Turns the language settings of a configuration into the language of an index. */
import {
  type FrenchOptions,
  french,
  type Language,
  type LanguageChoices,
  languageOfTags,
  type Synonyms,
} from '../index.ts'

/** The settings. */
export interface LanguageSettings {
  languages?: readonly string[] | LanguageChoices | undefined
  /** The options of French, if `languages` has none for it. */
  french?: FrenchOptions | undefined
  /** More synonyms, for each language that has any: French and English. */
  synonyms?: Synonyms | undefined
}

/** The result. */
export interface ChosenLanguages {
  /** Undefined for French without options. */
  language: Language | undefined
  /** The languages with their options; undefined if the configuration names none. */
  choices: LanguageChoices | undefined
  /** Their tags, for `readDocuments()`. */
  tags: readonly string[] | undefined
}

/** @throws InvalidOptionError for invalid tags or options */
export function chooseLanguages({ languages, french: options, synonyms = [] }: LanguageSettings): ChosenLanguages {
  const extended = <Options extends { synonyms?: Synonyms | undefined }>(own: Options | undefined) =>
    synonyms.length === 0 ? own : { ...own, synonyms: [...(own?.synonyms ?? []), ...synonyms] }
  if (languages === undefined) {
    const all = extended(options)
    return { language: all && french(all), choices: undefined, tags: undefined }
  }
  const named = isList(languages) ? Object.fromEntries(languages.map(tag => [tag, {}])) : languages
  const isFrench = (tag: string) => /^fr(?:-|$)/i.test(tag)
  const entries = Object.entries(named).map(([tag, own]): [string, LanguageChoices[string]] => {
    const isGiven = own !== undefined && Object.keys(own).length > 0
    const chosen = isGiven || !isFrench(tag) ? own : options
    return [tag, hasSynonyms(tag) ? extended(chosen as FrenchOptions | undefined) : chosen]
  })
  const choices = Object.fromEntries(entries)
  return { language: languageOfTags(choices), choices, tags: Object.keys(choices) }
}

/** Whether the language of a tag has synonyms: those that `unicodeLanguage()` reads have none. */
export function hasSynonyms(tag: string): boolean {
  return /^(?:en|fr)(?:-|$)/i.test(tag)
}

function isList(languages: readonly string[] | LanguageChoices): languages is readonly string[] {
  return Array.isArray(languages)
}
