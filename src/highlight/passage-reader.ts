/** Reads passages: finds candidate regions of a text by searching its letters, and reads only those regions, as sentences. */
import type { Language } from '../language/language.ts'
import type { Query } from '../query/query.ts'
import { saturate } from '../search/bm25f.ts'
import type { WeighedQuery } from '../search/weigh.ts'
import { PASSAGE_TITLE_WEIGHT } from '../weights.ts'
import { bestStretch, type Stretch, surroundingsIn } from './best-stretch.ts'
import { Cuts } from './cuts.ts'
import { readingOf } from './hit-highlights.ts'
import type { Mark, MarkFinder } from './marks.ts'
import { type PassageContext, PassageScorer } from './passage-score.ts'
import { headingAbove, runsOf, SHORT_SHARE, sentencesOf } from './sentences.ts'
import { Sighting } from './sightings.ts'
import { chooseWindow, wordBoundary } from './snippet.ts'

/** How much is read of a text that cannot be searched by its letters. */
const MOST_READ = 16_384
/** A text up to this length is read if nothing is found in it, because a number may be written in several ways. */
const SHORT_TEXT = 2_000
/** The usual length of a passage, as a share of the maximum. */
const USUAL_SHARE = 0.75
/** How much of the text around a region is read, because it may change how words are read. */
const MARGIN = 100

/** A stretch that may answer, and its estimated score. */
export interface SightedStretch extends Stretch {
  estimate: number
}

export interface ReadPassage extends Stretch {
  text: string
  ranges: [number, number][]
  score: number
}

/** Creates the passages of one answer. */
export class PassageReader {
  private readonly finder: MarkFinder
  readonly scorer: PassageScorer
  private readonly sighting: Sighting
  private readonly language: Language
  private readonly length: number

  /** @param field the field of the texts, if some words of the query count in only one field */
  constructor(query: Query, weighed: WeighedQuery, language: Language, length: number, field?: number) {
    const { finder, sought } = readingOf(query, weighed, language, field)
    this.finder = finder
    this.scorer = new PassageScorer(query, weighed, field)
    this.sighting = new Sighting(sought)
    this.language = language
    this.length = length
  }

  /** How often a short text, such as a title, has each term: 0 to 1. */
  presence(text: string): Float64Array {
    const { tokens, marks } = this.finder.read(text)
    return this.scorer.frequencies(this.scorer.occurrencesIn(tokens, marks)).map(frequency => Math.min(1, frequency))
  }

  /** The probable positions of the words of the query. */
  sight(source: string): readonly Mark[] {
    const sighted = this.sighting.read(source)
    if (sighted !== undefined && (sighted.length > 0 || source.length > SHORT_TEXT)) return sighted
    return this.finder.read(source.length <= MOST_READ ? source : source.slice(0, wordBoundary(source, MOST_READ)))
      .marks
  }

  /** The best stretches of a text: none spans paragraphs, and each is apart from the others. */
  stretchesAmong(source: string, marks: readonly Mark[], most: number, { title }: PassageContext): SightedStretch[] {
    const { rarities } = this.scorer
    const reach = this.length >> 1
    const stretches: SightedStretch[] = []
    for (const paragraph of byParagraph(source, marks)) {
      let left = paragraph
      for (let count = 0; count < most; count++) {
        const best = bestStretch(left, this.length, rarities, mark => mark)
        if (best === undefined) break
        const { start, end, terms } = best
        const estimate = rarities.reduce((sum, rarity, term) => {
          return sum + rarity * saturate((terms.has(term) ? 1 : 0) + PASSAGE_TITLE_WEIGHT * title[term])
        }, 0)
        stretches.push({ start, end, estimate })
        left = left.filter(mark => mark.end <= start - reach || mark.start >= end + reach)
      }
    }
    return stretches.sort((a, b) => b.estimate - a.estimate || a.start - b.start).slice(0, most)
  }

  /** Reads the region of a stretch, and returns the best sequence of complete sentences that overlaps the stretch. */
  read(source: string, stretch: Stretch, context: PassageContext): ReadPassage {
    const { finder, scorer, language, length } = this
    const above = headingAbove(source, stretch.start, language)
    const heading = this.presence(above)
    const { from, to, startsParagraph, endsParagraph } = regionAround(source, stretch, length)
    const region = source.slice(from, to)
    const { tokens, marks } = finder.read(region)
    const cuts = new Cuts(region, tokens, language)
    const occurrences = scorer.occurrencesIn(tokens, marks)
    const scoreOf = ({ start, end }: Stretch) =>
      scorer.score(
        occurrences.filter(occurrence => occurrence.start >= start && occurrence.end <= end),
        (end - start) / (length * USUAL_SHARE),
        heading,
        context,
      )
    const inRegion = { start: stretch.start - from, end: stretch.end - from }
    const sentences = sentencesOf(cuts, startsParagraph, endsParagraph)
    const runs = runsOf(sentences, length).filter(({ start, end }) => end > inRegion.start && start < inRegion.end)
    let best: (Stretch & { score: number }) | undefined
    for (const run of runs) {
      const score = scoreOf(run)
      if (best === undefined || score > best.score) best = { start: run.start, end: run.end, score }
    }
    if (best === undefined || best.score === 0) {
      const near = marks.filter(mark => mark.end > inRegion.start && mark.start < inRegion.end)
      const around = bestStretch(near, length, scorer.rarities, surroundingsIn(cuts, length)) ?? inRegion
      const window = chooseWindow(around, cuts, length)
      best = { ...window, score: scoreOf(window) }
    }
    const { start, end, score } = best
    const inside = marks.filter(mark => mark.start >= start && mark.end <= end)
    return {
      start: start + from,
      end: end + from,
      text: region.slice(start, end),
      ranges: inside.map((mark): [number, number] => [mark.start - start, mark.end - start]),
      score,
    }
  }
}

/** The marks of each paragraph. */
function byParagraph(source: string, marks: readonly Mark[]): Mark[][] {
  const paragraphs: Mark[][] = []
  let end = 0
  for (const mark of marks) {
    const last = paragraphs.at(-1)
    if (last === undefined || /\n\s*\n/.test(source.slice(end, mark.start))) paragraphs.push([mark])
    else last.push(mark)
    end = mark.end
  }
  return paragraphs
}

/** The region to read for a stretch: the paragraph around it, within the length of a passage; more after a paragraph that is too short. */
function regionAround(source: string, { start, end }: Stretch, length: number) {
  const reach = length + MARGIN
  const before = source.slice(Math.max(0, start - reach), start)
  const above = [...before.matchAll(/\n\s*\n/g)].at(-1)
  const startsParagraph = above !== undefined || start <= reach
  const from = above !== undefined ? start - before.length + above.index + above[0].length : Math.max(0, start - reach)
  const after = source.slice(end, end + reach)
  const below = after.search(/\n\s*\n/)
  const isEnough = below !== -1 && end + below - from >= length * SHORT_SHARE
  const endsParagraph = isEnough || end + reach >= source.length
  const to = isEnough ? end + below : Math.min(source.length, end + reach)
  return {
    from: startsParagraph ? from : wordBoundary(source, from),
    to: endsParagraph ? to : wordBoundary(source, to),
    startsParagraph,
    endsParagraph,
  }
}
