/** Snippets: the window of a long text that shows best why it answers a question, cut as a person would cut it. */

import type { Language } from '../language/language.ts'
import type { Query } from '../query/query.ts'
import { checkSnippetLength } from '../search/search-options.ts'
import { bestStretch, type Stretch } from './best-stretch.ts'
import { Cuts } from './cuts.ts'
import { type Highlight, type HighlightTextOptions, highlightMarks } from './highlight.ts'
import { firstInk, inkEnd } from './ink.ts'
import { type MarkedText, MarkFinder } from './marks.ts'

const DEFAULT_SNIPPET_LENGTH = 160
const ELLIPSIS = '…'

export interface SnippetOptions extends HighlightTextOptions {
  /** The most characters (UTF-16 units) to take from the text, from 40 to 10,000. Default: 160. */
  length?: number
  /** How much each question term counts, by its index: its rarity, for example. Default: the question's own weights. */
  weights?: readonly number[]
}

/**
 * Marks what answers `question` in the best window of `source`; in its beginning where nothing answers. `…` stands for what was left out
 * before and after, beside `length`. A text that is short enough stays as it is.
 *
 * @throws InvalidOptionError for a wrong length
 */
export function snippet(source: string, question: Query, language: Language, options: SnippetOptions = {}): Highlight {
  const { length = DEFAULT_SNIPPET_LENGTH, weights, words } = options
  checkSnippetLength('snippet', length)
  const finder = new MarkFinder(question, language, words)
  return snippetOfMarks(finder.read(source), language, length, weights ?? question.terms.map(({ weight }) => weight))
}

/** The same for a text that was read; `weights` has a number for each term. */
export function snippetOfMarks(
  marked: MarkedText,
  language: Language,
  length: number,
  weights: readonly number[],
): Highlight {
  const { source, tokens, marks } = marked
  if (source.length <= length) return highlightMarks(marked)
  const cuts = new Cuts(source, tokens, language)
  const stretch = bestStretch(marks, cuts, length, weights) ?? { start: 0, end: 0 }
  const { start, end } = chooseWindow(stretch, cuts, length)
  const before = start > firstInk(source) ? ELLIPSIS : ''
  const after = end < inkEnd(source) ? ELLIPSIS : ''
  const shift = before.length - start
  return {
    text: before + source.slice(start, end) + after,
    ranges: marks
      .filter(mark => mark.start < end && mark.end > start)
      .map(mark => [Math.max(mark.start, start) + shift, Math.min(mark.end, end) + shift]),
  }
}

/** Grows the stretch that must be shown to a window of at most `length`: at sentences where they are near, else at words. */
function chooseWindow(stretch: Stretch, cuts: Cuts, length: number): Stretch {
  const { source } = cuts
  const last = inkEnd(source)
  const start = chooseStart(stretch, cuts, length, last)
  if (last <= start + length) return { start, end: last }
  const end = chooseEnd({ start, end: stretch.end }, cuts, start + length)
  return { start, end: trimEnd(start, end, cuts) }
}

function chooseStart(stretch: Stretch, cuts: Cuts, length: number, last: number): number {
  const { source } = cuts
  const first = firstInk(source)
  const spare = Math.max(0, length - (stretch.end - stretch.start))
  // Some words after the stretch help to understand it.
  const tail = Math.min(last - stretch.end, spare, length >> 3)
  const earliest = stretch.end + tail - length
  if (earliest <= first) return first
  const sentence = (at: number) => cuts.isSentenceStart(at)
  const word = (at: number) => cuts.mayCut(at)
  let start = -1
  if (last - length <= stretch.start) {
    // All that follows fits: what room is left goes before.
    start = firstWhere(last - length, Math.min(stretch.start, last - enoughOf(length)), sentence)
    if (start === -1) start = firstWhere(last - length, stretch.start, word)
  } else {
    start = lastWhere(earliest, stretch.start, sentence)
    if (start === -1) start = firstWhere(Math.max(earliest, stretch.start - Math.floor(spare / 3)), stretch.start, word)
  }
  return start === -1 ? stretch.start : trimStart(start, stretch.start, cuts)
}

function chooseEnd({ start, end }: Stretch, cuts: Cuts, limit: number): number {
  const { source } = cuts
  // The space before a cut isn't shown, so a cut may lie just behind the limit.
  const sentence = lastWhere(Math.max(end, start + enoughOf(limit - start)), limit + 1, at => cuts.isSentenceStart(at))
  if (sentence !== -1) return inkEnd(source, sentence)
  const word = lastWhere(Math.max(end, start + 1), limit + 1, at => cuts.mayCut(at))
  if (word !== -1) return inkEnd(source, word)
  return end > start && end <= limit ? end : characterBoundary(source, limit, start)
}

/** A window that ends with its sentence may be this much shorter. */
function enoughOf(length: number): number {
  return Math.floor(length * 0.6)
}

function firstWhere(from: number, to: number, test: (at: number) => boolean): number {
  for (let at = from; at <= to; at++) if (test(at)) return at
  return -1
}

function lastWhere(from: number, to: number, test: (at: number) => boolean): number {
  for (let at = to; at >= from; at--) if (test(at)) return at
  return -1
}

/** Where no space is near: not inside a pair of surrogates, nor between a letter and its accent. */
function characterBoundary(source: string, limit: number, start: number): number {
  let at = limit
  while (at > start + 1 && /^(?:[\udc00-\udfff]|\p{M}|\u200d)/u.test(source.slice(at, at + 1))) at--
  return at
}

/** What can't stand first after `…`, in addition to the signs that stay with the word before them. */
const LONE_AT_START = /[\s.–—•|*-]/

function trimStart(start: number, latest: number, cuts: Cuts): number {
  const { source, language } = cuts
  const { closing } = language.typography
  const isLone = (at: number) => LONE_AT_START.test(source[at]) || closing.includes(source[at])
  while (start < latest && isLone(start) && !cuts.startsToken(start)) start++
  return start
}

/**
 * What can't stand last before `…`, in addition to the signs that stay with the word after them: signs that announce something, and the full stop, which
 * `…` takes the place of.
 */
const LONE_AT_END = /[\s;:,.…–—•|*-]/

function trimEnd(start: number, end: number, cuts: Cuts): number {
  const { source, language } = cuts
  const { opening } = language.typography
  const isLone = (at: number) => LONE_AT_END.test(source[at]) || opening.includes(source[at])
  while (end > start + 1 && isLone(end - 1) && !cuts.endsToken(end)) end--
  return end
}
