/** The words of the index by which a hit was found, by field. */

import type { PostingCursor } from '../index/segment.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { WeightedForm } from '../query/expand.ts'
import type { WeighedQuery } from '../search/weigh.ts'
import { bare } from '../text/language-mark.ts'
import { countsIn } from './expansions.ts'

/** Words of the index by field, in the order of the query's words. */
export type Matches = Record<string, string[]>

/** Looks up `document` in the postings of every form of the query. */
export function findMatches(
  question: WeighedQuery,
  part: SegmentView,
  partIndex: number,
  document: number,
  fields: readonly { index: number; name: string }[],
): Matches {
  const matches = new Map<string, Set<string>>()
  for (const { parts, question: asked } of question.terms) {
    const { forms, wholes, substitutes } = parts[partIndex]
    for (const field of fields) {
      if (!countsIn(asked, field.index)) continue
      const held = (among: readonly WeightedForm[]) =>
        among.filter(form => holdsForm(form, part, document, field.index))
      const found = [...held(forms), ...held(wholes)]
      for (const { words } of substitutes) {
        const ofWords = words.map(word => held(word.forms))
        // A synonym of several words matches only with all of them.
        if (ofWords.every(ofWord => ofWord.length > 0)) found.push(...ofWords.flat())
      }
      for (const { term } of found) {
        const words = matches.get(field.name) ?? new Set()
        matches.set(field.name, words.add(bare(term.word)))
      }
    }
  }
  // Not by assignment, because a field may be called __proto__.
  return Object.fromEntries([...matches].map(([name, words]) => [name, [...words]]))
}

function holdsForm({ term }: WeightedForm, part: SegmentView, document: number, field: number): boolean {
  return term.fields.some(postings => postings.field === field && holds(part.segment.postings(postings), document))
}

function holds(cursor: PostingCursor, document: number): boolean {
  const length = cursor.seekBlock(document)
  for (let i = 0; i < length; i++) if (cursor.documents[i] === document) return true
  return false
}
