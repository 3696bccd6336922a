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

/** Words that mean the same: each finds all the others. An entry may have several words: `['SMIC', 'salaire minimum']`. */
export type SynonymGroup = readonly string[]

/** A synonym in one direction: a query with `from` also finds `to`, at a lower weight, but not the other way round. */
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
  /** The name and version of a stemmer of one's own; absent if there is none. */
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
  /** What a file keeps of the language: its name, its versions, and what the user gave. */
  readonly definition: LanguageDefinition
  /** The options of the definition that decide on class keys: files that differ in them are regrouped. Default: none. */
  readonly classOptions?: readonly string[]
  /**
   * Reads a text of a document: appends its tokens to `tokens`, which the caller has cleared. Never throws. The words of elisions, and no others, end
   * with an apostrophe (`l'`). It only appends: the list of an index keeps no words that could be read back. To change what another language
   * reads, have that fill a `TokenList` of your own.
   */
  tokenize(text: string, tokens: TokenList): void
  /**
   * Reads a query: as `tokenize`, and forgiving where people type in haste (`rue de l abbaye`). Never throws.
   */
  tokenizeQuery(text: string, tokens: TokenList): void
  /** The class of a dictionary word: words with equal keys are inflections or spellings of one another. */
  key(word: string): string
  /** Whether a dictionary word is a stop word: indexed, but dropped from a question where something else is left, and not counted in lengths. */
  isStopWord(word: string): boolean
  /** Whether the language is sure that this is a word of its own: it is never taken for a typo of another one, even where no document has it. */
  isKnownWord(word: string): boolean
  /**
   * The list of the language's words; undefined if it is not there, and then nothing is corrected or split. Default: the language has no such list. What no
   * document has is corrected then, and nothing is split.
   */
  wordList?(): WordLookUp | undefined
  /** The elided word that a word begins with if its apostrophe was left out, and the rest: `l` and `ecole` for `lecole`. Default: none. */
  droppedElision?(word: string): readonly [elided: string, rest: string] | undefined
  /** How much a word of a question counts: 1, less for words that people ask with (`comment`, `bonjour`). */
  queryWeight(word: string): number
  /**
   * How much an occurrence of `found`, a word of the class of `asked`, counts when `asked` was typed: 1, or less for false friends
   * that the class holds together (`pêche` and `péché`).
   */
  classWeight(asked: string, found: string): number
  /** The words beyond its class that a question word stands for: spelling variants, family, synonyms. Best first. */
  related(word: string): readonly RelatedWord[]
  /** The synonyms of several words, on one side or both, whose first word asked for has this key. */
  phrasesFrom(key: string): readonly PhraseSynonym[]
  /** The words with a meaning of their own in typed queries. */
  readonly operators: Operators
  /** How texts are typeset: quotation marks, what a snippet keeps together, sentence ends. */
  readonly typography: Typography
  /** How words are spelled for people to read: capitals, apostrophes. */
  readonly orthography: Orthography
  /** How dates and numbers are written in tables, in front matter, in filters and in queries. Default: as programs write them, or with a decimal comma. */
  readonly values?: ValueReader
  /** The same language with more synonyms, as a question asks for them. @throws InvalidOptionError */
  withSynonyms?(synonyms: Synonyms): Language
  /** What tells texts in this language from others, in an index that has several. Default: nothing; documents name their language then. */
  readonly clues?: LanguageClues | undefined
  /** Of a language that is several: what they are one by one. Default: it is one. */
  readonly several?: Several | undefined
}

/** The languages of an index that has several, as the rest asks for them. `multilingual()` makes them one language. */
export interface Several {
  /** The tags of the languages, in lower case. */
  readonly tags: readonly string[]
  /** The field of a document that holds the tag of its language. */
  readonly field: string
  /** The languages, in the order of their tags. */
  readonly languages: readonly Language[]
  /** The same as they read stored texts: their words and keys are marked. */
  readonly readers: readonly Language[]
  /** The key of a query word as it scores: without the languages in which it is a stop word, if it says something in another. */
  contentKey(word: string): string
  /** Equal for words of a query that are one word to the language of the query, or if that is not known, to all. */
  identityOf(word: string): string
  /** Whether a word of the dictionary is of a language that queries are read in. */
  reads(word: string): boolean
  /** The place of the language that a document is in, by the tag that it names, else by its texts. */
  placeOf(tag: unknown, texts: readonly (readonly string[])[]): number
  /** The texts of a document by field as `tokenize` takes them: they say in which language they are read. */
  markTexts(texts: readonly (readonly string[])[], place: number): readonly (readonly string[])[]
  /** How the language at a place writes dates and numbers. */
  valuesOf(place: number): ValueReader | undefined
  /** The lists of all languages that have one, as one list; undefined if any of them is not there. */
  listsBy(listOf: (language: Language) => WordLookUp | undefined): WordLookUp | undefined
  /** The same index, asked in one language; undefined if it has no such language. */
  only(tag: string): Language | undefined
}
