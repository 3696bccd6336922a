/** French, as the index sees it: `french()` composes the tokenizer, the class keys, the stop words and the related words. */

import { InvalidOptionError } from '../../errors.ts'
import { type LanguageFactory, stemmerOf } from '../../language/definition.ts'
import type { Language, LanguageDefinition } from '../../language/language.ts'
import { fold } from '../../text/fold.ts'
import { TokenKind, TokenList } from '../../text/token.ts'
import { QUESTION_WORD_WEIGHT, SYNONYM_WEIGHT } from '../../weights.ts'
import { QUESTION_WORDS } from './data/question-words.ts'
import {
  checkFrenchOptions,
  checkWords,
  definitionOptions,
  type FrenchOptions,
  optionsOfDefinition,
} from './options.ts'
import { droppedElision } from './rules/elision.ts'
import { tokenizeFrench } from './rules/tokenize.ts'
import { VALUES } from './values.ts'
import { DATA_VERSION, RULES_VERSION } from './version.ts'
import { inflectionWeight, isInTables, relatedByMeaning, stemKey } from './words/inflection.ts'
import { installedWordList } from './words/installed-word-list.ts'
import { listedWords } from './words/listed-words.ts'
import { RelatedWords, type SynonymEntry } from './words/related.ts'
import { defaultStopWords, withUnaccented, wordsOf } from './words/stop-words.ts'
import { joinedSpelling, wordKey } from './words/word-key.ts'
import { WORD_LIST_HASH } from './words/word-list-places.ts'
import { CLUES, OPERATORS, ORTHOGRAPHY, typographyOf } from './writing.ts'

const NAME = 'french'

/** French, with what its options add. */
export interface French extends Language {
  /** The stop words in use, with those derived by leaving accents out. */
  readonly stopWords: ReadonlySet<string>
}

/**
 * Makes the language of French texts.
 *
 * A file keeps the options (of the stemmer, its name and version), so that whoever opens it need not repeat them.
 *
 * @param options stop words, synonyms, variants, exceptions and a stemmer of one's own
 * @throws InvalidOptionError if an option is wrong
 * @example
 * const language = french({ synonyms: [['voiture', 'automobile']], exceptions: { cuissot: 'cuisse' } })
 */
export const french: ((options?: FrenchOptions) => French) & LanguageFactory<FrenchOptions> =
  /* @__PURE__ */ Object.assign(makeFrench, {
    languageName: NAME,
    reopen: (definition: LanguageDefinition, stemmers: Parameters<typeof stemmerOf>[1]) => {
      const stemmer = stemmerOf(definition, stemmers)
      const options = { ...optionsOfDefinition(definition.options), ...(stemmer && { stemmer }) }
      return makeFrench(options, { hash: definition.wordList })
    },
  })

/** `ofFile`: the list of words that a file names, if it names one. */
function makeFrench(options: FrenchOptions = {}, ofFile?: { hash: string | undefined }): French {
  checkFrenchOptions(options)
  const { hash: listHash } = ofFile ?? { hash: hashOfList(options) }
  const { stemmer } = options
  const stem = stemmer === undefined ? stemKey : (word: string) => stemmer.stem(word)
  const exceptions = new Map(
    Object.entries(options.exceptions ?? {}).map(([from, to]) => [from.toLowerCase(), to.toLowerCase()]),
  )
  const key =
    exceptions.size === 0
      ? (word: string): string => wordKey(word, stem)
      : (word: string): string => wordKey(exceptions.get(word) ?? word, stem)
  const chosen = options.stopWords === undefined ? undefined : chosenStopWords(options.stopWords)
  const ownStopWords = chosen && withUnaccented(chosen)
  const givenOptions = definitionOptions(options, chosen, defaultStopWords)
  const definition: LanguageDefinition = {
    name: NAME,
    rules: RULES_VERSION,
    data: DATA_VERSION,
    ...(stemmer && { stemmer: { name: stemmer.name, version: stemmer.version } }),
    ...(listHash !== undefined && { wordList: listHash }),
    ...(Object.keys(givenOptions).length > 0 && { options: givenOptions }),
  }
  // Built when first asked for: opening an index waits for neither.
  const stopWords = once(() => ownStopWords ?? withUnaccented(defaultStopWords()))
  const isStopWord = (word: string): boolean => stopWords().has(word)
  const synonymWeight = options.synonymWeight ?? SYNONYM_WEIGHT

  const speak = (related: () => RelatedWords): French => ({
    definition,
    classOptions: ['exceptions'],
    get stopWords() {
      return stopWords()
    },
    tokenize: (text, tokens) => tokenizeFrench(text, tokens, false),
    tokenizeQuery: (text, tokens) => tokenizeFrench(text, tokens, true),
    key,
    isStopWord,
    isKnownWord: word => isStopWord(word) || isInTables(word),
    wordList: () => {
      if (options.wordList !== undefined) return options.wordList || undefined
      return listHash === WORD_LIST_HASH ? installedWordList() : undefined
    },
    droppedElision,
    queryWeight: word => (questionWords().has(word) ? QUESTION_WORD_WEIGHT : 1),
    classWeight: (asked, found) => {
      if (asked === found) return 1
      // Sûr and sûre aren't sur, nor né ne, though haste writes them so: all texts have those.
      if (isStopWord(found) && !isStopWord(asked) && asked !== fold(asked) && fold(asked).startsWith(found)) return 0
      return inflectionWeight(joinedSpelling(asked), joinedSpelling(found))
    },
    related: word => related().of(word, relatedByMeaning(word)),
    phrasesFrom: key => related().phrasesFrom(key),
    operators: OPERATORS,
    clues: CLUES,
    typography: typographyOf(word => related().of(word, relatedByMeaning(word))),
    orthography: ORTHOGRAPHY,
    values: VALUES,
    withSynonyms: more => {
      checkFrenchOptions({ synonyms: more })
      return speak(once(() => related().withSynonyms(more, synonymWeight)))
    },
  })
  return speak(once(() => relatedWords(key, isStopWord, options, synonymWeight)))
}

/** What a file names the list of words by. */
function hashOfList({ wordList }: FrenchOptions): string | undefined {
  return wordList === undefined ? WORD_LIST_HASH : wordList === false ? undefined : wordList?.hash
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
  const read = (text: string): SynonymEntry => readEntry(text, isStopWord)
  const related = new RelatedWords(key, read, listedWords(key, read))
  for (const group of options.variants ?? []) {
    const words = group.map(word => word.toLowerCase())
    related.addGroup(words, 1, 'variant')
  }
  related.addSynonyms(options.synonyms ?? [], synonymWeight)
  return related
}

function chosenStopWords(stopWords: NonNullable<FrenchOptions['stopWords']>): string[] {
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
