/**
 * Finds words of a query in a long text by searching its letters, a hundred times faster than tokenizing it. A snippet then reads only the text around most of
 * them.
 */
import type { Expansion } from './expansions.ts'
import type { Mark } from './marks.ts'

/** A word of the index that matches a query, with the query terms that it matches. */
export interface SoughtWord {
  word: string
  expansion: Expansion
}

/** How much of a longer text is searched, in UTF-16 units. */
const MOST_SEARCHED = 2_000_000
/** More matches than this do not help to decide where to read. */
const MOST_PLACES = 4096

/** Decomposed letters, and words with soft hyphens, cannot be found by their letters. */
const WRITTEN_APART = /[\u0300-\u036f\u00ad]/
/** What separates the parts of a compound, in the index or in a text. */
const SEPARATORS = /[-\s’'\u2010\u2011]+/
const IS_SEPARATOR = /[-\s’'\u2010\u2011]/

/** A sought word, by what follows its first part. */
interface Spelling {
  expansion: Expansion
  /** The other parts of a compound. */
  rest: readonly string[]
  /** Letters separated by full stops: the whole. */
  dotted: string | undefined
}

/** Searches texts for words of the index. */
export class Sighting {
  /** By the first part of a word, the longest words first. */
  private readonly spellings = new Map<string, Spelling[]>()
  /** By the first letter of a first part: the existing lengths, one bit each. Most words of a text have none of them, and cost no look-up. */
  private readonly lengths = new Uint32Array(1024)

  constructor(words: readonly SoughtWord[]) {
    for (const { word, expansion } of words) {
      const [first, ...rest] = word.toLowerCase().split(SEPARATORS)
      this.add(first, { expansion, rest, dotted: undefined })
      if (/^\p{L}{2,6}$/u.test(word)) this.add(first.charAt(0), { expansion, rest, dotted: `${[...first].join('.')}.` })
    }
    const size = ({ rest, dotted }: Spelling) => dotted?.length ?? rest.join('').length
    for (const spellings of this.spellings.values()) spellings.sort((a, b) => size(b) - size(a))
  }

  /**
   * The matches in order, without overlaps. Undefined if the text cannot be searched by its letters, and must be tokenized.
   *
   * A number may be written in ways that are not found here (`5 500`); all other words are found.
   */
  read(source: string): Mark[] | undefined {
    const searched = source.slice(0, MOST_SEARCHED)
    const text = searched.toLowerCase()
    if (text.length !== searched.length || WRITTEN_APART.test(searched)) return undefined
    const marks: Mark[] = []
    let words = 0
    for (let at = 0; at < text.length && marks.length < MOST_PLACES; at++) {
      if (!isOfWord(text, at)) continue
      let end = at + 1
      while (end < text.length && isOfWord(text, end)) end++
      if ((this.lengths[text.charCodeAt(at) & 1023] & lengthBit(end - at)) !== 0) {
        for (const spelling of this.spellings.get(text.slice(at, end)) ?? []) {
          const to = endOf(spelling, text, at, end)
          if (to === -1) continue
          marks.push({ expansion: spelling.expansion, start: at, end: to, first: words, last: words })
          end = to
          break
        }
      }
      words++
      at = end
    }
    return marks
  }

  private add(first: string, spelling: Spelling): void {
    this.lengths[first.charCodeAt(0) & 1023] |= lengthBit(first.length)
    const spellings = this.spellings.get(first)
    if (spellings === undefined) this.spellings.set(first, [spelling])
    else spellings.push(spelling)
  }
}

function lengthBit(length: number): number {
  return 1 << Math.min(31, length)
}

/** The end of the spelling whose first part is from `at` to `end`; -1 if the text has something else there. */
function endOf({ rest, dotted }: Spelling, text: string, at: number, end: number): number {
  if (dotted !== undefined) return text.startsWith(dotted, at) ? at + dotted.length : -1
  for (const part of rest) {
    if (!IS_SEPARATOR.test(text.charAt(end)) || !text.startsWith(part, end + 1)) return -1
    end += 1 + part.length
  }
  return rest.length > 0 && isOfWord(text, end) ? -1 : end
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u
/** By code, below U+0250: Latin letters and digits. */
const LATIN = Uint8Array.from({ length: 0x250 }, (_, code) => (WORD_CHARACTER.test(String.fromCharCode(code)) ? 1 : 0))

function isOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < LATIN.length ? LATIN[code] === 1 : WORD_CHARACTER.test(text.charAt(at))
}
