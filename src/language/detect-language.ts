/** Detects the language of a text by its most frequent words and by letters that other languages do not have. The same text always gives the same result. */

/** What distinguishes texts of a language from those of others, in an index that has several. */
export interface LanguageClues {
  /**
   * Frequent words in lower case, none of which is a word that other languages use often: `the`, `les`. Elided words end with a straight apostrophe
   * (`l'`), and so do beginnings of contractions (`don'`).
   */
  words: readonly string[]
  /** Lower-case letters that texts of the language have and most others do not. Default: none; the language writes no accents. */
  letters?: string | undefined
  /** Endings of longer words that no other language has as often: `ing`, `eurs`. They are weaker clues than words, and titles often have no others. Default: none. */
  endings?: readonly string[] | undefined
}

/** The number of UTF-16 units that are read of a longer text; more do not help. */
const MOST_READ = 4096
/** A word is stronger evidence than a letter, which a loan word may have. */
const WORD_SCORE = 2
/** The first must have this many times the score of the second. */
const LEAD = 1.5

const WORDS = /\p{L}+['’]?/gu

/** The score of each language. */
function scoresOf(text: string, clues: readonly (LanguageClues | undefined)[], scoreOfLetters: number): number[] {
  const lower = text.slice(0, MOST_READ).toLowerCase()
  const scores = clues.map(() => 0)
  const sets = clues.map(setOf)
  for (const [found] of lower.matchAll(WORDS)) {
    const word = found.replace('’', "'")
    const whole = word.endsWith("'") ? word.slice(0, -1) : word
    sets.forEach((words, i) => {
      if (words.has(word) || words.has(whole)) scores[i] += WORD_SCORE
      else if (scoreOfLetters > 0 && mayBeOf(whole, clues[i])) scores[i] += scoreOfLetters
    })
  }
  return scores
}

const sets = new WeakMap<LanguageClues, ReadonlySet<string>>()
const NO_WORDS: ReadonlySet<string> = new Set()

function setOf(clues: LanguageClues | undefined): ReadonlySet<string> {
  if (clues === undefined) return NO_WORDS
  let words = sets.get(clues)
  if (words === undefined) sets.set(clues, (words = new Set(clues.words)))
  return words
}

/** What an ending must follow to be one: king and sing are no forms in -ing. */
const SHORTEST_STEM = 3

/** Whether a word has a letter or an ending of the language. */
function mayBeOf(word: string, clues: LanguageClues | undefined): boolean {
  if (clues === undefined) return false
  return (
    hasLetter(word, clues.letters) ||
    clues.endings?.some(ending => word.length >= ending.length + SHORTEST_STEM && word.endsWith(ending)) === true
  )
}

function hasLetter(word: string, letters = ''): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x7f && letters.includes(word[i])) return true
  return false
}

/** The index in `clues` of the language of a text; -1 if it is ambiguous. */
export function detectLanguage(text: string, clues: readonly (LanguageClues | undefined)[]): number {
  const scores = scoresOf(text, clues, 1)
  const best = scores.indexOf(Math.max(...scores))
  const isClear = scores.every((score, i) => i === best || scores[best] >= score * LEAD)
  return scores[best] > 0 && isClear ? best : -1
}

/** The same for a query, which is short: only by its words, none of which may be of another language. */
export function detectQueryLanguage(text: string, clues: readonly (LanguageClues | undefined)[]): number {
  const scores = scoresOf(text, clues, 0)
  const [first = -1, ...others] = scores.flatMap((score, i) => (score > 0 ? i : []))
  return others.length === 0 ? first : -1
}
