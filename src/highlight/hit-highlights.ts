/** The highlights of a hit, from its stored fields. */

import type { Language } from '../language/language.ts'
import type { Query } from '../query/query.ts'
import type { Schema } from '../schema/schema.ts'
import type { WeighedQuery } from '../search/weigh.ts'
import { bare } from '../text/language-mark.ts'
import { countsIn, type Expansion, type SubstitutePart, termsOfPhrases } from './expansions.ts'
import { type Highlight, highlightMarks } from './highlight.ts'
import { MarkFinder } from './marks.ts'
import type { SoughtWord } from './sightings.ts'
import { SnippetMaker } from './snippet.ts'

/** What to highlight. */
export interface HighlightRequest {
  /** Names of stored text fields. */
  fields: readonly string[]
  /** The length of snippets; `false` for whole texts. */
  snippet: number | false
}

/**
 * Returns the highlights of one stored document, by field; a field without text has none. `place`: the index of its language, if the search index has several.
 */
export type HitHighlighter = (document: object, place: number) => Record<string, Highlight>

/** Creates the highlighter for one answer, whose hits share cached data about words. */
export function makeHitHighlighter(
  question: Query,
  weighed: WeighedQuery,
  language: Language,
  { fields, snippet }: HighlightRequest,
  { fields: known }: Schema,
): HitHighlighter {
  const rarities = weighed.terms.map(({ rarity }) => rarity)
  const readerFor = readersByField(question, known, language, (field, language) => {
    const { finder, sought } = readingOf(question, weighed, language, field)
    const maker = snippet === false ? undefined : new SnippetMaker(finder, snippet, rarities, sought)
    return (text: string): Highlight => maker?.read(text) ?? highlightMarks(finder.read(text))
  })
  return (document, place) => {
    const values = new Map<string, unknown>(Object.entries(document))
    const highlights: [string, Highlight][] = []
    for (const field of fields) {
      const text = textOf(values.get(field))
      if (text === '') continue
      highlights.push([field, readerFor(field, place)(text)])
    }
    // Not by assignment, because a field may be called __proto__.
    return Object.fromEntries(highlights)
  }
}

/** The reader of texts by field name and language. If some words count in only one field, each field needs its own; otherwise fields share one. */
export function readersByField<Reader>(
  { terms }: Query,
  searched: Schema['fields'],
  language: Language,
  make: (field: number | undefined, language: Language) => Reader,
): (name: string, place: number) => Reader {
  const isByField = terms.some(({ field }) => field !== undefined)
  const byPlace = new Map<number, Map<number | undefined, Reader>>()
  return (name, place) => {
    const field = isByField ? searched.findIndex(other => other.name === name) : undefined
    let readers = byPlace.get(place)
    if (readers === undefined) byPlace.set(place, (readers = new Map()))
    const reader = readers.get(field) ?? make(field, language.several?.readers[place] ?? language)
    readers.set(field, reader)
    return reader
  }
}

/** The reader that marks the stored texts of a field, and the words to look for in long ones. */
export function readingOf(
  question: Query,
  weighed: WeighedQuery,
  language: Language,
  field: number | undefined,
): { finder: MarkFinder; sought: SoughtWord[] } {
  const expansions = expansionsInIndex(question, weighed, field)
  const words = [...expansions].map(([word, expansion]) => ({ word: bare(word), expansion }))
  return {
    finder: new MarkFinder(question, language, word => expansions.get(word), field),
    sought: [...words, ...phrasesOf(question)],
  }
}

/** The words of the index that match the query, with their expansions. Stored texts were read for the index, so they have no other matching words. */
function expansionsInIndex(
  question: Query,
  { terms }: WeighedQuery,
  field: number | undefined,
): ReadonlyMap<string, Expansion> {
  const ofPhrases = termsOfPhrases(question)
  const expansions = new Map<string, { own: number[]; related: number[]; parts: SubstitutePart[] }>()
  const expansionOf = (word: string) => {
    let expansion = expansions.get(word)
    if (expansion === undefined) expansions.set(word, (expansion = { own: [], related: [], parts: [] }))
    return expansion
  }
  terms.forEach(({ question: asked, parts }, term) => {
    if (!countsIn(asked, field) || ofPhrases.has(term)) return
    const add = (word: string, isRelated: boolean) => {
      const { own, related } = expansionOf(word)
      if (own.includes(term)) return
      if (!isRelated) {
        own.push(term)
        if (related.includes(term)) related.splice(related.indexOf(term), 1)
      } else if (!related.includes(term)) related.push(term)
    }
    for (const { forms, wholes, substitutes } of parts) {
      for (const { term, relation } of forms) add(term.word, relation === 'family' || relation === 'synonym')
      for (const { term } of wholes) add(term.word, false)
      substitutes.forEach(({ words }, s) => {
        const substitute = asked.substitutes[s].words.join(' ')
        words.forEach(({ forms }, word) => {
          for (const { term: found } of forms) {
            const { parts } = expansionOf(found.word)
            if (words.length === 1) add(found.word, true)
            else if (!parts.some(part => part.term === term && part.substitute === substitute && part.word === word)) {
              parts.push({ term, substitute, word, words: words.length })
            }
          }
        })
      })
    }
  })
  return expansions
}

/** The words in quotation marks, which are marked only as a complete phrase. */
function phrasesOf({ phrases = [] }: Query): SoughtWord[] {
  return phrases.map(({ slots, terms }) => ({
    word: slots.map(({ words }) => bare(words[0])).join(' '),
    expansion: { own: terms, related: [], parts: [] },
  }))
}

/** A stored value as text, as it was read for the index. The texts of an array are on separate lines, so that no word spans two. */
export function textOf(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter(text => text !== '')
      .join('\n')
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
