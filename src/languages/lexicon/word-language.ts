/** Composes a language of the library from its rules, its lists and the user's options. */

import type { OptionNames } from '../../check-options.ts'
import { InvalidOptionError } from '../../errors.ts'
import { type LanguageFactory, type Stemmer, stemmerOf } from '../../language/definition.ts'
import type { Json, Language, LanguageDefinition, RelatedWord, WordLookUp } from '../../language/language.ts'
import { RecentMap } from '../../recent-map.ts'
import { TokenKind, TokenList } from '../../text/token.ts'
import type { ValueReader } from '../../text/value-reader.ts'
import { QUESTION_WORD_WEIGHT, SYNONYM_WEIGHT } from '../../weights.ts'
import { type RelatedWordSource, RelatedWords, type SynonymEntry } from './related.ts'
import {
  checkWordOptions,
  checkWords,
  definitionOptions,
  optionsOfDefinition,
  type WordOptions,
} from './word-options.ts'

/** The parts of a language of the library. */
export interface LanguageMaterial<Options extends WordOptions>
  extends Pick<Language, 'clues' | 'droppedElision' | 'operators' | 'orthography'> {
  name: string
  /** The versions of the code and of the lists. */
  rules: number
  data: number
  /** The hash by which files refer to the package's word list, and the list, if it is available. */
  wordListHash: string
  installedWordList(): WordLookUp | undefined
  optionNames: OptionNames<Options>
  /** Checks the language's specific options. @throws InvalidOptionError */
  checkOwnOptions?(options: Options): void
  /** The part of these that a file stores. Default: nothing. */
  ownOptions?(options: Options): Record<string, Json | undefined>
  /** Creates the tokenizer of texts and queries. */
  tokenizer(options: Options): (text: string, tokens: TokenList, isQuestion: boolean) => void
  /** The class of a word, given the stemmer. */
  wordKey(word: string, stem: (word: string) => string): string
  stem(word: string): string
  defaultStopWords(): ReadonlySet<string>
  /** The stop words for comparison, with their other spellings. */
  spelledStopWords(stopWords: Iterable<string>): ReadonlySet<string>
  /** The question words. */
  questionWords(): ReadonlySet<string>
  /** Whether the lists have the word, so that it is not misspelt. */
  isInTables(word: string): boolean
  /** `Language.classWeight` of two different words. */
  classWeight(asked: string, found: string, isStopWord: (word: string) => boolean): number
  relatedByMeaning(word: string): RelatedWord[]
  listedWords(key: (word: string) => string, read: (text: string) => SynonymEntry): RelatedWordSource
  /** How dates and numbers are written. Default: language-neutral. */
  valuesOf?(options: Options): ValueReader
  typographyOf(related: (word: string) => readonly RelatedWord[]): Language['typography']
}

/** A language with its current stop words. */
export interface WordLanguage extends Language {
  /** The current stop words, with their other spellings. */
  readonly stopWords: ReadonlySet<string>
}

/** The factory of a language. */
export function wordLanguage<Options extends WordOptions>(
  material: LanguageMaterial<Options>,
): ((options?: Options) => WordLanguage) & LanguageFactory<Options> {
  const make = (options: Options = {} as Options) => makeLanguage(material, options)
  return Object.assign(make, {
    languageName: material.name,
    reopen: (definition: LanguageDefinition, stemmers: readonly Stemmer[]) => {
      const stemmer = stemmerOf(definition, stemmers)
      const options = { ...optionsOfDefinition(definition.options), ...(stemmer && { stemmer }) } as Options
      return makeLanguage(material, options, { hash: definition.wordList })
    },
  })
}

/** `ofFile`: the word list that a file refers to, if any. */
function makeLanguage<Options extends WordOptions>(
  material: LanguageMaterial<Options>,
  options: Options,
  ofFile?: { hash: string | undefined },
): WordLanguage {
  const { name, rules, data, wordListHash, wordKey, classWeight, relatedByMeaning } = material
  checkWordOptions(name, options, material.optionNames)
  material.checkOwnOptions?.(options)
  const { hash: listHash } = ofFile ?? { hash: hashOfList(options, wordListHash) }
  const { stemmer } = options
  const stem = stemmer === undefined ? material.stem : (word: string) => stemmer.stem(word)
  const exceptions = new Map(
    Object.entries(options.exceptions ?? {}).map(([from, to]) => [from.toLowerCase(), to.toLowerCase()]),
  )
  const key = remembered((word: string): string => wordKey(exceptions.get(word) ?? word, stem))
  const isInTables = remembered((word: string): boolean => material.isInTables(word))
  const chosen = options.stopWords && chosenStopWords(options.stopWords, material.defaultStopWords)
  const ownStopWords = chosen && material.spelledStopWords(chosen)
  const givenOptions = definitionOptions(options, chosen, material.defaultStopWords, material.ownOptions?.(options))
  const definition: LanguageDefinition = {
    name,
    rules,
    data,
    ...(stemmer && { stemmer: { name: stemmer.name, version: stemmer.version } }),
    ...(listHash !== undefined && { wordList: listHash }),
    ...(Object.keys(givenOptions).length > 0 && { options: givenOptions }),
  }
  // Built on first use, so that opening an index waits for neither.
  const stopWords = once(() => ownStopWords ?? material.spelledStopWords(material.defaultStopWords()))
  const isStopWord = (word: string): boolean => stopWords().has(word)
  const synonymWeight = options.synonymWeight ?? SYNONYM_WEIGHT
  const tokenize = material.tokenizer(options)
  const values = material.valuesOf?.(options)

  const speak = (related: () => RelatedWords): WordLanguage => ({
    definition,
    classOptions: ['exceptions'],
    get stopWords() {
      return stopWords()
    },
    tokenize: (text, tokens) => tokenize(text, tokens, false),
    tokenizeQuery: (text, tokens) => tokenize(text, tokens, true),
    key,
    isStopWord,
    isKnownWord: word => isStopWord(word) || isInTables(word),
    wordList: () => {
      if (options.wordList !== undefined) return options.wordList || undefined
      return listHash === wordListHash ? material.installedWordList() : undefined
    },
    ...(material.droppedElision && { droppedElision: material.droppedElision }),
    queryWeight: word => (material.questionWords().has(word) ? QUESTION_WORD_WEIGHT : 1),
    classWeight: (asked, found) => (asked === found ? 1 : classWeight(asked, found, isStopWord)),
    related: word => related().of(word, relatedByMeaning(word)),
    phrasesFrom: key => related().phrasesFrom(key),
    clues: material.clues,
    operators: material.operators,
    typography: material.typographyOf(word => related().of(word, relatedByMeaning(word))),
    orthography: material.orthography,
    ...(values && { values }),
    withSynonyms: more => {
      checkWordOptions(name, { synonyms: more } as Options, material.optionNames)
      return speak(once(() => related().withSynonyms(more, synonymWeight)))
    },
  })
  return speak(
    once(() => {
      const read = (text: string) => readEntry(text, tokenize, isStopWord)
      const related = new RelatedWords(key, read, material.listedWords(key, read))
      for (const group of options.variants ?? []) {
        const words = group.map(word => word.toLowerCase())
        related.addGroup(words, 1, 'variant')
      }
      related.addSynonyms(options.synonyms ?? [], synonymWeight)
      return related
    }),
  )
}

/** The hash by which a file refers to the word list. */
function hashOfList({ wordList }: WordOptions, hash: string): string | undefined {
  return wordList === undefined ? hash : wordList === false ? undefined : wordList?.hash
}

/** The size of the cache, about 100 bytes per word. Queries repeat words and their related words at each letter typed. */
const REMEMBERED_WORDS = 4096

/** A function of words with a cache of the most recent results. */
function remembered<T extends string | boolean>(of: (word: string) => T): (word: string) => T {
  const recent = new RecentMap<string, T>(REMEMBERED_WORDS)
  // The key is a new string: the word may be a slice of its text, and would keep all of that in memory.
  return word => recent.get(`${word} `, () => of(word))
}

/** Creates a value on first use. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function chosenStopWords(
  stopWords: NonNullable<WordOptions['stopWords']>,
  defaults: () => ReadonlySet<string>,
): string[] {
  const words = typeof stopWords === 'function' ? stopWords(defaults()) : stopWords
  if (typeof words === 'string' || typeof words?.[Symbol.iterator] !== 'function') {
    throw new InvalidOptionError('stopWords', words, 'an array of words, or a function that returns one')
  }
  // Read once, because it may be an iterator.
  const list = [...words]
  checkWords('stopWords', list)
  return list.map(word => word.toLowerCase().replaceAll('’', "'"))
}

/** Reads an entry of the options, without elided words. */
function readEntry(
  text: string,
  tokenize: (text: string, tokens: TokenList, isQuestion: boolean) => void,
  isStopWord: (word: string) => boolean,
): SynonymEntry {
  const tokens = new TokenList()
  tokenize(text, tokens, false)
  const wholes: string[] = []
  const parts: string[] = []
  let covered = 0
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kinds[i] === TokenKind.elision) continue
    const word = tokens.words[i]
    if (tokens.spans[i] === 1) parts.push(word)
    if (tokens.positions[i] < covered) continue
    wholes.push(word)
    covered = tokens.positions[i] + tokens.spans[i]
  }
  const contentOf = (words: string[]) => {
    const content = words.filter(word => !isStopWord(word))
    return content.length > 0 ? content : words
  }
  return { text, wholes: contentOf(wholes), parts: contentOf(parts) }
}
