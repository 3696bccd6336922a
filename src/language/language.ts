/** The interface of a language: how it reads a text, which words share a class, which words are related. */
import type { TokenList } from '../text/token.ts'
import type { ValueReader } from '../text/value-reader.ts'
import type { LanguageClues } from './detect-language.ts'
import type { Operators, Orthography, Typography } from './writing.ts'

/** How one word of the index relates to a word of the question, strongest first. */
export type Relation = 'same' | 'accents' | 'stem' | 'variant' | 'synonym' | 'family' | 'prefix' | 'typo'

/** What the list of a language's words knows of one. */
export interface ListedWord {
  /** How often people write it: 0 hardly ever, 1 below 1 in a million words, 2 below 10, 3 more. */
  frequency: number
  /** It is a name of a person, a place, a brand; some names are words as well. */
  isName: boolean
}

/** The list of a language's words, which corrections are checked against. */
export interface WordLookUp {
  /**
   * Tells lists apart. A file names the list that its corrections were checked against by it, and only a list with this hash is used with the file. A list without a hash
   * is named by no file.
   */
  readonly hash?: string | undefined
  /** What the list knows of a word; undefined if it is not a word of the language. Accents, hyphens and apostrophes do not count. */
  lookUp(word: string): ListedWord | undefined
}

/** Another word that a question word stands for. */
export interface RelatedWord {
  /** A word as the dictionary writes it. Its whole class is meant when `wholeClass` is true. */
  word: string
  wholeClass: boolean
  /** How much one occurrence counts beside one of the question's own word, in (0, 1]. */
  weight: number
  relation: Relation
}

/** Words that together mean what other words mean: who asks for all of `from`, side by side, also gets what holds all of `to`. */
export interface PhraseSynonym {
  /** Keys of classes. */
  from: readonly string[]
  /** Words as the dictionary writes them; their whole classes are meant. */
  to: readonly string[]
  /** How much they count beside the words asked for, in (0, 1]. */
  weight: number
}

/** Words that mean the same; each stands for all the others. */
export type SynonymGroup = readonly string[]

/** A synonym in one direction: who asks for `from` also gets `to`, at a lower weight. */
export interface OneWaySynonym {
  from: string | readonly string[]
  to: string | readonly string[]
}

/** Synonyms as people give them. */
export type Synonyms = readonly (SynonymGroup | OneWaySynonym)[]

/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** A language as a file describes it: which code and which word lists read the texts, and everything that the user gave. */
export interface LanguageDefinition {
  readonly name: string
  /** The version of the code that makes tokens and class keys. */
  readonly rules: number
  /** The version of the word lists that decide on class keys and stop words. */
  readonly data: number
  readonly stemmer?: { readonly name: string; readonly version: number }
  /** The hash of the list of words that corrections are checked against; without it, no list of the library is used. */
  readonly wordList?: string
  /** The options that the language was made with, as JSON; none for the defaults. */
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
