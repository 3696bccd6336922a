/** French, as the index sees it: `french()` composes the tokenizer, the class keys, the stop words and the related words. */

import { InvalidOptionError } from '../errors.ts'
import { fold } from '../text/fold.ts'
import { hash } from '../text/hash.ts'
import type { Language } from '../text/language.ts'
import { TokenKind, TokenList } from '../text/token.ts'
import { ACRONYMS } from './acronyms.ts'
import { droppedElision } from './elision.ts'
import { inflectionWeight, isInTables, relatedByMeaning, stemKey } from './inflection.ts'
import { installedWordList } from './installed-word-list.ts'
import { checkFrenchOptions, checkWords, type FrenchOptions } from './options.ts'
import { QUESTION_WORDS } from './question-words.ts'
import { readSynonyms } from './read-synonyms.ts'
import { RelatedWords, type SynonymEntry } from './related.ts'
import { defaultStopWords, withUnaccented, wordsOf } from './stop-words.ts'
import { tokenizeFrench } from './tokenize.ts'
import { PHRASES } from './variants.ts'
import { joinedSpelling, wordKey } from './word-key.ts'

/** Raised by each release that changes tokens or keys, so that a file tells what wrote it. */
const VERSION = 1

const QUESTION_WORD_WEIGHT = 0.3
const SYNONYM_WEIGHT = 0.7
/** What m2 counts for mètre carré, and back. */
const PHRASE_WEIGHT = 0.9
/** What an acronym counts for its long form, and back: less than a synonym someone chose, for either may mean something else (docs/relevance-log.md). */
const ACRONYM_WEIGHT = 0.2

/** French, with what its options add. */
export interface French extends Language {
  /** The stop words in use, with those derived by leaving accents out. */
  readonly stopWords: ReadonlySet<string>
}

/**
 * Makes the language of French texts.
 *
 * @param options stop words, synonyms, variants, exceptions and stemmer of one's own
 * @throws InvalidOptionError where an option is wrong
 */
export function french(options: FrenchOptions = {}): French {
  checkFrenchOptions(options)
  const stem = options.stemmer ?? stemKey
  const exceptions = new Map(
    Object.entries(options.exceptions ?? {}).map(([from, to]) => [from.toLowerCase(), to.toLowerCase()]),
  )
  const key =
    exceptions.size === 0
      ? (word: string): string => wordKey(word, stem)
      : (word: string): string => wordKey(exceptions.get(word) ?? word, stem)
  const ownStopWords = options.stopWords === undefined ? undefined : withUnaccented(chosenStopWords(options.stopWords))
  // Built when first asked for: opening an index waits for neither.
  const stopWords = once(() => ownStopWords ?? withUnaccented(defaultStopWords()))
  const isStopWord = (word: string): boolean => stopWords().has(word)
  const synonymWeight = options.synonymWeight ?? SYNONYM_WEIGHT

  const speak = (related: () => RelatedWords): French => ({
    name: 'french',
    fingerprint: `french-${VERSION}${suffixOf(options)}`,
    get stopWords() {
      return stopWords()
    },
    tokenize: (text, tokens) => tokenizeFrench(text, tokens, false),
    tokenizeQuestion: (text, tokens) => tokenizeFrench(text, tokens, true),
    key,
    isStopWord,
    isKnownWord: word => isStopWord(word) || isInTables(word),
    wordList: () => (options.wordList === undefined ? installedWordList() : options.wordList || undefined),
    droppedElision,
    questionWeight: word => (questionWords().has(word) ? QUESTION_WORD_WEIGHT : 1),
    classWeight: (asked, found) => {
      if (asked === found) return 1
      // Sûr and sûre aren't sur, nor né ne, though haste writes them so: all texts have those.
      if (isStopWord(found) && !isStopWord(asked) && asked !== fold(asked) && fold(asked).startsWith(found)) return 0
      return inflectionWeight(joinedSpelling(asked), joinedSpelling(found))
    },
    related: word => related().of(word, relatedByMeaning(word)),
    phrasesFrom: key => related().phrasesFrom(key),
    withSynonyms: more => {
      checkFrenchOptions({ synonyms: more })
      return speak(once(() => related().withSynonyms(more, synonymWeight)))
    },
  })
  return speak(once(() => relatedWords(key, isStopWord, options, synonymWeight)))
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function relatedWords(
  key: (word: string) => string,
  isStopWord: (word: string) => boolean,
  options: FrenchOptions,
  synonymWeight: number,
): RelatedWords {
  const related = new RelatedWords(key, text => readEntry(text, isStopWord))
  for (const group of options.variants ?? []) {
    const words = group.map(word => word.toLowerCase())
    related.addGroup(words, 1, 'variant')
  }
  related.addSynonyms(readSynonyms(PHRASES), PHRASE_WEIGHT)
  related.addSynonyms(readSynonyms(ACRONYMS), ACRONYM_WEIGHT)
  related.addSynonyms(options.synonyms ?? [], synonymWeight)
  return related
}

function chosenStopWords(stopWords: NonNullable<FrenchOptions['stopWords']>): Iterable<string> {
  const words = typeof stopWords === 'function' ? stopWords(defaultStopWords()) : stopWords
  if (typeof words === 'string' || typeof words?.[Symbol.iterator] !== 'function') {
    throw new InvalidOptionError('stopWords', words, 'a list of words, or a function that gives one')
  }
  // Read once: it may be an iterator.
  const list = [...words]
  checkWords('stopWords', list)
  return list.map(word => word.toLowerCase().replaceAll('’', "'"))
}

const questionWords = once(() => new Set(wordsOf(QUESTION_WORDS).flatMap(word => [word, fold(word)])))

/** Reads an entry of the options; elided words are no words of it. */
function readEntry(text: string, isStopWord: (word: string) => boolean): SynonymEntry {
  const tokens = new TokenList()
  tokenizeFrench(text, tokens, false)
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

/** What the options that change keys add to the fingerprint: nothing by default, else a hash of them. */
function suffixOf({ exceptions, stemmer }: FrenchOptions): string {
  const entries = Object.entries(exceptions ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  if (entries.length === 0 && stemmer === undefined) return ''
  return `-${hash(JSON.stringify([entries, stemmer === undefined ? null : String(stemmer)]))}`
}
