/** The highlights of a hit, from its stored fields. */

import type { Language } from '../language/language.ts'
import type { Query } from '../query/query.ts'
import type { Schema } from '../schema/schema.ts'
import type { WeighedQuery } from '../search/weigh.ts'
import { countsIn } from './expansions.ts'
import { type Highlight, highlightMarks } from './highlight.ts'
import { MarkFinder } from './marks.ts'
import { snippetOfMarks } from './snippet.ts'

/** What to highlight. */
export interface HighlightRequest {
  /** Names of stored text fields. */
  fields: readonly string[]
  /** The length of snippets; `false` for whole texts. */
  snippet: number | false
}

/** Gives the highlights of one stored document, by field; a field without a text has none. */
export type HitHighlighter = (document: object) => Record<string, Highlight>

/** Makes the highlighter for one answer: its hits share what is found out about words. */
export function makeHitHighlighter(
  question: Query,
  weighed: WeighedQuery,
  language: Language,
  { fields, snippet }: HighlightRequest,
  { fields: known }: Schema,
): HitHighlighter {
  const finders = new Map<number | undefined, MarkFinder>()
  const isByField = question.terms.some(({ field }) => field !== undefined)
  const finderFor = (field: number | undefined) => {
    const known = finders.get(field)
    if (known !== undefined) return known
    const made = new MarkFinder(question, language, wordsFoundApart(weighed, field), field)
    finders.set(field, made)
    return made
  }
  const rarities = weighed.terms.map(({ rarity }) => rarity)
  return document => {
    const values = new Map<string, unknown>(Object.entries(document))
    const highlights: [string, Highlight][] = []
    for (const field of fields) {
      const text = textOf(values.get(field))
      if (text === '') continue
      const marked = finderFor(isByField ? known.findIndex(({ name }) => name === field) : undefined).read(text)
      const whole = snippet === false
      highlights.push([field, whole ? highlightMarks(marked) : snippetOfMarks(marked, language, snippet, rarities)])
    }
    // Not by assignment: a field may be called __proto__.
    return Object.fromEntries(highlights)
  }
}

/** The words that only the index could find for a question word: by prefix, or in spite of a typo. */
function wordsFoundApart({ terms }: WeighedQuery, field: number | undefined): Map<string, number> {
  const words = new Map<string, number>()
  terms.forEach(({ parts, question: asked }, index) => {
    if (!countsIn(asked, field)) return
    for (const { forms } of parts) {
      for (const { term, relation } of forms) {
        if ((relation === 'prefix' || relation === 'typo') && !words.has(term.word)) words.set(term.word, index)
      }
    }
  })
  return words
}

/** A stored value as text, as it was read for the index. The texts of an array are put on lines of their own, so that no word runs across two. */
function textOf(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter(text => text !== '')
      .join('\n')
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
