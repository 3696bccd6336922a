/** Splits a text into sentences, and finds sequences of them that fit a length, for passages. */
import type { Language } from '../language/language.ts'
import type { Stretch } from './best-stretch.ts'
import type { Cuts } from './cuts.ts'
import { firstInk, inkEnd } from './ink.ts'

/** A sentence; `end` is the end of its visible part. */
export interface Sentence extends Stretch {
  /** The index of its paragraph in the region. */
  paragraph: number
  isHeading: boolean
}

/** A paragraph up to this length that does not end like a sentence is a heading. */
const LONGEST_HEADING = 120
/** How far above a passage to look for its heading. */
const HEADING_REACH = 8_000
/** A paragraph shorter than this share of a passage's length, such as a heading or a list item, is not a passage by itself. */
export const SHORT_SHARE = 0.25
const PARAGRAPH_BREAK = /\n\s*\n/

/** The sentences of a region of a text. If the region does not start or end with a paragraph, the incomplete sentence there is dropped. */
export function sentencesOf(cuts: Cuts, startsParagraph: boolean, endsParagraph: boolean): Sentence[] {
  const { source, language } = cuts
  const starts: number[] = startsParagraph ? [firstInk(source)] : []
  for (let at = 1; at < source.length; at++) if (cuts.isSentenceStart(at) && at > (starts.at(-1) ?? -1)) starts.push(at)
  let paragraph = 0
  const sentences = starts.flatMap((start, i): Sentence[] => {
    const next = starts[i + 1] ?? (endsParagraph ? source.length : undefined)
    if (next === undefined) return []
    const end = inkEnd(source, next)
    const own = paragraph
    if (PARAGRAPH_BREAK.test(source.slice(end, next))) paragraph++
    return end > start ? [{ start, end, paragraph: own, isHeading: false }] : []
  })
  const isAlone = (i: number) =>
    sentences[i - 1]?.paragraph !== sentences[i].paragraph && sentences[i + 1]?.paragraph !== sentences[i].paragraph
  return sentences.map((sentence, i) => {
    const isHeading = isAlone(i) && isHeadingText(source.slice(sentence.start, sentence.end), language)
    return { ...sentence, isHeading }
  })
}

/**
 * The longest sequences of complete sentences of at most `length`, one for each first sentence; those that start a paragraph come first. A sequence continues
 * into the next paragraph if it is still short, like a heading. It never ends with a heading.
 */
export function runsOf(sentences: readonly Sentence[], length: number): Stretch[] {
  const runs: (Stretch & { startsParagraph: boolean })[] = []
  let reached = -1
  sentences.forEach((first, i) => {
    const startsParagraph = sentences[i - 1]?.paragraph !== first.paragraph
    let last = i - 1
    for (let j = i; j < sentences.length && sentences[j].end - first.start <= length; j++) {
      const entersParagraph = j > i && sentences[j].paragraph !== sentences[j - 1].paragraph
      const isShort = j > i && sentences[j - 1].end - first.start < length * SHORT_SHARE
      if (entersParagraph && !(isShort && startsParagraph)) break
      last = j
    }
    while (last > i && sentences[last].isHeading) last--
    if (last < i || last <= reached) return
    reached = last
    runs.push({ start: first.start, end: sentences[last].end, startsParagraph })
  })
  return runs.sort((a, b) => Number(b.startsParagraph) - Number(a.startsParagraph) || a.start - b.start)
}

/** The nearest heading above an offset; empty if there is none near. */
export function headingAbove(source: string, at: number, language: Language): string {
  const above = source.slice(Math.max(0, at - HEADING_REACH), at)
  const blocks = above.split(/\n\s*\n/)
  // The last one is the start of the paragraph at the offset itself, and the first may be cut.
  for (let i = blocks.length - 2; i >= (at > HEADING_REACH ? 1 : 0); i--) {
    const block = blocks[i].trim()
    if (isHeadingText(block, language)) return block
  }
  return ''
}

function isHeadingText(text: string, language: Language): boolean {
  const { sentenceEnds, quotes } = language.typography
  if (text.length === 0 || text.length > LONGEST_HEADING || text.includes('\n')) return false
  const last = text[text.length - 1]
  return !sentenceEnds.includes(last) && !',;:'.includes(last) && !quotes.some(marks => marks.slice(1).includes(last))
}
