/** Joins the classes of a word in several languages: a key may consist of several, each with the mark of its language. */

import { isMarked, separate } from '../text/language-mark.ts'
import type { WordClass } from './segment.ts'

/** The parts of `key`, if it joins several keys; always undefined for an index in one language. */
export function keysIn(key: string): readonly string[] | undefined {
  if (!isMarked(key)) return undefined
  const keys = separate(key)
  return keys.length > 1 ? keys : undefined
}

/** The words of all classes as one class. A document is in one language, so document counts add up. */
export function joinClasses(key: string, classes: readonly (WordClass | undefined)[]): WordClass | undefined {
  const present = classes.filter(wordClass => wordClass !== undefined)
  if (present.length === 0) return undefined
  return {
    key,
    documentFrequency: present.reduce((sum, { documentFrequency }) => sum + documentFrequency, 0),
    terms: present.flatMap(({ terms }) => terms),
  }
}
