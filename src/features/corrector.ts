/**
 * Corrects the words of one run of a query. As long as every word is in the index or known to the language, no code for corrections is needed.
 *
 * In a page, this code, the blocks of the word list and the dictionary may not be loaded. A decision that lacks any of it is postponed: the run continues as if
 * the word were correct, so that its next reads share the round trip, and starts again before it answers.
 */
import { completeWord } from '../dictionary/complete-word.ts'
import type { CorrectionDecision } from '../dictionary/decide-correction.ts'
import { allowedEdits, mayBeAskedBack, mayBeGlued } from '../dictionary/edits.ts'
import { usesOf } from '../dictionary/holders.ts'
import type { ListReader } from '../dictionary/list-reader.ts'
import { MissingPages } from '../format/paged-bytes.ts'
import type { SegmentView } from '../index/segment-view.ts'
import { isDistant, MissingWords } from '../language/distant-words.ts'
import type { Language, ListedWord, RelatedWord, WordLookUp } from '../language/language.ts'
import type { ExpandedTerm, WeightedForm } from '../query/expand.ts'
import type { Query } from '../query/query.ts'
import type { WeighedTerm, WordExpander } from '../search/weigh.ts'
import { fold, pieceOf } from '../text/fold.ts'
import { bare } from '../text/language-mark.ts'
import { type FeatureSource, MissingFeature } from './features.ts'

/** For a language without a word list: a word that no document has may be misspelt. */
const NO_LIST: WordLookUp = { lookUp: () => undefined }

export class Corrector implements WordExpander, ListReader {
  private readonly parts: readonly SegmentView[]
  private readonly language: Language
  private readonly listOf: () => WordLookUp | undefined
  private readonly feature: FeatureSource
  private readonly documentCount: number
  /** What postponed decisions lack. */
  private missing: MissingFeature | MissingWords | undefined
  private readonly missingPages = new Set<number>()

  /** `listOf` returns the language's word list when a word is first looked up; undefined if it is not available, and then nothing is corrected. */
  constructor(
    parts: readonly SegmentView[],
    language: Language,
    listOf: (language: Language) => WordLookUp | undefined,
    feature: FeatureSource,
  ) {
    this.parts = parts
    this.language = language
    this.listOf = () => (language.wordList === undefined ? NO_LIST : listOf(language))
    this.feature = feature
    this.documentCount = parts.reduce((sum, part) => sum + part.documentCount, 0)
  }

  private get list(): WordLookUp | undefined {
    return this.listOf()
  }

  complete(word: string): RelatedWord[] {
    return completeWord(bare(word), this.parts, this.language)
  }

  near(word: string, edits: number): RelatedWord[] {
    return this.feature('corrections').wordsNear(bare(word), edits, this.parts, this.language)
  }

  /**
   * `text` with words split that were typed together; undefined if there are none, or the language has no word list. `isUnfinished`: the last word may be
   * unfinished; then it is not split if documents have words that start with it.
   */
  split(text: string, query: Query, isUnfinished: boolean): string | undefined {
    const { parts, language } = this
    if (language.wordList === undefined) return undefined
    const last = isUnfinished ? query.sequence.length - 1 : -1
    const glued = query.sequence.flatMap(({ term, start, end }, i) => {
      const { word, wholes, quoted, prefix, edits } = query.terms[term]
      // Parts of compounds, addresses and identifiers are intended, and so are words with operators.
      if (start < 0 || wholes.length > 0 || quoted || prefix || edits !== undefined) return []
      const typed = text.slice(start, end)
      const isRight =
        !mayBeGlued(typed) ||
        language.isKnownWord(word) ||
        this.usesOf(typed.toLowerCase()) > 0 ||
        (i === last && this.complete(word).length > 0)
      return isRight ? [] : [{ typed, start, end }]
    })
    if (glued.length === 0) return undefined
    const { list } = this
    if (list === undefined) return undefined
    if (isDistant(list)) list.request(glued.flatMap(({ typed }) => this.readingsOf(typed.toLowerCase())))
    return this.orLater(() => this.feature('corrections').splitQuery(text, glued, this, parts, language))
  }

  /** What a term may be a misspelling of; undefined if it is correct. */
  correct({ question, parts: expanded, documentFrequency }: WeighedTerm) {
    const { parts, language } = this
    const { casing } = question
    const [word, ...wholes] = [question.word, ...question.wholes].map(bare)
    if (allowedEdits(pieceOf(fold(word))) === 0) return undefined
    // A word that documents have, also as one word or in other words, is correct.
    if (isHeld(expanded)) return undefined
    const uses = this.usesOf(word)
    // Suggesting other words for existing ones needs the whole dictionary, which is too much over ranges.
    const isNear = parts.every(({ segment }) => segment.announce === undefined)
    if (uses > 0 && !(isNear && mayBeAskedBack(uses, this.documentCount))) return undefined
    if (language.isKnownWord(word)) return undefined
    const { list } = this
    if (list === undefined) return undefined
    // The usual case: the word is in the loaded part of the list, and needs no pass over the dictionary.
    if ((!isDistant(list) || list.isHere(word)) && list.lookUp(word) !== undefined) return undefined
    const typed = { word, casing, uses, hasClass: documentFrequency > 0 }
    return this.orLater((): CorrectionDecision | undefined =>
      this.feature('corrections').correctionOf(typed, wholes, this, parts, language),
    )
  }

  together(read: () => void): void {
    const { missing, missingPages } = this
    try {
      read()
    } catch (error) {
      if (!(error instanceof MissingPages)) throw error
      for (const page of error.pages) missingPages.add(page)
    }
    if (missingPages.size > 0) throw new MissingPages([...missingPages].sort((a, b) => a - b))
    if (missing !== undefined) throw missing
  }

  lookUp(word: string): ListedWord | undefined {
    return this.list?.lookUp(word)
  }

  lookUpSoon(words: readonly string[], meanwhile: ListedWord | undefined): readonly (ListedWord | undefined)[] {
    if (this.list !== undefined && isDistant(this.list)) this.list.request(words)
    return words.map(word => this.orLater(() => this.lookUp(word), meanwhile))
  }

  private usesOf(word: string): number {
    return usesOf(word, this.parts, this.language)
  }

  /** The word, and the word without an elided one if its apostrophe is missing. */
  private readingsOf(word: string): string[] {
    const [, rest] = this.language.droppedElision?.(word) ?? []
    return rest === undefined ? [word] : [word, rest]
  }

  /** Decides, or postpones the decision if something is missing. */
  private orLater<T>(decide: () => T, meanwhile: T): T
  private orLater<T>(decide: () => T): T | undefined
  private orLater<T>(decide: () => T, meanwhile?: T): T | undefined {
    try {
      return decide()
    } catch (error) {
      if (error instanceof MissingPages) for (const page of error.pages) this.missingPages.add(page)
      else if (error instanceof MissingWords || error instanceof MissingFeature) this.missing ??= error
      else throw error
      return meanwhile
    }
  }
}

/** Whether documents have a compound with the word as a part, another spelling, or a substitute. `expanded`: what each segment has for the word. */
function isHeld(expanded: readonly ExpandedTerm[]): boolean {
  const isSpelling = ({ relation }: WeightedForm) => relation === 'variant' || relation === 'synonym'
  const [{ substitutes } = { substitutes: [] }] = expanded
  return (
    expanded.some(({ wholes, forms }) => wholes.length > 0 || forms.some(isSpelling)) ||
    // Each of its words may be in another segment, and the answer must not depend on segments.
    substitutes.some(({ words }, s) =>
      words.every((_, w) => expanded.some(({ substitutes }) => substitutes[s].words[w].forms.length > 0)),
    )
  )
}
