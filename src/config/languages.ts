/** Turns the language settings of a configuration into the language of an index. */
import { type FrenchOptions, french, type Language, type LanguageChoices, languageOfTags } from '../index.ts'

/** The settings. */
export interface LanguageSettings {
  languages?: readonly string[] | LanguageChoices | undefined
  /** The options of French, if `languages` has none for it. */
  french?: FrenchOptions | undefined
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
export function chooseLanguages({ languages, french: options }: LanguageSettings): ChosenLanguages {
  if (languages === undefined) {
    return { language: options && french(options), choices: undefined, tags: undefined }
  }
  const named = isList(languages) ? Object.fromEntries(languages.map(tag => [tag, {}])) : languages
  const isFrench = (tag: string) => /^fr(?:-|$)/i.test(tag)
  const entries = Object.entries(named).map(([tag, own]): [string, LanguageChoices[string]] => {
    const isGiven = own !== undefined && Object.keys(own).length > 0
    return [tag, isGiven || !isFrench(tag) ? own : options]
  })
  const choices = Object.fromEntries(entries)
  return { language: languageOfTags(choices), choices, tags: Object.keys(choices) }
}

function isList(languages: readonly string[] | LanguageChoices): languages is readonly string[] {
  return Array.isArray(languages)
}
