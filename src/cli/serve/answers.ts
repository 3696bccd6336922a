/** What the page of `serve` is told: of an index, and of a question to it. */
import {
  CorruptIndexError,
  type Explanation,
  type Filter,
  type Highlight,
  type InspectedColumn,
  type Inspection,
  InvalidOptionError,
  parseQuery,
  type QueryProblemCode,
  type SearchIndex,
} from '../../index.ts'
import { columnTraits } from '../../internal.ts'
import { metadataOf, passageOf, sectionName, titleFieldOf, titleOf, usualGroup } from '../hit-parts.ts'
import type { FoundCounts } from '../messages/held-words.ts'

/** An index, as the page introduces it. */
export interface IndexCard {
  name: string
  documents: number
  words: number
  bytes: number
  /** Columns without ranges, to choose values of. */
  facets: string[]
  /** Columns with ranges, to sort by. */
  sorts: string[]
  /** The field that holds titles, for showing how a question names one. */
  titleField: string | undefined
  /** Questions to begin with. */
  examples: string[]
}

export interface Answer extends FoundCounts {
  /** How many hits there are, at least: documents, or pages of them. */
  shownTotal: number
  tookMs: number
  correction: string | undefined
  /** The question as it may have been meant. */
  didYouMean: string | undefined
  /** What in the question is read as words, and why. */
  problems: { code: QueryProblemCode; text: string }[]
  facets: { field: string; values: { value: string; count: number }[] }[]
  hits: AnswerHit[]
}

export interface AnswerHit {
  id: string
  /** An address on the web, where the document has one. */
  href: string | undefined
  title: Highlight
  known: string[]
  passage: Highlight | undefined
  /** The other sections of its page that answer. */
  sections: { href: string | undefined; name: string }[]
  /** How many more there are. */
  moreSections: number
  score: number
  explanation: Explanation | undefined
}

/** What is asked of an index. */
export interface Asked {
  question: string
  offset: number
  limit: number
  /** Values by keyword column; of each, any. */
  chosen: ReadonlyMap<string, readonly string[]>
  /** A column, newest or greatest first; undefined for the best first. */
  sort: string | undefined
}

/** A person can choose among so many values. */
const FACET_VALUES = 12
/** In characters: some three lines of the page. */
const SNIPPET = 220

/** As many documents are looked at for titles to begin with. */
const MOST_LOOKED_AT = 500
const EXAMPLES = 4

export function introduce(name: string, index: SearchIndex): IndexCard {
  const { documents, words, bytes, fields, columns } = index.inspect()
  return {
    name,
    documents,
    words,
    bytes,
    facets: columns.filter(({ type }) => !columnTraits[type].hasRanges).map(({ name }) => name),
    sorts: columns.filter(({ type }) => columnTraits[type].hasRanges).map(({ name }) => name),
    titleField: fields.find(({ title }) => title)?.name,
    examples: examplesOf(index, titleFieldOf(fields)),
  }
}

/** What titles begin with, before their first comma or colon: that is what people ask for. */
function examplesOf(index: SearchIndex, titleField: string | undefined): string[] {
  if (titleField === undefined) return []
  const { hits } = index.search('', { filter: {}, limit: MOST_LOOKED_AT })
  const heads = hits.flatMap(({ document }) => {
    const title = document[titleField]
    const [head] = typeof title === 'string' ? title.split(/\s*[,:;.?!«»()"–—]/) : []
    return head !== undefined && /^\p{L}[^\n]*$/u.test(head) && [2, 3, 4].includes(head.split(/\s/).length)
      ? [head]
      : []
  })
  const each = Math.max(Math.floor(heads.length / EXAMPLES), 1)
  return [...new Set(heads.filter((_, i) => i % each === 0))].slice(0, EXAMPLES)
}

/** Asks what makes an index ready for all kinds of questions; damage shows when a person asks. */
export function prepare(index: SearchIndex): void {
  try {
    for (const question of ['recherhce', 'le']) {
      answer(index, { question, offset: 0, limit: 10, chosen: new Map(), sort: undefined })
    }
  } catch (error) {
    if (!(error instanceof CorruptIndexError)) throw error
  }
}

/** Answers a question. What isn't a column, and what isn't a value, finds nothing or changes nothing: addresses are typed by people too. */
export function answer(index: SearchIndex, asked: Asked): Answer {
  const { question, offset, limit } = asked
  const inspection = index.inspect()
  const { fields, columns } = inspection
  const titleField = titleFieldOf(fields)
  const highlighted = fields.filter(({ stored }) => stored).map(({ name }) => name)
  const filter = filterOf(asked.chosen, columns)
  const group = usualGroup(columns)
  const sorted = columns.find(({ name, type }) => name === asked.sort && columnTraits[type].hasRanges)
  const found = index.search(question, {
    offset,
    limit,
    prefix: true,
    // Nothing to explain where nothing was asked.
    explain: question.trim() !== '',
    ...(highlighted.length > 0 && { highlight: { fields: highlighted, snippet: SNIPPET } }),
    facets: Object.fromEntries(
      columns
        .filter(({ name, type }) => !columnTraits[type].hasRanges && name !== group?.field)
        .map(({ name }) => [name, { limit: FACET_VALUES, ignoreOwnFilter: true }]),
    ),
    ...(filter !== undefined && { filter }),
    ...(group !== undefined && { group }),
    ...(sorted !== undefined && { sort: [{ field: sorted.name, order: 'desc' as const }] }),
  })
  return {
    total: found.total,
    // What there is to show; of many, no one counts the pages.
    shownTotal: found.totalGroups ?? found.total,
    totalIsLowerBound: found.totalIsLowerBound,
    fullMatches: found.fullMatches,
    fullMatchesIsLowerBound: found.fullMatchesIsLowerBound,
    tookMs: found.tookMs,
    correction: found.correction,
    didYouMean: found.didYouMean,
    problems: problemsOf(question, inspection),
    facets: Object.entries(found.facets ?? {}).map(([field, values = []]) => ({ field, values })),
    hits: found.hits.map(hit => ({
      id: String(hit.id),
      href: hrefOf(hit.document),
      title: titleOf(hit, titleField),
      known: metadataOf(hit.document),
      passage: passageOf(hit, titleField),
      sections: (hit.grouped ?? []).map(section => ({
        href: hrefOf(section.document),
        name: sectionName(section, titleField),
      })),
      moreSections: (hit.groupedTotal ?? 0) - (hit.grouped?.length ?? 0),
      score: hit.score,
      explanation: hit.explanation,
    })),
  }
}

function filterOf(
  chosen: ReadonlyMap<string, readonly string[]>,
  columns: readonly InspectedColumn[],
): Filter<Record<string, unknown>> | undefined {
  const known = [...chosen].filter(([field]) =>
    columns.some(({ name, type }) => name === field && !columnTraits[type].hasRanges),
  )
  return known.length === 0 ? undefined : { and: known.map(([field, values]) => ({ [field]: [...values] })) }
}

function problemsOf(question: string, { fields, columns }: Inspection): Answer['problems'] {
  try {
    const { problems } = parseQuery(question, {
      fields: fields.map(({ name }) => name),
      columns: Object.fromEntries(columns.map(({ name, type }) => [name, type])),
    })
    return problems.map(({ code, start, end }) => ({ code, text: question.slice(start, end) }))
  } catch (error) {
    if (error instanceof InvalidOptionError) return []
    throw error
  }
}

/** Only the web: an address may be anything that stood in a document. */
function hrefOf({ url, link, permalink }: Record<string, unknown>): string | undefined {
  return [url, link, permalink].find((said): said is string => typeof said === 'string' && /^https?:\/\//i.test(said))
}
