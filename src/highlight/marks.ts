/** Finds the ranges of a text that a reader would mark for a query, in the tokens of the text, so that offsets are exact. */

import type { Language } from '../language/language.ts'
import type { Query } from '../query/query.ts'
import { firstAtLeast } from '../search/query-postings.ts'
import { isWrittenAs } from '../text/fold.ts'
import { bare } from '../text/language-mark.ts'
import { TokenKind, TokenList } from '../text/token.ts'
import { type Expansion, type ExpansionOf, expansionsFor, type SubstitutePart } from './expansions.ts'

/** A range to mark: a word, a whole, or consecutive words of the query inside a whole. */
export interface Mark {
  expansion: Expansion
  start: number
  end: number
  /** The positions of its first and last word. */
  first: number
  last: number
}

/** A text that was read for a query. */
export interface MarkedText {
  source: string
  /** Valid until the next text is read. */
  tokens: TokenList
  /** In order, without overlapping or touching. */
  marks: readonly Mark[]
}

/** Reads texts for one query. It caches words, so create one for all the texts of an answer. */
export class MarkFinder {
  readonly question: Query
  readonly language: Language
  private readonly expansionOf: ExpansionOf
  private readonly neighbours: ReadonlySet<string>
  private readonly field: number | undefined
  private readonly tokens = new TokenList()

  /**
   * @param expansionOf what words are marked for
   * @param field the field of the texts, if some words of the query count in only one field
   */
  constructor(
    question: Query,
    language: Language,
    expansionOf: ExpansionOf = expansionsFor(question, language),
    field?: number,
  ) {
    this.question = question
    this.language = language
    this.field = field
    this.expansionOf = expansionOf
    this.neighbours = neighboursOf(question)
  }

  read(source: string): MarkedText {
    const { tokens } = this
    tokens.clear()
    this.language.tokenize(source, tokens)
    const marks = [...withWholeSubstitutes(this.find(source)), ...this.findPhrases()]
    return { source, tokens, marks: withoutOverlaps(marks) }
  }

  private find(source: string): Mark[] {
    const { tokens } = this
    const marks: Mark[] = []
    let wholeEnd = 0
    let previous: Mark | undefined
    for (let i = 0; i < tokens.length; i++) {
      const position = tokens.positions[i]
      const span = tokens.spans[i]
      if (position >= wholeEnd) previous = undefined
      if (span > 1) wholeEnd = Math.max(wholeEnd, position + span)
      if (tokens.kinds[i] === TokenKind.elision) continue
      const expansion = this.expansionOf(tokens.words[i])
      if (expansion === undefined) continue
      const end = endWithFullStop(source, bare(tokens.words[i]), tokens.ends[i])
      const mark = { expansion, start: tokens.starts[i], end, first: position, last: position + span - 1 }
      if (span > 1) {
        marks.push(mark)
      } else if (previous !== undefined && this.followsInQuestion(previous, mark, i)) {
        marks.push(union(previous, mark))
        previous = mark
      } else {
        marks.push(mark)
        if (position < wholeEnd) previous = mark
      }
    }
    return marks
  }

  /** Words in quotation marks are marked as one range, including stop words. */
  private findPhrases(): Mark[] {
    const { tokens, question, field } = this
    const marks: Mark[] = []
    for (const { slots, terms, field: only } of question.phrases ?? []) {
      if ((only ?? field) !== field) continue
      const expansion = { own: terms, related: [], parts: [] }
      for (let i = 0; i < tokens.length; i++) {
        const first = tokens.positions[i]
        let last = i
        const stands = slots.every(({ words, offset }) => {
          while (last < tokens.length && tokens.positions[last] < first + offset) last++
          for (; tokens.positions[last] === first + offset && last < tokens.length; last++) {
            if (tokens.spans[last] === 1 && words.some(word => isWrittenAs(bare(tokens.words[last]), bare(word))))
              return true
          }
          return false
        })
        if (!stands) continue
        marks.push({ expansion, start: tokens.starts[i], end: tokens.ends[last], first, last: tokens.positions[last] })
      }
    }
    return marks
  }

  /** Whether two parts of a whole follow one another in the query as in the text, with only stop words in between. */
  private followsInQuestion(before: Mark, after: Mark, token: number): boolean {
    const { tokens, language } = this
    const distance = after.first - before.last
    const areNeighbours = before.expansion.own.some(a =>
      after.expansion.own.some(b => this.neighbours.has(`${a} ${b} ${distance}`)),
    )
    if (!areNeighbours) return false
    for (let i = token - 1; i >= 0 && tokens.positions[i] > before.last; i--) {
      if (tokens.positions[i] === after.first || tokens.kinds[i] === TokenKind.elision) continue
      if (!language.isStopWord(tokens.words[i])) return false
    }
    return true
  }
}

/** Two terms that follow one another in the query, and how many positions apart. */
function neighboursOf({ sequence }: Query): ReadonlySet<string> {
  const neighbours = new Set<string>()
  for (let i = 0; i + 1 < sequence.length; i++) {
    const [a, b] = [sequence[i], sequence[i + 1]]
    neighbours.add(`${a.term} ${b.term} ${b.position - a.position}`)
  }
  return neighbours
}

/** An abbreviation whose dictionary form has a full stop (`m.`, `art.`) is marked with it. */
function endWithFullStop(source: string, word: string, end: number): number {
  return word.endsWith('.') && source[end] === '.' && source[end - 1] !== '.' ? end + 1 : end
}

function union(a: Mark, b: Mark): Mark {
  return {
    expansion: a.expansion === b.expansion ? a.expansion : bothOf(a.expansion, b.expansion),
    start: Math.min(a.start, b.start),
    end: Math.max(a.end, b.end),
    first: Math.min(a.first, b.first),
    last: Math.max(a.last, b.last),
  }
}

function bothOf(a: Expansion, b: Expansion): Expansion {
  const own = [...new Set([...a.own, ...b.own])]
  const related = [...new Set([...a.related, ...b.related])].filter(term => !own.includes(term))
  return { own, related, parts: [...a.parts, ...b.parts] }
}

/** How far apart the words of a synonym may be: the number of other words between each two. */
const REACH = 2

/**
 * Keeps the words of a synonym of several words only if all of them are close together: « données » alone does not mean RGPD. If a text has all of them, but
 * nowhere together, all are kept.
 */
function withWholeSubstitutes(marks: readonly Mark[]): Mark[] {
  if (marks.every(({ expansion }) => expansion.parts.length === 0)) return [...marks]
  const places = placesOfSubstitutes(marks)
  const together = marks.map(mark => mark.expansion.parts.filter(part => areTogether(part, mark, places)))
  const somewhere = new Set(together.flatMap(parts => parts.map(({ substitute }) => substitute)))
  return marks.flatMap((mark, i) => {
    const { own, related, parts } = mark.expansion
    if (parts.length === 0) return [mark]
    const apart = parts.filter(part => !somewhere.has(part.substitute) && holdsAll(part, places))
    const terms = new Set([...related, ...[...together[i], ...apart].map(({ term }) => term)])
    const others = [...terms].filter(term => !own.includes(term))
    return own.length + others.length === 0 ? [] : [{ ...mark, expansion: { own, related: others, parts: [] } }]
  })
}

/** The ascending positions of each word of a synonym in the text. */
type Places = ReadonlyMap<string, readonly Uint32Array[]>

function placesOfSubstitutes(marks: readonly Mark[]): Places {
  const positions = new Map<string, number[][]>()
  for (const { expansion, first } of marks) {
    for (const { substitute, word, words } of expansion.parts) {
      const known = positions.get(substitute) ?? Array.from({ length: words }, () => [])
      known[word].push(first)
      positions.set(substitute, known)
    }
  }
  return new Map(
    [...positions].map(([substitute, byWord]) => [substitute, byWord.map(of => Uint32Array.from(of).sort())]),
  )
}

function areTogether({ substitute, words }: SubstitutePart, { first }: Mark, places: Places): boolean {
  const reach = words * REACH
  return (places.get(substitute) ?? []).every(positions => {
    const nearest = firstAtLeast(positions, Math.max(0, first - reach), 0, positions.length)
    return nearest < positions.length && positions[nearest] <= first + reach
  })
}

/** Whether the text has all words of the synonym. */
function holdsAll({ substitute }: SubstitutePart, places: Places): boolean {
  return (places.get(substitute) ?? []).every(positions => positions.length > 0)
}

function withoutOverlaps(marks: Mark[]): Mark[] {
  marks.sort((a, b) => a.start - b.start)
  const merged: Mark[] = []
  for (const mark of marks) {
    const last = merged.at(-1)
    if (last !== undefined && mark.start <= last.end) merged[merged.length - 1] = union(last, mark)
    else merged.push(mark)
  }
  return merged
}
