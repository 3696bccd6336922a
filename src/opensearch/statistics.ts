/**
 * The statistics of the whole index that a query needs first: how many documents contain which words. They are cached for a while, so that most queries need
 * only one request.
 *
 * Reading missing data notes it and throws `MissingPages`, like a page of a file; `fetch` then fetches everything that was noted.
 */

import { foldValue } from '../columns/keyword-column.ts'
import { MissingPages } from '../format/paged-bytes.ts'
import { keysIn } from '../index/join-classes.ts'
import type { Language } from '../language/language.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import type { Schema } from '../schema/schema.ts'
import { fold } from '../text/fold.ts'
import { Absences, type Doubts } from './absences.ts'
import { answersOf, isWhole, type SearchAnswer } from './answers.ts'
import type { Cluster } from './cluster.ts'
import type { FieldPaths, IndexNames } from './index-names.ts'
import { keyToken, wordToken } from './tokens.ts'
import {
  type Collection,
  type CountedClass,
  collectionOf,
  compareFolded,
  type FoldedEntry,
  isUsed,
  joinCounted,
  type NearEntry,
  nearOf,
  spellingKey,
  type Wanted,
  wordsOf,
} from './wanted.ts'

/** Where to search: the current index, or its state at a point in time. */
export interface Target {
  names: IndexNames
  paths: FieldPaths
  /** The id of a point in time. */
  pit?: string
  /** How long it is kept alive from now on. */
  keepAlive?: string
}

/** How many words with the same prefix are counted: those that most documents had when they were first written. */
const MOST_COMPLETIONS = 256
/** The number of counts in one request. */
const COUNTS_PER_REQUEST = 500
const PAGE = 10_000

const fieldsOfWords = { size: PAGE, track_total_hits: false, docvalue_fields: ['word'], stored_fields: '_none_' }

export class Statistics {
  private readonly cluster: Cluster
  private readonly target: Target
  private readonly schema: Schema
  private readonly language: Language
  private collected: Collection | undefined
  private readonly classes = new Map<string, CountedClass | undefined>()
  private readonly absences = new Absences()
  private readonly beginnings = new Map<string, readonly FoldedEntry[]>()
  private readonly allOfBeginning = new Map<string, readonly string[]>()
  private readonly near = new Map<string, readonly NearEntry[]>()
  private readonly spellings = new Map<string, readonly string[]>()
  private readonly counts = new Map<string, number>()
  /** What is noted, by its key. */
  private readonly wanted = new Map<string, Wanted>()
  private fetching: Promise<void> | undefined
  /** When it was created, in milliseconds. */
  readonly since = Date.now()
  private readonly mayBePartial: boolean
  /** Some shards did not answer, and their documents are not counted. */
  isPartial = false

  /** `mayBePartial`: the counts of some shards are enough. */
  constructor(cluster: Cluster, target: Target, schema: Schema, language: Language, mayBePartial = false) {
    this.cluster = cluster
    this.target = target
    this.schema = schema
    this.language = language
    this.mayBePartial = mayBePartial
  }

  /** Throws `MissingPages` if anything is noted. */
  throwIfMissing(): void {
    if (this.wanted.size > 0) throw new MissingPages([0])
  }

  private note(wanted: Wanted): void {
    this.wanted.set(JSON.stringify(wanted), wanted)
  }

  private missing(wanted: Wanted): never {
    this.note(wanted)
    throw new MissingPages([0])
  }

  /** Notes what is missing. */
  announceClasses(keys: readonly string[]): void {
    for (const key of keys.flatMap(key => keysIn(key) ?? key))
      if (!this.classes.has(key)) this.note({ kind: 'class', key })
  }

  announceCollection(): void {
    if (this.collected === undefined) this.note({ kind: 'collection' })
  }

  announceBeginning(folded: string): void {
    if (!this.beginnings.has(folded)) this.note({ kind: 'beginning', folded })
  }

  announceNear(typed: string, most: number): void {
    if (!this.near.has(`${most} ${typed}`)) this.note({ kind: 'near', typed, most })
  }

  announceSpellings(column: number, value: string): void {
    if (!this.spellings.has(spellingKey(column, value))) this.note({ kind: 'spellings', column, value })
  }

  announceCount(query: object): void {
    const key = JSON.stringify(query)
    if (!this.counts.has(key)) this.note({ kind: 'count', query })
  }

  get collection(): Collection {
    return this.collected ?? this.missing({ kind: 'collection' })
  }

  /** Undefined if no document has a word of the class. */
  wordClass(key: string): CountedClass | undefined {
    const keys = keysIn(key)
    if (keys !== undefined) {
      this.announceClasses(keys)
      this.throwIfMissing()
      return joinCounted(
        key,
        keys.flatMap(key => this.wordClass(key) ?? []),
      )
    }
    if (!this.classes.has(key)) this.missing({ kind: 'class', key })
    this.absences.relyOn(key)
    return this.classes.get(key)
  }

  /** Words that were taken for absent and may have come, as a search; undefined if all is certain. What a point in time has not, it never has. */
  doubts(): { search: [header: object, body: object]; settle: Doubts['settle'] } | undefined {
    const { pit, paths } = this.target
    if (pit !== undefined) return undefined
    const doubts = this.absences.doubts(paths.tokens, key => this.classes.delete(key))
    return doubts && { search: this.inDocuments(doubts.body), settle: doubts.settle }
  }

  /** The most frequent words with a folded prefix, in order of their folded spelling. */
  startingWith(folded: string): readonly FoldedEntry[] {
    return this.beginnings.get(folded) ?? this.missing({ kind: 'beginning', folded })
  }

  /** All words with a folded prefix, even if no document has them. */
  wordsOfBeginning(folded: string): readonly string[] {
    return this.allOfBeginning.get(folded) ?? this.missing({ kind: 'words', folded })
  }

  nearWords(typed: string, most: number): readonly NearEntry[] {
    return this.near.get(`${most} ${typed}`) ?? this.missing({ kind: 'near', typed, most })
  }

  /** The values of documents in a keyword column that differ from `value` only in accents, case and apostrophes. */
  spellingsOf(column: number, value: string): readonly string[] {
    return this.spellings.get(spellingKey(column, value)) ?? this.missing({ kind: 'spellings', column, value })
  }

  /** How many documents match a query. */
  count(query: object): number {
    return this.counts.get(JSON.stringify(query)) ?? this.missing({ kind: 'count', query })
  }

  /** Fetches everything that is noted. Concurrent calls share the requests. */
  async fetch(signal?: PlatformAbortSignal): Promise<void> {
    // Another call may be fetching what this one needs.
    while (this.fetching !== undefined) await this.fetching.catch(() => {})
    const all = [...this.wanted.values()].filter(wanted => !this.has(wanted))
    this.wanted.clear()
    if (all.length === 0) return
    this.fetching = this.get(all, signal)
    try {
      await this.fetching
    } finally {
      this.fetching = undefined
    }
  }

  private has(wanted: Wanted): boolean {
    switch (wanted.kind) {
      case 'collection':
        return this.collected !== undefined
      case 'class':
        return this.classes.has(wanted.key)
      case 'beginning':
        return this.beginnings.has(wanted.folded)
      case 'words':
        return this.allOfBeginning.has(wanted.folded)
      case 'near':
        return this.near.has(`${wanted.most} ${wanted.typed}`)
      case 'spellings':
        return this.spellings.has(spellingKey(wanted.column, wanted.value))
      case 'count':
        return this.counts.has(JSON.stringify(wanted.query))
    }
  }

  private async get(all: readonly Wanted[], signal: PlatformAbortSignal | undefined): Promise<void> {
    const classes = all.flatMap(wanted => (wanted.kind === 'class' ? wanted.key : []))
    const others = all.filter(wanted => wanted.kind !== 'class' && wanted.kind !== 'words')
    const searches = others.map(wanted => this.searchFor(wanted))
    if (classes.length > 0) searches.push(this.inWords({ terms: { key: classes.map(keyToken) } }))
    const answers = searches.length === 0 ? [] : await this.searchAll(searches, signal)
    const words =
      classes.length === 0
        ? []
        : await this.allWords(answers[others.length], { terms: { key: classes.map(keyToken) } }, signal)
    const byClass = new Map(classes.map(key => [key, [] as string[]]))
    for (const word of words) byClass.get(this.language.key(word))?.push(word)
    const counted = [...byClass].filter(([, words]) => words.length > 0)
    const nearWords = new Map<Wanted, NearEntry[]>()
    const begun = new Map<Wanted, string[]>()
    others.forEach((wanted, i) => {
      if (wanted.kind === 'near') nearWords.set(wanted, nearOf(wordsOf(answers[i]), wanted.typed, wanted.most))
      else if (wanted.kind === 'beginning') begun.set(wanted, wordsOf(answers[i]))
    })
    const tokens = [
      ...counted.flatMap(([key, words]) => [keyToken(key), ...words.map(wordToken)]),
      ...[...nearWords.values()].flat().map(({ word }) => wordToken(word)),
      ...[...begun.values()].flat().map(wordToken),
    ]
    const uses = await this.countTokens([...new Set(tokens)], signal)
    const usesOf = (word: string) => uses.get(wordToken(word)) ?? 0
    for (const key of classes) {
      const entries = (byClass.get(key) ?? []).map(word => ({ word, documentFrequency: usesOf(word) }))
      const held = entries.filter(({ documentFrequency }) => documentFrequency > 0)
      if (held.length === 0) this.absences.add(key)
      held.sort((a, b) => (a.word < b.word ? -1 : 1))
      this.classes.set(
        key,
        held.length === 0 ? undefined : { key, documentFrequency: uses.get(keyToken(key)) ?? 0, words: held },
      )
    }
    others.forEach((wanted, i) => {
      switch (wanted.kind) {
        case 'collection':
          this.collected = collectionOf(answers[i], this.schema.fields.length)
          break
        case 'beginning': {
          const entries = (begun.get(wanted) ?? []).map(word => ({
            word,
            folded: fold(word),
            documentFrequency: usesOf(word),
          }))
          this.beginnings.set(wanted.folded, entries.filter(isUsed).sort(compareFolded))
          break
        }
        case 'near':
          this.near.set(
            `${wanted.most} ${wanted.typed}`,
            (nearWords.get(wanted) ?? [])
              .map(entry => ({ ...entry, documentFrequency: usesOf(entry.word) }))
              .filter(isUsed),
          )
          break
        case 'spellings': {
          const values = answers[i].aggregations?.values.buckets?.map(({ key }) => key) ?? []
          const folded = foldValue(wanted.value)
          this.spellings.set(
            spellingKey(wanted.column, wanted.value),
            values.filter(value => foldValue(value) === folded),
          )
          break
        }
        case 'count':
          this.counts.set(JSON.stringify(wanted.query), answers[i].hits.total?.value ?? 0)
      }
    })
    for (const wanted of all) {
      if (wanted.kind !== 'words') continue
      const query = { prefix: { folded: wanted.folded } }
      const [first] = await this.searchAll([this.inWords(query)], signal)
      this.allOfBeginning.set(wanted.folded, await this.allWords(first, query, signal))
    }
  }

  private searchFor(wanted: Wanted): [header: object, body: object] {
    const { paths } = this.target
    switch (wanted.kind) {
      case 'collection': {
        const lengths = this.schema.fields.flatMap((_, field): [string, object][] => [
          [`length${field}`, { sum: { field: paths.length(field) } }],
          [`documents${field}`, { value_count: { field: paths.length(field) } }],
        ])
        return this.inDocuments({ size: 0, track_total_hits: true, aggs: Object.fromEntries(lengths) })
      }
      case 'beginning': {
        const body = { ...fieldsOfWords, size: MOST_COMPLETIONS, sort: [{ uses: 'desc' }, { word: 'asc' }] }
        return [{ index: this.target.names.words }, { ...body, query: { prefix: { folded: wanted.folded } } }]
      }
      case 'near':
        return this.inWords({
          fuzzy: {
            piece: {
              value: wanted.typed,
              fuzziness: wanted.most,
              prefix_length: 0,
              transpositions: true,
              rewrite: 'constant_score',
            },
          },
        })
      case 'spellings': {
        const query = { term: { [paths.folded(wanted.column)]: foldValue(wanted.value) } }
        const aggs = { values: { terms: { field: paths.column(wanted.column), size: PAGE } } }
        return this.inDocuments({ size: 0, track_total_hits: false, query, aggs })
      }
      case 'count':
        return this.inDocuments({ size: 0, track_total_hits: true, query: wanted.query })
      default:
        throw new TypeError('What is wanted has a way of its own.')
    }
  }

  private inWords(query: object): [object, object] {
    return [{ index: this.target.names.words }, { ...fieldsOfWords, query, sort: [{ word: 'asc' }] }]
  }

  private inDocuments(body: object): [object, object] {
    const { pit, names } = this.target
    return pit === undefined ? [{ index: names.documents }, body] : [{}, { ...body, pit: { id: pit } }]
  }

  private async searchAll(
    searches: readonly [object, object][],
    signal: PlatformAbortSignal | undefined,
  ): Promise<SearchAnswer[]> {
    return this.checked(await this.cluster.search(searches.flat(), { signal }))
  }

  private checked(response: unknown): SearchAnswer[] {
    const answers = answersOf(response, this.target.names.documents, this.mayBePartial)
    if (answers.some(answer => !isWhole(answer))) this.isPartial = true
    return answers
  }

  /** The words of the first page and of the following ones. */
  private async allWords(
    first: SearchAnswer,
    query: object,
    signal: PlatformAbortSignal | undefined,
  ): Promise<string[]> {
    const words = wordsOf(first)
    let last = first
    while (last.hits.hits.length === PAGE) {
      const [header, body] = this.inWords(query)
      const after = last.hits.hits.at(-1)?.sort
      ;[last] = await this.searchAll([[header, { ...body, search_after: after }]], signal)
      words.push(...wordsOf(last))
    }
    return words
  }

  /** How many documents contain each token, without removed ones. */
  private async countTokens(
    tokens: readonly string[],
    signal: PlatformAbortSignal | undefined,
  ): Promise<Map<string, number>> {
    const counts = new Map<string, number>()
    for (let i = 0; i < tokens.length; i += COUNTS_PER_REQUEST) {
      const some = tokens.slice(i, i + COUNTS_PER_REQUEST)
      const searches = some.map(token =>
        this.inDocuments({ size: 0, track_total_hits: true, query: { term: { [this.target.paths.tokens]: token } } }),
      )
      const filter = ['hits.total', '_shards', 'error', 'status', 'timed_out']
      const path = `/_msearch?filter_path=${filter.map(name => `responses.${name}`).join()}`
      const answers = this.checked(await this.cluster.search(searches.flat(), { signal }, path))
      answers.forEach((answer, k) => {
        counts.set(some[k], answer.hits.total?.value ?? 0)
      })
    }
    return counts
  }
}
