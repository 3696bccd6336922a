/** Folding removes accents and ligatures from a lower-case word (`cœur` → `coeur`, `łódź` → `lodz`). */

/** Letters that Unicode does not decompose, with what people type for them. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ĸ', 'k'],
  ['ŋ', 'n'],
  ['ŧ', 't'],
  ['ǝ', 'e'],
  ['ə', 'e'],
  ['ɓ', 'b'],
  ['ɗ', 'd'],
  ['ɛ', 'e'],
  ['ɔ', 'o'],
  ['ɣ', 'g'],
  ['ƴ', 'y'],
  ['ς', 'σ'],
])

const MARKS = /\p{M}+/gu

/** Folds a lower-case word: removes accents and expands ligatures. Returns ASCII words unchanged, at no cost. */
export function fold(word: string): string {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x7f) return foldFrom(word, i)
  return word
}

function foldFrom(word: string, first: number): string {
  let folded = word.slice(0, first)
  for (const character of word.slice(first)) {
    const code = character.charCodeAt(0)
    if (code < 0x80) folded += character
    else {
      const known = FOLDED.get(character)
      if (known !== undefined) folded += known
      else {
        const found = LETTERS.get(character) ?? foldDecomposed(character)
        // Only letters of scripts with accents are cached, because CJK would fill the memory.
        if (code < 0x2000) FOLDED.set(character, found)
        folded += found
      }
    }
  }
  return folded
}

const FOLDED = new Map<string, string>()

function foldDecomposed(character: string): string {
  const bare = character.normalize('NFD').replace(MARKS, '')
  // Korean syllables decompose into letters, not into a letter and its marks.
  if (bare.length > 1 && bare === character.normalize('NFD')) return character
  return LETTERS.get(bare) ?? bare
}

/** A folded word without hyphens, apostrophes and the mark of its language, for typo tolerance. */
export function pieceOf(folded: string): string {
  return NO_LETTERS.test(folded) ? folded.replace(/[-'\p{Cc}]/gu, '') : folded
}

const NO_LETTERS = /[-'\p{Cc}]/u

/** Whether a word is spelt like `typed`: it must have the typed accents, and may have others. */
export function isWrittenAs(word: string, typed: string): boolean {
  return word === typed || (fold(typed) === typed && fold(word) === typed)
}
