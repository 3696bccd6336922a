/**
 * Finds phrases with a given start in stored texts and titles.
 *
 * There is no list of phrases: they are read in a sample of the documents that contain their words, so the first call costs no more than later ones.
 * Suggestions use only the interface `PhraseSource`.
 */
import type { DocumentSet } from '../columns/document-set.ts'
import { marksOf, placeOfDocument, postingsOfMarks } from '../index/document-language.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import type { Schema } from '../schema/schema.ts'
import { bare } from '../text/language-mark.ts'
import { TokenList } from '../text/token.ts'
import { SUGGESTED_TITLE_WEIGHT } from '../weights.ts'
import { type DocumentSample, type SampledDocument, sampleOf } from './document-sample.ts'
import { storedTexts } from './stored-texts.ts'
import { TypedPattern } from './typed-pattern.ts'
import { plainText, sameness } from './typed-text.ts'
import { WordHolders } from './word-holders.ts'

/** A request for phrases. */
export interface PhraseRequest {
  /** Words that the documents contain. */
  words: readonly string[]
  /** The start of the phrases, ignoring accents, case and the kind of separators. */
  beginning: string
  /** Whether the start ends with a complete word. */
  isWhole: boolean
  /** Whether to return complete titles with this start. */
  wholeTitles: boolean
  /** Only the start as it is written, and with one more word: `chapitre 5`. Default: false. */
  isShort?: boolean
  /** How many documents' texts are read. Titles are short, so more of them are read. */
  documents: number
}

export interface Phrase {
  /** As written inside a sentence. */
  text: string
  /** The approximate number of documents that contain it; titles count more. */
  uses: number
  /** Its number of content words. */
  length: number
  /** Whether a title or at least two texts have it, so it is not an accident. */
  isUsual: boolean
  /** Its words without their inflections. */
  classes: string
}

export interface PhraseSource {
  /** The phrases for each request, in any order. A longer start finds the matching phrases found before, and others. */
  find(requests: readonly PhraseRequest[]): Phrase[][]
  /** Whether any document has the word. */
  isKnown(word: string): boolean
  /** How many documents contain all words. */
  countTogether(words: readonly string[]): number
  /** How many titles contain each word. */
  countInTitles(words: readonly string[]): number[]
  /** Announces words that will be needed. */
  announce(words: readonly string[]): void
}

/** How many titles are read for one text. */
const TITLES_PER_TEXT = 3
/** How many phrases are searched for in one text. */
const MOST_OCCURRENCES = 6
/** How far after its start a phrase is read: more than anybody types. */
const WINDOW = 320
/** How many content words are added to a phrase, and its maximum length. Longer titles are not suggested completely. */
const MOST_ADDED = 3
const LONGEST_PHRASE = 80
/** How much of the text after a phrase is read, because it may decide how the last words are read. */
const CONTEXT = 32

/** Words that follow one another in this many texts, without exception, belong together. */
const COLLOCATION = 3

/** What may separate the words of a phrase. */
const JOINING = /^(?:\s*|['’‐‑-])$/
/** What follows a word that is not the last one of its compound. */
const INSIDE_COMPOUND = /^['’‐‑-][\p{L}\p{N}]/u
/** What precedes a letter that does not start a word. */
export const IN_WORD = /[\p{L}\p{M}\p{N}_‐‑-]/u
/** What precedes a word that is capitalised only because of its position. */
const SENTENCE_START = /(?:^|\n|\s-|[^\p{L}\p{M}\p{N}\s,;'’)\]%-])[\s\p{Ps}\p{Pi}"]*$/u

export class StoredPhrases implements PhraseSource {
  protected readonly parts: readonly SegmentView[]
  protected readonly language: Language
  protected readonly holders: WordHolders
  private readonly shown: readonly DocumentSet[] | undefined
  protected readonly titleFields: readonly string[]
  protected readonly textFields: readonly string[]

  /** `shown`: by segment, the documents that phrases may come from; default: all. */
  constructor(
    parts: readonly SegmentView[],
    { fields, storeFields }: Schema,
    language: Language,
    shown?: readonly DocumentSet[],
  ) {
    this.parts = parts
    this.shown = shown
    this.language = language
    const isTitle = fields.map(({ title }) => title)
    this.holders = new WordHolders(parts, isTitle, language)
    const stored = fields.filter(({ name }) => storeFields.includes(name))
    this.titleFields = stored.filter(({ title }) => title).map(({ name }) => name)
    this.textFields = stored.filter(({ title }) => !title).map(({ name }) => name)
  }

  announce(words: readonly string[]): void {
    this.holders.announce(words)
  }

  isKnown(word: string): boolean {
    return this.holders.isKnown(word)
  }

  countTogether(words: readonly string[]): number {
    return sampleOf(this.holders.holdingAll(words, false), this.parts, 1).total
  }

  countInTitles(words: readonly string[]): number[] {
    return this.holders.countInTitles(words)
  }

  find(requests: readonly PhraseRequest[]): Phrase[][] {
    if (this.titleFields.length + this.textFields.length === 0) return requests.map(() => [])
    this.announce(requests.flatMap(({ words }) => words))
    const samples = requests.map(({ words, documents }) => ({
      titles: this.sample(words, true, documents * TITLES_PER_TEXT),
      texts: this.sample(words, false, documents),
    }))
    this.announceDocuments(samples.flatMap(({ titles, texts }) => [titles, texts]))
    const tokens = new TokenList()
    const readings = requests.map(request => new PhraseReading(request, this.language, tokens))
    const visits: Visit[] = []
    samples.forEach(({ titles, texts }, i) => {
      const reading = readings[i]
      const [ofTitle, ofText] = [SUGGESTED_TITLE_WEIGHT * share(titles), share(texts)]
      for (const place of titles.documents) visits.push({ place, reading, uses: ofTitle, isTitle: true })
      for (const place of texts.documents) visits.push({ place, reading, uses: ofText, isTitle: false })
    })
    this.readAll(visits)
    return readings.map(reading => reading.phrases())
  }

  protected sample(words: readonly string[], inTitles: boolean, most: number): DocumentSample {
    const fields = inTitles ? this.titleFields : this.textFields
    if (fields.length === 0) return { documents: [], total: 0 }
    const holding = this.holders.holdingAll(words, inTitles)
    const { shown } = this
    return sampleOf(
      shown === undefined ? holding : holding.map((of, part) => of.copy().and(shown[part])),
      this.parts,
      most,
    )
  }

  protected announceDocuments(samples: readonly DocumentSample[]): void {
    const documents = samples.flatMap(sample => sample.documents)
    this.parts.forEach(({ segment }, i) => {
      if (segment.announce === undefined) return
      const own = documents.filter(({ part }) => part === i).map(({ document }) => document)
      if (this.language.several !== undefined) segment.announce({ classKeys: marksOf(this.language) })
      segment.announce({ documents: own, postings: postingsOfMarks(segment, this.language) })
    })
  }

  /** Reads each document once, in order, because stored fields are compressed in blocks and words with the same start occur in the same documents. */
  private readAll(visits: Visit[]): void {
    visits.sort(({ place: a }, { place: b }) => a.part - b.part || a.document - b.document)
    const { several } = this.language
    let reader = this.language
    visits.forEach(({ place: { part, document }, reading, uses, isTitle }, i) => {
      const { segment } = this.parts[part]
      const before = visits[i - 1]?.place
      if (several !== undefined && (before?.document !== document || before.part !== part))
        reader = several.readers[placeOfDocument(segment, document, this.language)] ?? this.language
      const names = isTitle ? this.titleFields : this.textFields
      for (const text of storedTexts(segment, document, names, isTitle)) reading.read(text, uses, isTitle, reader)
    })
  }
}

/** A document whose titles or texts are read for phrases, and how much each counts. */
interface Visit {
  place: SampledDocument
  reading: PhraseReading
  uses: number
  isTitle: boolean
}

/** How many documents each one of a sample represents. */
function share({ documents, total }: DocumentSample): number {
  return total / documents.length
}

interface PhraseCount {
  /** How often it is written in this way inside a sentence, and at the start of one. */
  inside: Map<string, number>
  atStart: Map<string, number>
  uses: number
  texts: number
  isTitle: boolean
  /** Whether it is a complete title, whose capital is not significant. */
  isWhole: boolean
  length: number
  classes: string
}

/** An occurrence of the start in a text. */
interface Occurrence {
  /** The text from there on. */
  text: string
  /** The length of the start in it. */
  begun: number
  isSentenceStart: boolean
  uses: number
  isInTitle: boolean
  /** Whether the complete text is a title to suggest. */
  isTitle: boolean
}

/** How far a text is read for a phrase that starts at `start`, and has at most `most` characters: to a space after it. */
function endOfWindow(text: string, start: number, most: number): number {
  const space = text.indexOf(' ', start + most + CONTEXT)
  return space < 0 ? start + WINDOW : Math.min(space, start + WINDOW)
}

/** Reads texts for phrases with one start. */
class PhraseReading {
  private readonly request: PhraseRequest
  private readonly pattern: TypedPattern
  private readonly hasSpace: boolean
  private readonly wholeTitles: boolean
  private readonly language: Language
  private readonly tokens: TokenList
  private readonly counts = new Map<string, PhraseCount>()
  /** The phrases found in the current text. */
  private readonly inText = new Set<string>()

  /** `tokens`: may be shared with other readings. */
  constructor(request: PhraseRequest, language: Language, tokens: TokenList) {
    const { beginning, isWhole, wholeTitles } = request
    this.request = request
    this.pattern = new TypedPattern(beginning, isWhole)
    this.hasSpace = /\s/.test(beginning)
    this.wholeTitles = wholeTitles
    this.language = language
    this.tokens = tokens
  }

  /** `uses`: the weight of the text; `reader`: the language to read it in. */
  read(text: string, uses: number, isInTitle: boolean, reader: Language): void {
    const lower = text.toLowerCase()
    // İ in lower case is two characters.
    const searched = lower.length === text.length ? lower : text
    this.inText.clear()
    let occurrences = 0
    const { pattern, request } = this
    for (let found = pattern.find(searched, 0); found !== undefined; found = pattern.find(searched, found.end)) {
      const { start, end } = found
      if (IN_WORD.test(text.charAt(start - 1))) continue
      if (++occurrences > MOST_OCCURRENCES) return
      const begun = end - start
      this.readOccurrence(reader, {
        text: text.slice(start, endOfWindow(text, start, begun + (request.isShort ? 0 : LONGEST_PHRASE))),
        begun,
        isSentenceStart: SENTENCE_START.test(text.slice(Math.max(0, start - 4), start)),
        uses,
        isInTitle,
        isTitle: isInTitle && this.wholeTitles && start === 0 && text.length <= LONGEST_PHRASE,
      })
    }
  }

  private readOccurrence(reader: Language, occurrence: Occurrence): void {
    const { tokens, language } = this
    const { text, begun, isInTitle, isTitle } = occurrence
    const most = this.request.isShort ? 1 : MOST_ADDED
    tokens.clear()
    reader.tokenize(text, tokens)
    const classes: string[] = []
    let previous = 0
    let added = 0
    for (let i = 0; i < tokens.length; i++) {
      if (tokens.spans[i] > 1) continue
      const [start, end] = [tokens.starts[i], tokens.ends[i]]
      // 5 500 does not start with a 5.
      if (previous === 0 ? start > 0 || (!this.hasSpace && /\s/.test(text.slice(0, end))) : !isTitle && end === WINDOW)
        return
      const isJoined = start <= begun || JOINING.test(text.slice(previous, start))
      if (!isJoined || end > LONGEST_PHRASE + begun) break
      previous = end
      if (reader.isStopWord(tokens.words[i])) continue
      // Regardless of language, so that the list has each word once.
      classes.push(language.key(bare(tokens.words[i])))
      if (end < begun || (start > 0 && INSIDE_COMPOUND.test(text.slice(end, end + 2)))) continue
      // One title is enough for the next word. If the title itself is suggested, its prefixes are not.
      this.count(text.slice(0, end), classes, occurrence, isInTitle && !isTitle && added === 0)
      if (++added > most) break
    }
    if (isTitle) this.count(text.trim(), [text], { ...occurrence, isSentenceStart: false }, true, true)
  }

  private count(
    written: string,
    classes: readonly string[],
    { uses, isSentenceStart }: Occurrence,
    isTitle: boolean,
    isWhole = false,
  ): void {
    const key = sameness(written)
    let count = this.counts.get(key)
    if (count === undefined) {
      const [length, joined] = [classes.length, classes.join(' ')]
      const texts = { inside: new Map(), atStart: new Map(), uses: 0, texts: 0 }
      count = { ...texts, isTitle, isWhole: false, length, classes: joined }
      this.counts.set(key, count)
    }
    const text = this.language.orthography.print(written.replace(/\s+/g, ' '))
    const writings = isSentenceStart ? count.atStart : count.inside
    writings.set(text, (writings.get(text) ?? 0) + 1)
    count.isTitle ||= isTitle
    count.isWhole ||= isWhole
    if (this.inText.has(key)) return
    this.inText.add(key)
    count.uses += uses
    count.texts++
  }

  phrases(): Phrase[] {
    const capitals = this.firstWords()
    return [...this.counts]
      .filter(([key, count]) => count.isTitle || !this.onlyContinues(key, count))
      .map(([, { inside, atStart, uses, texts, isTitle, length, classes }]) => ({
        text: usual(inside) ?? this.inSentence(usual(atStart) ?? '', capitals),
        uses,
        length,
        isUsual: isTitle || texts > 1,
        classes,
      }))
  }

  /** Whether a phrase only occurs as part of a more general one, which is then suggested instead, unless there are so many that the words belong together. */
  private onlyContinues(key: string, { texts }: PhraseCount): boolean {
    if (texts >= COLLOCATION) return false
    for (let end = key.lastIndexOf(' '); end > 0; end = key.lastIndexOf(' ', end - 1)) {
      const shorter = this.counts.get(key.slice(0, end))
      if (shorter !== undefined) return shorter.texts === texts
    }
    return false
  }

  /** How often the first words are capitalised inside a sentence, minus how often they are not. */
  private firstWords(): Map<string, number> {
    const capitals = new Map<string, number>()
    for (const { inside, isWhole } of this.counts.values()) {
      if (isWhole) continue
      for (const [text, times] of inside) {
        const word = firstWord(text)
        capitals.set(word, (capitals.get(word) ?? 0) + (/^\p{Lu}/u.test(text) ? times : -times))
      }
    }
    return capitals
  }

  private inSentence(text: string, capitals: ReadonlyMap<string, number>): string {
    return (capitals.get(firstWord(text)) ?? 0) > 0 ? text : this.language.orthography.continueSentence(text)
  }
}

function firstWord(text: string): string {
  return plainText(/^[\p{L}\p{N}\p{M}]*/u.exec(text)?.[0] ?? '')
}

/** The most frequent spelling. */
function usual(writings: ReadonlyMap<string, number>): string | undefined {
  return [...writings].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0]
}
