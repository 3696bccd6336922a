/** The interface of a language: how it reads a text, which words share a class, which words are related. */
import type { TokenList } from '../text/token.ts'
import type { ValueReader } from '../text/value-reader.ts'
import type { LanguageClues } from './detect-language.ts'
import type { Operators, Orthography, Typography } from './writing.ts'

/**
 * How a word of the index relates to a word of the query, the strongest first: the same word; the same without accents; another inflection; a spelling variant; a
 * synonym; a word of the same family; a longer word that starts with it; a word that is one or two edits away.
 */
export type Relation = 'same' | 'accents' | 'stem' | 'variant' | 'synonym' | 'family' | 'prefix' | 'typo'

/** A word of a word list. */
export interface ListedWord {
  /** How frequent it is in texts: `0` hardly ever written, `1` less than once in a million words, `2` less than ten times, `3` more often. */
  frequency: number
  /** Whether it is the name of a person, a place or a brand. Some names are words as well. */
  isName: boolean
}

/** A list of the words of a language: typo tolerance corrects only what is not in it. `WordList.fromBytes()` opens one. */
export interface WordLookUp {
  /**
   * Identifies the list. An index file names its list by this hash, and no other list is used with the file. Without a hash, files do not name the list.
   */
  readonly hash?: string | undefined
  /** Looks up a word; `undefined` if it is not a word of the language. Accents, hyphens and apostrophes do not count. */
  lookUp(word: string): ListedWord | undefined
}

/** An expansion: another word that is searched for a word of the query. */
export interface RelatedWord {
  /** The word, as the dictionary writes it. */
  word: string
  /** Whether its whole conflation class is searched, with all inflections. */
  wholeClass: boolean
  /** The weight of an occurrence, in (0, 1]; one of the query's own word has 1. */
  weight: number
  /** How it relates to the word of the query. */
  relation: Relation
}

/** A synonym of several words: a query that has all of `from`, next to one another, also finds documents that contain all of `to`. */
export interface PhraseSynonym {
  /** The keys of the classes. */
  from: readonly string[]
  /** The words, as the dictionary writes them; their whole classes are searched. */
  to: readonly string[]
  /** Their weight, in (0, 1]; the words of the query have 1. */
  weight: number
}

/**
 * Words that mean the same: each finds all the others. An entry may have several words: `['SMIC', 'salaire minimum']`.
 *
 * @example
 * french({ synonyms: [['SMIC', 'salaire minimum']] })
 */
export type SynonymGroup = readonly string[]

/**
 * A synonym in one direction: a query with `from` also finds `to`, at a lower weight, but not the other way round.
 *
 * @example
 * french({ synonyms: [{ from: 'Brexit', to: 'sortie du Royaume-Uni' }] })
 */
export interface OneWaySynonym {
  /** The words that a query has. */
  from: string | readonly string[]
  /** The words that are found too. */
  to: string | readonly string[]
}

/**
 * Synonyms: groups of words that mean the same, or pairs that hold in one direction. `readSynonyms()` reads them from a file.
 *
 * @example
 * const synonyms: Synonyms = [['voiture', 'automobile'], { from: 'fruit', to: ['pomme', 'poire'] }]
 * const language = french({ synonyms })
 */
export type Synonyms = readonly (SynonymGroup | OneWaySynonym)[]

/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** A language, as a file describes it: which code and which word lists read the texts, and all options. */
export interface LanguageDefinition {
  /** The name of the language, such as `french`. */
  readonly name: string
  /** The version of the code that makes tokens and class keys. */
  readonly rules: number
  /** The version of the word lists that decide on class keys and stop words. */
  readonly data: number
  /** The name and version of a custom stemmer; absent if there is none. */
  readonly stemmer?: { readonly name: string; readonly version: number }
  /** The hash of the word list that corrections are checked against. Absent: no list of the library is used. */
  readonly wordList?: string
  /** The options that the language was made with, as JSON; absent if all have their defaults. */
  readonly options?: { readonly [name: string]: Json }
}

/**
 * A language, as the index sees it. `french()` makes one, `defineLanguage()` a small one; each language of the library is a folder of `languages/`.
 *
 * All methods are pure: the same input always gives the same answer. None needs `this`. `test/contract/language.test.ts` is what a language promises.
 */
export interface Language {
  /** What an index file stores about the language: its name, its versions and its options. */
  readonly definition: LanguageDefinition
  /** The options of the definition that decide on class keys: files that differ in them are regrouped. Default: none. */
  readonly classOptions?: readonly string[]
  /**
   * Reads a text of a document: appends its tokens to `tokens`, which the caller has cleared. Never throws. Elided words, and no others, end with an
   * apostrophe (`l'`). Only append to `tokens`: words cannot be read back from it. To change the tokens of another language, let that language fill a
   * `TokenList` of your own first.
   */
  tokenize(text: string, tokens: TokenList): void
  /**
   * Reads a query like `tokenize`, and also accepts hasty spellings: a space instead of an apostrophe (`rue de l abbaye`). Never throws.
   */
  tokenizeQuery(text: string, tokens: TokenList): void
  /** The class of a dictionary word: words with equal keys are inflections or spellings of one another. */
  key(word: string): string
  /** Whether a dictionary word is a stop word: indexed, but ignored in queries that have other words, and not counted in the lengths of texts. */
  isStopWord(word: string): boolean
  /** Whether this is certainly a word of the language. It is then never corrected, even if no document contains it. */
  isKnownWord(word: string): boolean
  /**
   * Returns the word list of the language; `undefined` if the list is not available, and then nothing is corrected or split. Default: the language has no word
   * list. Words that no document contains are then corrected, and nothing is split.
   */
  wordList?(): WordLookUp | undefined
  /** If a word starts with an elided word without its apostrophe: the elided word and the rest, `l` and `ecole` for `lecole`. Default: none. */
  droppedElision?(word: string): readonly [elided: string, rest: string] | undefined
  /** How much a word of a query counts: 1, or less for question words (`comment`, `bonjour`). */
  queryWeight(word: string): number
  /**
   * How much an occurrence of `found` counts if the query has `typed`, a word of the same class: 1, or less if the words of the class are not forms of one
   * word (`pêche` and `péché`).
   */
  classWeight(typed: string, found: string): number
  /** The other words that a word of a query also finds, outside its class: spelling variants, families, synonyms. Best first. */
  related(word: string): readonly RelatedWord[]
  /** The synonyms of several words, on one side or both, that start with a word of this class. */
  phrasesFrom(key: string): readonly PhraseSynonym[]
  /** The words with a meaning of their own in typed queries. */
  readonly operators: Operators
  /** How texts are typeset: quotation marks, what a snippet keeps together, sentence ends. */
  readonly typography: Typography
  /** How words are spelled for people to read: capitals, apostrophes. */
  readonly orthography: Orthography
  /** How dates and numbers are written in tables, in front matter, in filters and in queries. Default: as programs write them, or with a decimal comma. */
  readonly values?: ValueReader
  /** Returns the same language with more synonyms, those of a single query. @throws InvalidOptionError */
  withSynonyms?(synonyms: Synonyms): Language
  /** What distinguishes texts in this language from others, in an index with several languages. Default: nothing; documents must then name their language. */
  readonly clues?: LanguageClues | undefined
  /** The languages that a multilingual language combines. Default: none; it is a single language. */
  readonly several?: Several | undefined
}

/** The languages of a multilingual index. `multilingual()` combines them into one language. */
export interface Several {
  /** The tags of the languages, in lower case. */
  readonly tags: readonly string[]
  /** The field of a document that contains the tag of its language. */
  readonly field: string
  /** The languages, in the order of their tags. */
  readonly languages: readonly Language[]
  /** The same languages for reading stored texts: their words and keys carry the mark of the language. */
  readonly readers: readonly Language[]
  /** The key that a query word scores with: without the languages in which it is a stop word, if it is a content word in another. */
  contentKey(word: string): string
  /** A string that is equal for words of a query that are the same word in the language of the query or, if that is unknown, in all languages. */
  identityOf(word: string): string
  /** Whether a word of the dictionary belongs to a language that queries are read in. */
  reads(word: string): boolean
  /** The position in `languages` of the language of a document, determined by its tag, otherwise by its texts. */
  placeOf(tag: unknown, texts: readonly (readonly string[])[]): number
  /** The texts of a document by field, marked with the language at this position, as `tokenize` expects them. */
  markTexts(texts: readonly (readonly string[])[], place: number): readonly (readonly string[])[]
  /** How the language at this position writes dates and numbers. */
  valuesOf(place: number): ValueReader | undefined
  /** The word lists of all languages that have one, as a single list; `undefined` if any of them is not available. */
  listsBy(listOf: (language: Language) => WordLookUp | undefined): WordLookUp | undefined
  /** The language for searching in one of the languages only; `undefined` if there is none with this tag. */
  only(tag: string): Language | undefined
}
