/** `french()` composes French from the tokenizer, the class keys, the stop words and the related words. */

import type { LanguageFactory } from '../../language/definition.ts'
import { fold } from '../../text/fold.ts'
import { once, type WordLanguage, wordLanguage } from '../lexicon/word-language.ts'
import { WORD_OPTIONS } from '../lexicon/word-options.ts'
import { QUESTION_WORDS } from './data/question-words.ts'
import type { FrenchOptions } from './options.ts'
import { droppedElision } from './rules/elision.ts'
import { tokenizeFrench } from './rules/tokenize.ts'
import { VALUES } from './values.ts'
import { DATA_VERSION, RULES_VERSION } from './version.ts'
import { formsOfOtherClass } from './words/conjugation.ts'
import { inflectionWeight, isInTables, relatedByMeaning, stemKey } from './words/inflection.ts'
import { installedWordList } from './words/installed-word-list.ts'
import { listedWords } from './words/listed-words.ts'
import { defaultStopWords, withUnaccented, wordsOf } from './words/stop-words.ts'
import { joinedSpelling, wordKey } from './words/word-key.ts'
import { WORD_LIST_HASH } from './words/word-list-places.ts'
import { CLUES, OPERATORS, ORTHOGRAPHY, typographyOf } from './writing.ts'

/** French, as `french()` returns it. */
export interface French extends WordLanguage {
  /** The stop words in use, with those derived by leaving accents out. */
  readonly stopWords: ReadonlySet<string>
}

/**
 * Makes the language of French texts. It is the default language: call it only to set options.
 *
 * A file keeps the options, so code that opens the file does not repeat them, except a stemmer of your own.
 *
 * @param options synonyms, stop words, spelling variants, exceptions, and a stemmer of your own. Default: none.
 * @throws InvalidOptionError for wrong options
 * @example
 * const language = french({ synonyms: [['voiture', 'automobile']], exceptions: { cuissot: 'cuisse' } })
 * const index = SearchIndex.from(articles, { fields: ['title', 'body'], language })
 */
export const french: ((options?: FrenchOptions) => French) & LanguageFactory<FrenchOptions> =
  /* @__PURE__ */ wordLanguage<FrenchOptions>({
    name: 'french',
    rules: RULES_VERSION,
    data: DATA_VERSION,
    wordListHash: WORD_LIST_HASH,
    installedWordList,
    optionNames: WORD_OPTIONS,
    tokenizer: () => tokenizeFrench,
    wordKey,
    stem: stemKey,
    defaultStopWords,
    spelledStopWords: withUnaccented,
    questionWords: /* @__PURE__ */ once(() => new Set(wordsOf(QUESTION_WORDS).flatMap(word => [word, fold(word)]))),
    isInTables,
    classWeight: (asked, found, isStopWord) => {
      // Sûr and sûre never match sur, nor né ne, even if people omit the accents, because all texts have those words.
      if (isStopWord(found) && !isStopWord(asked) && asked !== fold(asked) && fold(asked).startsWith(found)) return 0
      return inflectionWeight(joinedSpelling(asked), joinedSpelling(found))
    },
    relatedByMeaning: word => [...relatedByMeaning(word), ...formsOfOtherClass(word)],
    listedWords,
    droppedElision,
    operators: OPERATORS,
    clues: CLUES,
    typographyOf,
    orthography: ORTHOGRAPHY,
    valuesOf: () => VALUES,
  })
