/**
 * Combines several languages into one: each document is read in its own, and a query in all of them. Dictionary words carry the mark of their language, so each
 * language has its classes. A query word finds its classes in all languages together, with one frequency.
 */
import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { fold } from '../text/fold.ts'
import { bare, isMarked, MOST_LANGUAGES, markOf, partsOfQueryWord, placeOf, separate } from '../text/language-mark.ts'
import { combineLists } from './combine-lists.ts'
import { combineOrthography, combineTypography } from './combine-writing.ts'
import { detectLanguage } from './detect-language.ts'
import type { Json, Language, LanguageDefinition, PhraseSynonym, Several } from './language.ts'
import { markedLanguage, readMarkedText } from './marked-language.ts'
import { type PlacedLanguage, readInAll } from './query-readings.ts'

/**
 * Languages by the BCP 47 tags of their documents: `{ en: english(), fr: french() }`.
 *
 * @example
 * new SearchIndex<Article>({ fields: ['title'], language: { en: english(), fr: french() } })
 */
export interface LanguagesByTag {
  readonly [tag: string]: Language
}

/**
 * The options of `multilingual()`. None of them is needed.
 *
 * @example
 * multilingual({ en: english(), fr: french() }, { field: 'locale', default: 'fr' })
 */
export interface MultilingualOptions {
  /** The field of a document that has the tag of its language: `fr`, or `fr-CA`. Default: `'lang'`. */
  field?: string | undefined
  /** The tag of the language of documents that name none, or another one, and whose texts do not show it either. Default: the first. */
  default?: string | undefined
}

export const MULTILINGUAL_NAME = 'multilingual'

const OPTIONS: OptionNames<MultilingualOptions> = { field: 1, default: 1 }
const TAG = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/

/**
 * Combines several languages, for an index that has documents in each of them. Each document is read in its own language, and a query in all of them. The option
 * `language` of an index also takes the languages by tag as they are; use this function if documents name their language in another field than `lang`.
 *
 * @param languages from 2 to 24 languages by tag. If a query can be read in several, the first decides.
 * @throws InvalidOptionError for a wrong tag, and for fewer than 2 or more than 24 languages
 * @example
 * const language = multilingual({ en: english(), fr: french() }, { field: 'locale' })
 * const index = new SearchIndex({ fields: ['title', 'body'], language })
 * index.add({ id: 1, title: 'The truce', body: 'In Tripoli', locale: 'en' })
 */
export function multilingual(languages: LanguagesByTag, options: MultilingualOptions = {}): Language {
  checkOptions(options, OPTIONS)
  const entries = Object.entries(languages).map(([tag, language]) => [tag.toLowerCase(), language] as const)
  const tags = entries.map(([tag]) => tag)
  if (entries.length < 2 || entries.length > MOST_LANGUAGES || new Set(tags).size < tags.length) {
    throw new InvalidOptionError('language', languages, `2 to ${MOST_LANGUAGES} languages, each with its own tag`)
  }
  for (const [tag, language] of entries) {
    if (!TAG.test(tag)) throw new InvalidOptionError('language', tag, 'a BCP 47 language tag, such as "tr" or "pt-BR"')
    if (language.several !== undefined) throw new InvalidOptionError(`language.${tag}`, language, 'one language')
  }
  const { field = 'lang', default: fallback = tags[0] } = options
  if (typeof field !== 'string' || field === '') throw new InvalidOptionError('field', field, 'a field name')
  const spare = tags.indexOf(String(fallback).toLowerCase())
  if (spare === -1) throw new InvalidOptionError('default', fallback, `one of: ${tags.join(', ')}`)
  const all = entries.map(([, language], place) => ({ language, place }))
  return compose(all, { all, tags, field, spare })
}

interface Composition {
  all: readonly PlacedLanguage[]
  tags: readonly string[]
  field: string
  /** The index of the default language. */
  spare: number
}

/** The language that reads documents in all languages, and queries in those that are `active`. */
function compose(active: readonly PlacedLanguage[], composition: Composition): Language {
  const { all } = composition
  const readers = all.map(({ language, place }) => markedLanguage(language, place))
  const languageAt = (place: number) => active.find(other => other.place === place)?.language

  /** The readings of a word: a dictionary word in its language, a query word in all languages that read it. */
  const readingsOf = (word: string) => {
    const { readings, lead } = partsOfQueryWord(word)
    const read = (place: number, reading: string) => {
      const language = languageAt(place)
      return language === undefined
        ? []
        : [{ language, place, word: reading, isStopWord: reading === '' || isStopWord(language, reading) }]
    }
    const found =
      readings.length === 0
        ? active.flatMap(({ place }) => read(place, bare(word)))
        : readings.flatMap(part => (isMarked(part) ? read(placeOf(part.slice(-1)), part.slice(0, -1)) : []))
    return { found, ofLead: found.find(({ place }) => place === lead) }
  }
  /** Without stop words, if any other reading remains. */
  const contentOf = (word: string) => {
    const { found, ofLead } = readingsOf(word)
    const content = found.filter(({ isStopWord }) => !isStopWord)
    return content.length === 0 || ofLead?.isStopWord ? found : content
  }
  const joinKeys = (readings: ReturnType<typeof contentOf>) =>
    readings.map(({ place, word }) => readers[place].key(word + markOf(place))).join('')
  const several = severalOf(readers, active, composition, {
    contentKey: word => joinKeys(contentOf(word)),
    identityOf: word => {
      const { ofLead } = readingsOf(word)
      return joinKeys(ofLead === undefined ? contentOf(word) : [ofLead])
    },
  })
  const phrases = new Map<string, readonly PhraseSynonym[]>()
  const phrasesFrom = (key: string) => {
    let known = phrases.get(key)
    if (known === undefined) phrases.set(key, (known = readers[placeOf(key.slice(-1))]?.phrasesFrom(key) ?? []))
    return known
  }
  return {
    definition: definitionOf(composition),
    classOptions: ['languages'],
    several,
    tokenize: (text, tokens) => {
      const place = placeOf(text)
      if (all[place] !== undefined) readMarkedText(text, markOf(place), all[place].language, tokens)
      else readInAll(text, active, 'tokenize', tokens)
    },
    tokenizeQuery: (text, tokens) => readInAll(text, active, 'tokenizeQuery', tokens),
    key: word => joinKeys(readingsOf(word).found),
    isStopWord: word => {
      const { found, ofLead } = readingsOf(word)
      return ofLead === undefined ? found.every(({ isStopWord }) => isStopWord) : ofLead.isStopWord
    },
    isKnownWord: word => readingsOf(word).found.some(({ language, word }) => language.isKnownWord(word)),
    queryWeight: word => {
      const { ofLead } = readingsOf(word)
      const weights = (ofLead === undefined ? contentOf(word) : [ofLead]).map(({ language, word }) =>
        language.queryWeight(word),
      )
      return weights.length === 0 ? 1 : Math.max(...weights)
    },
    classWeight: (asked, found) => {
      if (asked === found) return 1
      const { found: readings } = readingsOf(asked)
      const place = isMarked(found) ? placeOf(found.slice(-1)) : -1
      const weights = readings
        .filter(reading => place === -1 || reading.place === place)
        .map(({ language, word }) => language.classWeight(word, bare(found)))
      return Math.max(0, ...weights)
    },
    related: word => contentOf(word).flatMap(({ place, word }) => readers[place].related(word)),
    phrasesFrom: key => separate(key).flatMap(phrasesFrom),
    droppedElision: word => {
      for (const { language } of active) {
        const parts = language.droppedElision?.(word)
        if (parts !== undefined) return parts
      }
      return undefined
    },
    ...(active.some(({ language }) => language.wordList !== undefined) && {
      wordList: () => several.listsBy(({ wordList }) => wordList?.()),
    }),
    operators: {
      and: unique(active.flatMap(({ language }) => language.operators.and)),
      or: unique(active.flatMap(({ language }) => language.operators.or)),
      neverExcluded: unique(active.flatMap(({ language }) => language.operators.neverExcluded)),
    },
    typography: combineTypography(active.map(({ language }) => language.typography)),
    orthography: combineOrthography(active[0].language.orthography),
    values: {
      readDate: text => firstOf(active, ({ values }) => values?.readDate(text)),
      readNumber: text => firstOf(active, ({ values }) => values?.readNumber(text)),
    },
    ...(all.some(({ language }) => language.withSynonyms !== undefined) && {
      withSynonyms: synonyms => {
        const more = all.map(({ language, place }) => ({
          language: language.withSynonyms?.(synonyms) ?? language,
          place,
        }))
        return compose(
          active.map(({ place }) => more[place]),
          { ...composition, all: more },
        )
      },
    }),
  }
}

/** Also for a language without accents: in English, `thé` is `the`. */
function isStopWord({ isStopWord, clues }: Language, word: string): boolean {
  return isStopWord(word) || (clues !== undefined && clues.letters === undefined && isStopWord(fold(word)))
}

/** What the core needs from a combined language. */
function severalOf(
  readers: readonly Language[],
  active: readonly PlacedLanguage[],
  composition: Composition,
  keys: Pick<Several, 'contentKey' | 'identityOf'>,
): Several {
  const { all, tags, field, spare } = composition
  const alone = new Map<number, Language>()
  const clues = all.map(({ language }) => language.clues)
  const placeOfTag = (tag: unknown): number => {
    const [wanted] = [tag].flat()
    if (typeof wanted !== 'string') return -1
    const plain = wanted.trim().toLowerCase().replaceAll('_', '-')
    if (tags.includes(plain)) return tags.indexOf(plain)
    return tags.findIndex(other => other.split('-')[0] === plain.split('-')[0])
  }
  return {
    tags,
    field,
    languages: all.map(({ language }) => language),
    readers,
    ...keys,
    reads: word => active.some(({ place }) => word.endsWith(markOf(place))),
    placeOf: (tag, texts) => {
      const named = placeOfTag(tag)
      if (named !== -1) return named
      const isTold = tag !== undefined && tag !== null && tag !== ''
      const detected = isTold ? -1 : detectLanguage(texts.flat().join('\n'), clues)
      return detected === -1 ? spare : detected
    },
    markTexts,
    valuesOf: place => all[place].language.values,
    listsBy: listOf =>
      combineLists(active.flatMap(({ language }) => (language.wordList === undefined ? [] : [listOf(language)]))),
    only: tag => {
      const place = placeOfTag(tag)
      if (place === -1) return undefined
      let language = alone.get(place)
      if (language === undefined) alone.set(place, (language = compose([all[place]], composition)))
      return language
    },
  }
}

/** The texts of a document by field, each after the mark of its language. The first has it twice, so that the mark is a word of the document. */
function markTexts(texts: readonly (readonly string[])[], place: number): string[][] {
  const mark = markOf(place)
  const marked = texts.map(ofField => ofField.map(text => mark + text))
  if (marked.length > 0) marked[0][0] = mark + (marked[0][0] ?? mark)
  return marked
}

function definitionOf({ all, tags, field, spare }: Composition): LanguageDefinition {
  const languages = all.map(({ language }, place) => ({ tag: tags[place], ...language.definition }))
  const options = { languages: languages as unknown as Json, field, ...(spare > 0 && { default: tags[spare] }) }
  return { name: MULTILINGUAL_NAME, rules: 1, data: 0, options }
}

function firstOf<T>(languages: readonly PlacedLanguage[], read: (language: Language) => T | undefined): T | undefined {
  for (const { language } of languages) {
    const value = read(language)
    if (value !== undefined) return value
  }
  return undefined
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)]
}
