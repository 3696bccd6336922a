/**
 * The phrases of suggestions, from a sample of the documents on a cluster: those with the lowest of numbers that are independent of their content. As with an
 * index file, whatever is typed next, matching documents stay in the sample.
 */
import { spellings } from '../dictionary/holders.ts'
import { allFeatures } from '../features/all-features.ts'
import type { DocumentSample } from '../features/document-sample.ts'
import type { Features } from '../features/features.ts'
import { StoredPhrases } from '../features/phrases.ts'
import type { Language } from '../language/language.ts'
import type { Schema } from '../schema/schema.ts'
import type { SearchAnswer } from './answers.ts'
import { allOf, anyOf, type Clause, NONE } from './clauses.ts'
import type { FieldPaths } from './index-names.ts'
import type { SampleView } from './sample-segment.ts'
import type { Statistics } from './statistics.ts'
import { wordToken } from './tokens.ts'

export interface PhraseContext {
  schema: Schema
  language: Language
  statistics: Statistics
  paths: FieldPaths
  view: SampleView
  /** The answer of a search, if available; otherwise the search is noted. */
  search(body: object): SearchAnswer | undefined
  /** @throws MissingPages if anything is noted */
  throwIfMissing(): void
}

export function phraseRequests(context: PhraseContext): ClusterPhrases {
  return new ClusterPhrases(context)
}

/** The feature `suggest` with these phrases. */
export function suggestFeature(phrases: ClusterPhrases): Features['suggest'] {
  return {
    ...allFeatures('suggest'),
    suggest: (typed, limit, parts, schema, language, shown) =>
      allFeatures('suggest').suggest(typed, limit, parts, schema, language, shown, phrases),
  }
}

class ClusterPhrases extends StoredPhrases {
  private readonly context: PhraseContext

  constructor(context: PhraseContext) {
    super([context.view], context.schema, context.language)
    this.context = context
  }

  override announce(words: readonly string[]): void {
    const { language, view } = this.context
    view.segment.announce?.({ classKeys: words.map(word => language.key(word)) })
  }

  override countTogether(words: readonly string[]): number {
    return words.length === 0 ? 0 : this.context.statistics.count(this.holdingAll(words, false))
  }

  override countInTitles(words: readonly string[]): number[] {
    const { statistics } = this.context
    this.announce(words)
    const queries = words.map(word => this.holdingAll([word], true))
    for (const query of queries) if (query !== NONE) statistics.announceCount(query)
    statistics.throwIfMissing()
    return queries.map(query => (query === NONE ? 0 : statistics.count(query)))
  }

  /** The documents that contain all words, with any accents. */
  private holdingAll(words: readonly string[], inTitles: boolean): Clause {
    const { paths, view, language, schema } = this.context
    const titles = schema.fields.flatMap(({ title }, field) => (title ? paths.words(field) : []))
    return allOf(
      words.map(word => {
        const tokens = spellings(view, word, language).map(term => wordToken(term.word))
        if (tokens.length === 0) return NONE
        return anyOf((inTitles ? titles : [paths.tokens]).map(path => ({ terms: { [path]: tokens } })))
      }),
    )
  }

  /** Empty, and noted, if it is not available. */
  protected override sample(words: readonly string[], inTitles: boolean, most: number): DocumentSample {
    const { paths, view } = this.context
    const fields = inTitles ? this.titleFields : this.textFields
    if (fields.length === 0 || words.length === 0) return { documents: [], total: 0 }
    const found = this.context.search({
      size: most,
      track_total_hits: true,
      query: this.holdingAll(words, inTitles),
      sort: [{ [paths.shuffled]: 'asc' }, { [paths.order]: 'asc' }],
      _source: [paths.document],
      docvalue_fields: [paths.order],
    })
    const documents = (found?.hits.hits ?? []).flatMap(({ _source }, rank) => {
      const id = _source?.d[this.context.schema.idField] as string | number
      const document = view.documentOf(id)
      return document === undefined ? [] : [{ part: 0, document, rank }]
    })
    return { documents, total: found?.hits.total?.value ?? 0 }
  }

  protected override announceDocuments(): void {
    this.context.throwIfMissing()
  }
}
