/**
 * Where words of a query seem to stand in a long text, found by searching its letters: a hundred times faster than reading it. A snippet then reads the
 * text where most of them are, and nowhere else.
 */
import type { Expansion } from './expansions.ts'
import type { Mark } from './marks.ts'

/** A word of the index that answers a query, with the terms of the query that it stands for. */
export interface SoughtWord {
  word: string
  expansion: Expansion
}

/** Of a longer text, only so much is searched, in UTF-16 units. */
const MOST_SEARCHED = 2_000_000
/** More places than this tell no more about where to read. */
const MOST_PLACES = 4096

/** Letters whose accents stand apart, and words with soft hyphens, are not found by their letters. */
const WRITTEN_APART = /[\u0300-\u036f\u00ad]/
/** What stands between the parts of a compound, in the index or in a text. */
const SEPARATORS = /[-\s’'\u2010\u2011]+/
const IS_SEPARATOR = /[-\s’'\u2010\u2011]/

/** A sought word by what its first part is followed by. */
interface Spelling {
  expansion: Expansion
  /** The other parts of a compound. */
  rest: readonly string[]
  /** Letters with dots between: the whole of it. */
  dotted: string | undefined
}

/** Looks for words of the index in texts. */
export class Sighting {
  /** By the first part of a word, the longest words first. */
  private readonly spellings = new Map<string, Spelling[]>()
  /** By the first letter of a first part: the lengths that there are, one bit each. Most words of a text are none of them, and cost no look-up. */
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
   * The places in order, none overlapping another. Undefined if the text is written in a way that its letters do not tell: it must be read.
   *
   * A number may be written in ways that are not found here (`5 500`); other words are found wherever they stand.
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

/** Where the spelling ends whose first part stands from `at` to `end`; -1 if the text has something else there. */
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
