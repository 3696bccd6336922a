/**
 * The sums that a query builds up, over a window of a few thousand documents at a time. Small arrays stay in the processor's cache and serve segments of any
 * size.
 */

import { TermSums } from './term-sums.ts'
import { WINDOW_LENGTH, WindowDocuments } from './window-documents.ts'
import { windowLoops } from './window-loops.ts'

/** Resetting a whole window takes as long as resetting this many documents one by one. */
const MANY = WINDOW_LENGTH / 4

/** All windows have the same arrays, so one search uses them at a time. */
export class Window {
  /** The number of documents in the window. */
  readonly length: number
  /** The score so far. Indexes are relative to the start of the window. */
  readonly score = windowLoops.score
  /** How many terms of the query the document contains; a document above 0 is touched. */
  readonly matched = windowLoops.matched
  /** For the terms in the title: the saturated weight, the rarity, the number. */
  readonly titleScore = windowLoops.titleScore
  readonly titleRarity = windowLoops.titleRarity
  readonly titleTerms = windowLoops.titleTerms
  /** The touched documents. */
  readonly touched = windowLoops.touched
  touchedCount = 0
  /** Documents that are examined alone. */
  readonly candidates = new WindowDocuments()
  /** Those that contain the words of a substitute so far. */
  readonly holding = new WindowDocuments()
  /** The postings of a list for such documents. */
  readonly amongDocuments = windowLoops.chosenDocuments
  readonly amongFrequencies = windowLoops.chosenFrequencies

  /** For the current term, frequencies divided by length: over all forms, other spellings of a whole, and in the title alone. */
  readonly forms = new TermSums(0)
  readonly wholes = new TermSums(1)
  readonly titleForms = new TermSums(2)
  readonly titleWholes = new TermSums(3)
  /** For a substitute of it: the sums of its rarest word so far and of the current word, and in the title alone. */
  readonly substitute = new TermSums(4)
  readonly substituteWord = new TermSums(5)
  readonly titleSubstitute = new TermSums(6)
  readonly titleSubstituteWord = new TermSums(7)

  /** `length` has its default, except in tests that want many windows of few documents. */
  constructor(length = WINDOW_LENGTH) {
    this.length = length
  }

  /** Adds the current term to the titles' share and to the score: the class, then the word as typed. */
  addTerm(rarity: number, ownWeight: number): void {
    if (this.titleForms.count > 0) this.titleForms.moveToTitle(rarity)
    if (this.forms.count > 0) this.touchedCount = this.forms.moveToScore(rarity, ownWeight, this.touchedCount)
  }

  /** Resets the touched documents to 0. */
  clear(): void {
    const { touchedCount, score, matched, titleScore, titleRarity, titleTerms } = this
    this.touchedCount = 0
    if (touchedCount <= MANY) windowLoops.clearTouched(touchedCount)
    else for (const array of [score, matched, titleScore, titleRarity, titleTerms]) array.fill(0)
  }
}
