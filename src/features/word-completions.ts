/** The words of an index with a typed prefix, for suggestions: the most frequent ones, those in titles first. */
import { usesOf, usualSpelling } from '../dictionary/holders.ts'
import { compareWords, type RankedWord } from '../dictionary/ranked-words.ts'
import { wordsStartingWith } from '../dictionary/vocabulary.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import { SUGGESTED_TITLE_WEIGHT } from '../weights.ts'
import type { PhraseSource } from './phrases.ts'
import { TypedPattern } from './typed-pattern.ts'
import { plainText } from './typed-text.ts'

export interface WordCompletion extends RankedWord {
  score: number
  /** Whether it is the most frequent form of the word. */
  isUsualForm: boolean
  /** Whether it is completely typed. */
  isTyped: boolean
  /** Whether to search for phrases that start with it. */
  beginsPhrases: boolean
}

/** How many of the most frequent words may start phrases: the first few, and those in titles. */
const PHRASE_WORDS = 24
const ALWAYS = 6
/** Fewer for one or two letters, because the next letter changes the list. */
const PHRASE_WORDS_BY_LETTERS: readonly number[] = [0, 6, 12]

/** The dictionary form of dates, which nobody types. */
const DATE = /^\d{4}-\d\d-\d\d$/

/**
 * The words of at least `limit` classes, if there are so many, best first; and the typed text, if it is a word. A word that completes a shorter prefix also
 * completes a longer one.
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
  // Words have the typed accents, unless none does.
  const pattern = prefix === beginning.toLowerCase() ? undefined : new TypedPattern(beginning, false)
  const isAccented = (word: string) => pattern === undefined || pattern.endOf(word, 0) >= 0
  const words: RankedWord[] = []
  const others: RankedWord[] = []
  const classes = new Set<string>()
  // By class, the spelling of its most frequent word, whatever its accents.
  const spellings = new Map<string, string>()
  for (const used of wordsStartingWith(prefix, parts, language)) {
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

/** The displayed word of each class: the most frequent one, or one that differs only in accents, so that it stays while accents are typed. */
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

/** Stop words are not suggested, nor words that are stop words without their accents (`là`, `dès`), unless they were typed. */
function isSuggested({ word, folded }: RankedWord, language: Language): boolean {
  return !word.endsWith("'") && !DATE.test(word) && !language.isStopWord(word) && !language.isStopWord(folded)
}
