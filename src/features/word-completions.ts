/** The words of an index that begin as typed, for suggestions: the most used ones, those of titles first. */
import { usesOf, usualSpelling } from '../dictionary/holders.ts'
import { compareWords, type RankedWord } from '../dictionary/ranked-words.ts'
import { vocabularyOf } from '../dictionary/vocabulary.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import { SUGGESTED_TITLE_WEIGHT } from '../weights.ts'
import type { PhraseSource } from './phrases.ts'
import { patternOf, plainText } from './typed-text.ts'

export interface WordCompletion extends RankedWord {
  score: number
  /** Whether no form of the word is used more. */
  isUsualForm: boolean
  /** Whether nothing is left to type of it. */
  isTyped: boolean
  /** Whether phrases are looked for that begin with it. */
  beginsPhrases: boolean
}

/** So many of the most used words may begin phrases: the first few, and those that stand in titles. */
const PHRASE_WORDS = 24
const ALWAYS = 6
/** Of the words that begin with one letter, or two, only so many: what begins with them is not read for a list that the next letter changes. */
const PHRASE_WORDS_BY_LETTERS: readonly number[] = [0, 6, 12]

/** As the dictionary writes dates, which nobody types. */
const DATE = /^\d{4}-\d\d-\d\d$/

/**
 * The words of at least `limit` classes, if there are so many, best first; and what is typed, if it is a word. Which words there are does not depend on
 * how far they are typed: a word that completes a shorter beginning completes a longer one too.
 */
export function completeWords(
  beginning: string,
  limit: number,
  phrases: PhraseSource,
  parts: readonly SegmentView[],
  language: Language,
): WordCompletion[] {
  const prefix = plainText(beginning)
  const { words, usual } = mostUsed(beginning, limit, parts, language)
  const mostPhraseWords = PHRASE_WORDS_BY_LETTERS[prefix.length] ?? PHRASE_WORDS
  const inTitles = phrases.countInTitles(words.map(({ word }) => word))
  const spellings = new Set<string>()
  const completions = words.map((word, i) => {
    const key = language.key(word.word)
    const isTyped = word.folded === prefix
    const mayBegin = isTyped || i < ALWAYS || (i < mostPhraseWords && inTitles[i] > 0)
    const completion = {
      ...word,
      score: word.uses + SUGGESTED_TITLE_WEIGHT * inTitles[i],
      isUsualForm: usual.get(key) === word,
      isTyped,
      beginsPhrases: mayBegin && !spellings.has(word.folded),
    }
    if (mayBegin) spellings.add(word.folded)
    return completion
  })
  return completions.sort((a, b) => b.score - a.score || compareWords(a, b))
}

interface MostUsedWords {
  words: RankedWord[]
  /** By class, the word to show. */
  usual: ReadonlyMap<string, RankedWord>
}

function mostUsed(beginning: string, limit: number, parts: readonly SegmentView[], language: Language): MostUsedWords {
  const prefix = plainText(beginning)
  for (const { segment } of parts) segment.announce?.({ completions: prefix })
  // Accents that were typed are there, unless no word has them.
  const pattern = prefix === beginning.toLowerCase() ? undefined : patternOf(beginning, false)
  const isAccented = (word: string) => pattern === undefined || word.search(pattern) === 0
  const words: RankedWord[] = []
  const others: RankedWord[] = []
  const classes = new Set<string>()
  // By class, the spelling of its most used word, whatever its accents.
  const spellings = new Map<string, string>()
  for (const used of vocabularyOf(parts, language).startingWith(prefix)) {
    if (classes.size >= limit && words.length >= PHRASE_WORDS) break
    if (!isSuggested(used, language)) continue
    const key = language.key(used.word)
    if (!spellings.has(key)) spellings.set(key, used.folded)
    if (isAccented(used.word)) {
      words.push(used)
      classes.add(key)
    } else if (others.length < PHRASE_WORDS) others.push(used)
  }
  const found = words.length > 0 ? words : others
  const word = usualSpelling(prefix, parts, language)
  if (word !== undefined && isAccented(word) && !found.some(({ folded }) => folded === prefix)) {
    const typed = { word, folded: prefix, uses: usesOf(prefix, parts, language) }
    if (isSuggested(typed, language)) found.push(typed)
  }
  return { words: found, usual: usualForms(found, spellings, language) }
}

/** The word that is shown of each class: the most used one, or, so that it stays while its accents are typed, the one that is spelled like it but for accents. */
function usualForms(
  words: readonly RankedWord[],
  spellings: ReadonlyMap<string, string>,
  language: Language,
): Map<string, RankedWord> {
  const usual = new Map<string, RankedWord>()
  for (const word of words) {
    const key = language.key(word.word)
    const isSpelledSo = ({ folded }: RankedWord) => folded === spellings.get(key)
    const before = usual.get(key)
    if (before === undefined || (!isSpelledSo(before) && isSpelledSo(word))) usual.set(key, word)
  }
  return usual
}

/** Stop words are not, nor what is one without its accents (`là`, `dès`): that is what was typed. */
function isSuggested({ word, folded }: RankedWord, language: Language): boolean {
  return !word.endsWith("'") && !DATE.test(word) && !language.isStopWord(word) && !language.isStopWord(folded)
}
