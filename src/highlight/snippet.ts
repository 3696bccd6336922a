/** Snippets: the windows of a long text that best show why it matches a query, cut as a person would. */

import { InvalidOptionError } from '../errors.ts'
import type { Language } from '../language/language.ts'
import type { Query } from '../query/query.ts'
import { type BestStretch, bestStretches, type Stretch, surroundingsIn } from './best-stretch.ts'
import { Cuts } from './cuts.ts'
import { expansionsFor } from './expansions.ts'
import type { Highlight, HighlightTextOptions } from './highlight.ts'
import { firstInk, inkEnd } from './ink.ts'
import { type Mark, MarkFinder } from './marks.ts'
import { Sighting, type SoughtWord } from './sightings.ts'

const DEFAULT_SNIPPET_LENGTH = 160
const MIN_SNIPPET_LENGTH = 40
const MAX_SNIPPET_LENGTH = 10_000
const ELLIPSIS = '…'
/** Separates two windows. */
const GAP = ' … '
/** Replaces the blank line between two paragraphs, or between a heading and its text, because snippets are shown on one line. */
const BREAK = ' · '
const MOST_WINDOWS = 3
/** A shorter window shows a word without enough context. */
const LEAST_WINDOW = 40

/** A text up to this length is read completely. */
const SHORT_TEXT = 2_000
/** How much is read of a text that cannot be searched by its letters. */
const MOST_READ = 65_536
const ELBOW_ROOM = 8
/** How much of the text around a window is read, because it may change how words are read. */
const MARGIN = 100

export interface SnippetOptions extends HighlightTextOptions {
  /** The most characters (UTF-16 units) to take from the text, from 40 to 10,000. Default: 160. */
  length?: number
  /** How much each query term counts, by its index: its rarity, for example. Default: the query's own weights. */
  weights?: readonly number[]
}

/**
 * Marks what matches `question` in the best window of `source`, or at its start if nothing matches. If the words of the query do not fit in one window, there
 * are up to three shorter ones. `…` marks omitted text, ` · ` the break between two paragraphs; neither counts towards the length.
 *
 * @throws InvalidOptionError for a wrong length
 */
export function snippet(source: string, question: Query, language: Language, options: SnippetOptions = {}): Highlight {
  const { length = DEFAULT_SNIPPET_LENGTH, weights, words } = options
  checkSnippetLength('snippet', length)
  const finder = new MarkFinder(question, language, expansionsFor(question, language, words))
  return new SnippetMaker(finder, length, weights ?? question.terms.map(({ weight }) => weight)).read(source)
}

/** Creates snippets of the texts of one answer. */
export class SnippetMaker {
  private readonly finder: MarkFinder
  private readonly length: number
  private readonly weights: readonly number[]
  private readonly sighting: Sighting | undefined

  /**
   * @param weights how much each term of the query counts
   * @param sought words of the index that match the query; if given, only the parts of long texts around these are read
   */
  constructor(finder: MarkFinder, length: number, weights: readonly number[], sought?: readonly SoughtWord[]) {
    this.finder = finder
    this.length = length
    this.weights = weights
    this.sighting = sought && new Sighting(sought)
  }

  read(source: string): Highlight {
    const windows = this.windowsOf(source)
    return join(source, windows)
  }

  private windowsOf(source: string): MarkedWindow[] {
    const { length, weights, finder } = this
    if (source.length <= length) {
      return [{ start: 0, end: source.length, marks: finder.read(source).marks }]
    }
    if (source.length <= SHORT_TEXT || this.sighting === undefined) return this.chosenIn(source, source.length)
    const sighted = this.sighting.read(source)
    if (sighted === undefined || sighted.length === 0) return this.chosenIn(source, MOST_READ)
    const stretches = chooseStretches(sighted, length, weights, () => withElbowRoom)
    const each = lengthOfEach(stretches.length, length)
    return merge(stretches.map(stretch => this.windowAround(source, stretch, each)))
  }

  /** The windows of a text, which is read up to `most`. */
  private chosenIn(source: string, most: number): MarkedWindow[] {
    const { length, weights, finder } = this
    const end = source.length <= most ? source.length : wordBoundary(source, most)
    const { tokens, marks } = finder.read(source.slice(0, end))
    const cuts = new Cuts(source, tokens, finder.language)
    const stretches = chooseStretches(marks, length, weights, each => surroundingsIn(cuts, each))
    const each = lengthOfEach(stretches.length, length)
    const windows = stretches.length === 0 ? [{ start: 0, end: 0 }] : stretches
    return merge(windows.map(stretch => ({ ...chooseWindow(stretch, cuts, each), marks })))
  }

  /** Reads the text around a stretch, and extends it to a window. */
  private windowAround(source: string, { start, end }: Stretch, length: number): MarkedWindow {
    const { finder, weights } = this
    const from = start <= length + MARGIN ? 0 : wordBoundary(source, start - length - MARGIN)
    const to = end + length + MARGIN >= source.length ? source.length : wordBoundary(source, end + length + MARGIN)
    const region = source.slice(from, to)
    const { tokens, marks } = finder.read(region)
    const cuts = new Cuts(region, tokens, finder.language)
    const near = marks.filter(mark => mark.end > start - from && mark.start < end - from)
    const [stretch = { start: start - from, end: end - from }] = bestStretches(
      near,
      length,
      weights,
      surroundingsIn(cuts, length),
      1,
    )
    const window = chooseWindow(stretch, cuts, length)
    return {
      start: window.start + from,
      end: window.end + from,
      marks: marks.map(mark => ({ ...mark, start: mark.start + from, end: mark.end + from })),
    }
  }
}

/** Before the text is read, what stays with a word (`M. `, `l’`, the day of a month) is unknown, so this reserves space. */
function withElbowRoom({ start, end }: Mark): Stretch {
  return { start: start - ELBOW_ROOM, end: end + ELBOW_ROOM }
}

/** A window with the marks of its text, possibly with others. */
interface MarkedWindow extends Stretch {
  marks: readonly Mark[]
}

/** The stretches that show the most words: one, or several shorter ones if they show more. */
function chooseStretches(
  marks: readonly Mark[],
  length: number,
  weights: readonly number[],
  surroundIn: (length: number) => (mark: Mark) => Stretch,
): BestStretch[] {
  let best = bestStretches(marks, length, weights, surroundIn(length), 1)
  let most = weightShown(best, weights)
  const all = weightShown([{ terms: new Set(marks.flatMap(({ expansion }) => expansion.own)) }], weights)
  for (let count = 2; count <= MOST_WINDOWS && most < all; count++) {
    const each = lengthOfEach(count, length)
    if (each < LEAST_WINDOW) break
    const stretches = bestStretches(marks, each, weights, surroundIn(each), count)
    const shown = weightShown(stretches, weights)
    if (shown <= most) continue
    best = stretches
    most = shown
  }
  return best
}

function weightShown(stretches: readonly { terms: ReadonlySet<number> }[], weights: readonly number[]): number {
  const shown = new Set(stretches.flatMap(({ terms }) => [...terms]))
  return [...shown].sort((a, b) => a - b).reduce((sum, term) => sum + weights[term], 0)
}

function lengthOfEach(count: number, length: number): number {
  return count < 2 ? length : Math.floor((length - (count - 1) * GAP.length) / count)
}

/** Sorts windows in text order, and merges those that overlap. */
function merge(windows: readonly MarkedWindow[]): MarkedWindow[] {
  const merged: MarkedWindow[] = []
  for (const window of [...windows].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last === undefined || window.start > last.end + 1) merged.push(window)
    else if (window.end > last.end) {
      const marks = [
        ...last.marks.filter(({ start }) => start < window.start),
        ...window.marks.filter(({ start }) => start >= window.start),
      ]
      merged[merged.length - 1] = { start: last.start, end: window.end, marks }
    }
  }
  return merged
}

/** The windows as one text, with ellipses and breaks. */
function join(source: string, windows: readonly MarkedWindow[]): Highlight {
  let text = ''
  const ranges: [number, number][] = []
  windows.forEach(({ start, end, marks }, i) => {
    if (i > 0) text += GAP
    else if (start > firstInk(source)) text += ELLIPSIS
    const breaks = [...source.slice(start, end).matchAll(/[^\S\n]*\n\s*\n\s*/g)].map(({ 0: { length }, index }) => ({
      start: start + index,
      end: start + index + length,
    }))
    // Breaks at an edge are dropped.
    const inner = breaks.filter(({ start: at, end: to }) => at > start && to < end)
    const base = text.length
    const placeOf = (at: number) => {
      let place = base + at - start
      for (const gap of inner) {
        if (gap.end <= at) place += BREAK.length - (gap.end - gap.start)
        else if (gap.start < at) place += Math.min(0, BREAK.length - (at - gap.start))
      }
      return place
    }
    let copied = start
    for (const gap of inner) {
      text += source.slice(copied, gap.start) + BREAK
      copied = gap.end
    }
    text += source.slice(copied, end)
    for (const mark of marks) {
      if (mark.start >= end || mark.end <= start) continue
      ranges.push([placeOf(Math.max(mark.start, start)), placeOf(Math.min(mark.end, end))])
    }
  })
  const last = windows.at(-1)
  return { text: last !== undefined && last.end < inkEnd(source) ? text + ELLIPSIS : text, ranges }
}

/** A space shortly before `at`, so that no word is read partly; `at` if there is none. */
export function wordBoundary(source: string, at: number): number {
  const space = source.lastIndexOf(' ', at)
  return space !== -1 && space > at - MARGIN ? space : characterBoundary(source, at, Math.max(0, at - MARGIN))
}

/** Extends a stretch to a window of at most `length`, cut at sentences if they are near, otherwise at words. */
export function chooseWindow(stretch: Stretch, cuts: Cuts, length: number): Stretch {
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
  // Some words after the stretch help readers to understand it.
  const tail = Math.min(last - stretch.end, spare, length >> 3)
  const earliest = stretch.end + tail - length
  if (earliest <= first) return first
  const sentence = (at: number) => cuts.isSentenceStart(at)
  const word = (at: number) => cuts.mayCut(at)
  let start = -1
  if (last - length <= stretch.start) {
    // Everything after it fits, so the rest of the length goes before it.
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
  // The space before a cut is not shown, so a cut may be just after the limit.
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

/** A cut if no space is near: not inside a surrogate pair, nor between a letter and its accent. */
function characterBoundary(source: string, limit: number, start: number): number {
  let at = limit
  while (at > start + 1 && /^(?:[\udc00-\udfff]|\p{M}|\u200d)/u.test(source.slice(at, at + 1))) at--
  return at
}

/** What must not come first after `…`, in addition to signs that stay with the previous word. */
const LONE_AT_START = /[\s.–—•|*-]/

function trimStart(start: number, latest: number, cuts: Cuts): number {
  const { source, language } = cuts
  const { closing } = language.typography
  const isLone = (at: number) => LONE_AT_START.test(source[at]) || closing.includes(source[at])
  while (start < latest && isLone(start) && !cuts.startsToken(start)) start++
  return start
}

/**
 * What must not come last before `…`, in addition to signs that stay with the next word: signs that announce something, and the full stop, which `…` replaces.
 */
const LONE_AT_END = /[\s;:,.…–—•|*-]/

function trimEnd(start: number, end: number, cuts: Cuts): number {
  const { source, language } = cuts
  const { opening } = language.typography
  const isLone = (at: number) => LONE_AT_END.test(source[at]) || opening.includes(source[at])
  while (end > start + 1 && isLone(end - 1) && !cuts.endsToken(end)) end--
  return end
}

/** @throws InvalidOptionError unless `length` is a length for snippets. */
export function checkSnippetLength(option: string, length: unknown): number {
  const [least, most] = [MIN_SNIPPET_LENGTH, MAX_SNIPPET_LENGTH]
  if (typeof length === 'number' && Number.isInteger(length) && length >= least && length <= most) return length
  throw new InvalidOptionError(option, length, `false, or a whole number from ${least} to ${most}`)
}
