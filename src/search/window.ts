/**
 * The sums a question builds up, over a window of a few thousand documents at a time: small arrays stay in the processor's cache, and serve segments of
 * any size.
 */

import { TermSums } from './term-sums.ts'
import { WINDOW_LENGTH, WindowDocuments } from './window-documents.ts'
import { windowLoops } from './window-loops.ts'

/** Setting a whole window back takes as long as setting back so many documents one by one. */
const MANY = WINDOW_LENGTH / 4

/** All windows have the same arrays, so one search uses them at a time. */
export class Window {
  /** How many documents it holds. */
  readonly length: number
  /** The score so far. Indexes count from the start of the window. */
  readonly score = windowLoops.score
  /** How many terms of the question the document holds; above 0 marks a touched document. */
  readonly matched = windowLoops.matched
  /** Of the terms that the title holds: the saturated weight, the rarity, the number. */
  readonly titleScore = windowLoops.titleScore
  readonly titleRarity = windowLoops.titleRarity
  readonly titleTerms = windowLoops.titleTerms
  /** The touched documents. */
  readonly touched = windowLoops.touched
  touchedCount = 0
  /** Documents that are looked at alone. */
  readonly candidates = new WindowDocuments()
  /** Those that hold the words of a substitute so far. */
  readonly holding = new WindowDocuments()
  /** The postings that a list has of such documents. */
  readonly amongDocuments = windowLoops.chosenDocuments
  readonly amongFrequencies = windowLoops.chosenFrequencies

  /** Of the term at hand, frequencies divided by length: over all forms, other spellings of a whole; and in the title alone. */
  readonly forms = new TermSums(0)
  readonly wholes = new TermSums(1)
  readonly titleForms = new TermSums(2)
  readonly titleWholes = new TermSums(3)
  /** Of a substitute of it: the sums of its rarest word so far, and of the word at hand; and in the title alone. */
  readonly substitute = new TermSums(4)
  readonly substituteWord = new TermSums(5)
  readonly titleSubstitute = new TermSums(6)
  readonly titleSubstituteWord = new TermSums(7)

  /** `length` is what any index is searched with, unless a test wants many windows of few documents. */
  constructor(length = WINDOW_LENGTH) {
    this.length = length
  }

  /** Adds the term at hand to what titles have, and to the score: the class, then the word as typed. */
  addTerm(rarity: number, ownWeight: number): void {
    if (this.titleForms.count > 0) this.titleForms.moveToTitle(rarity)
    if (this.forms.count > 0) this.touchedCount = this.forms.moveToScore(rarity, ownWeight, this.touchedCount)
  }

  /** Sets the touched documents back to 0. */
  clear(): void {
    const { touchedCount, score, matched, titleScore, titleRarity, titleTerms } = this
    this.touchedCount = 0
    if (touchedCount <= MANY) windowLoops.clearTouched(touchedCount)
    else for (const array of [score, matched, titleScore, titleRarity, titleTerms]) array.fill(0)
  }
}
