/** Highlights: a text and the ranges that match a query, as data, so that any interface can display them. */

import type { Language } from '../language/language.ts'
import type { Query } from '../query/query.ts'
import { expansionsFor } from './expansions.ts'
import { type MarkedText, MarkFinder } from './marks.ts'

/**
 * A text with the ranges to mark, as plain data. `toHTML()` prints it.
 *
 * @example
 * const { text, ranges }: Highlight = highlight('L’Arabie saoudite', 'arabie')
 * const marked = ranges.map(([start, end]) => text.slice(start, end)) // ['Arabie']
 */
export interface Highlight {
  /** The text, or the requested part of it. */
  text: string
  /** `[start, end]` pairs for `text.slice(start, end)`, in order and without overlaps. */
  ranges: [start: number, end: number][]
}

export interface HighlightTextOptions {
  /** Words found by prefix or typo tolerance, with the query term (its index) that each was found for. */
  words?: ReadonlyMap<string, number>
}

/**
 * Marks what matches `question` in all of `source`.
 *
 * A compound is marked as one range if the query has all of it (`cessez-le-feu`, `cessez le feu`, `14/11/2019` for `14 novembre 2019`), and in parts if the
 * query has parts. Otherwise each word has a separate range. Elided words and stop words are not marked, unless the query has nothing else.
 */
export function highlightText(
  source: string,
  question: Query,
  language: Language,
  options: HighlightTextOptions = {},
): Highlight {
  return highlightMarks(
    new MarkFinder(question, language, expansionsFor(question, language, options.words)).read(source),
  )
}

/** A complete text with its marks as ranges. */
export function highlightMarks({ source, marks }: MarkedText): Highlight {
  return { text: source, ranges: marks.map(({ start, end }) => [start, end]) }
}
