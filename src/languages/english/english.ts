/** `english()` composes English from the tokenizer, the class keys, the stop words and the related words. */

import type { LanguageFactory } from '../../language/definition.ts'
import { once, type WordLanguage, wordLanguage } from '../lexicon/word-language.ts'
import { QUESTION_WORDS } from './data/stop-words.ts'
import { checkDateOrder, ENGLISH_OPTIONS, type EnglishOptions } from './options.ts'
import { tokenizeEnglish } from './rules/tokenize.ts'
import { valuesOf } from './values.ts'
import { DATA_VERSION, RULES_VERSION } from './version.ts'
import { inflectionWeight, stemKey } from './words/inflection.ts'
import { installedWordList } from './words/installed-word-list.ts'
import { isInTables, listedWords, relatedByMeaning } from './words/listed-words.ts'
import { defaultStopWords, wordsOf } from './words/stop-words.ts'
import { joinedSpelling, wordKey } from './words/word-key.ts'
import { WORD_LIST_HASH } from './words/word-list-places.ts'
import { CLUES, OPERATORS, ORTHOGRAPHY, typographyOf } from './writing.ts'

/** English, as `english()` returns it. */
export interface English extends WordLanguage {
  /** The stop words in use. */
  readonly stopWords: ReadonlySet<string>
}

/**
 * Makes the language of English texts, American and British.
 *
 * A file keeps the options, so code that opens the file does not repeat them, except a stemmer of your own.
 *
 * @param options the order of dates, synonyms, stop words, spelling variants, exceptions, and a stemmer of your own. Default: none.
 * @throws InvalidOptionError for wrong options
 * @example
 * const index = SearchIndex.from(articles, { fields: ['title', 'body'], language: english({ dateOrder: 'day-first' }) })
 */
export const english: ((options?: EnglishOptions) => English) & LanguageFactory<EnglishOptions> =
  /* @__PURE__ */ wordLanguage<EnglishOptions>({
    name: 'english',
    rules: RULES_VERSION,
    data: DATA_VERSION,
    wordListHash: WORD_LIST_HASH,
    installedWordList,
    optionNames: ENGLISH_OPTIONS,
    checkOwnOptions: checkDateOrder,
    // The default is not stored, so a file does not show whether it was set.
    ownOptions: ({ dateOrder }) => ({ dateOrder: dateOrder === 'day-first' ? dateOrder : undefined }),
    tokenizer: ({ dateOrder = 'month-first' }) => {
      return (text, tokens, isQuestion) => tokenizeEnglish(text, tokens, isQuestion, dateOrder)
    },
    wordKey,
    stem: stemKey,
    defaultStopWords,
    spelledStopWords: words => new Set(words),
    questionWords: /* @__PURE__ */ once(() => new Set(wordsOf(QUESTION_WORDS))),
    isInTables,
    classWeight: (asked, found) => inflectionWeight(joinedSpelling(asked), joinedSpelling(found)),
    relatedByMeaning,
    listedWords,
    clues: CLUES,
    operators: OPERATORS,
    typographyOf,
    orthography: ORTHOGRAPHY,
    valuesOf: ({ dateOrder = 'month-first' }) => valuesOf(dateOrder),
  })
