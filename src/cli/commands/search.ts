/** `trouvaille search`: prints the documents that answer a query best. */

import { isWorthSaying } from '../../internal.ts'
import {
  type Group,
  type IndexField,
  type InspectedColumn,
  type InspectedField,
  InvalidOptionError,
  type Language,
  type Match,
  type SearchOptions,
  type SearchResults,
  StaleCursorError,
} from '../../searcher.ts'
import { findColumnFor, readFilters, readRecency, readSort } from '../column-options.ts'
import { type Arguments, type Command, ExitCode, UsageError } from '../command.ts'
import { Failure } from '../failure.ts'
import { hitLines } from '../hit-lines.ts'
import { titleFieldOf, usualGroup } from '../hit-parts.ts'
import type { Messages } from '../messages/english.ts'
import { clusterOption, openNamed } from '../open-cluster.ts'
import { withSearcher } from '../open-index.ts'
import { OpenedLanguage, synonymsOf, synonymsOption } from '../opened-language.ts'
import { reportQueryProblems } from '../query-reading.ts'
import type { Terminal } from '../terminal.ts'

/** The limit of the library. */
const MAX_LIMIT = 10_000
const MAX_OFFSET = 1_000_000

export const search: Command = {
  name: 'search',
  summary: m => m.help.summaries.search,
  operands: [{ name: m => m.help.operands.file }, { name: m => m.help.operands.query, rest: true }],
  options: {
    limit: { short: 'n', value: m => m.help.values.count, describe: m => m.help.describe.limit },
    offset: { value: m => m.help.values.count, describe: m => m.help.describe.offset },
    'count-up-to': { value: m => m.help.values.countUpTo, describe: m => m.help.describe.countUpTo },
    match: { value: m => m.help.values.match, describe: m => m.help.describe.match },
    fields: { value: m => m.help.values.fields, describe: m => m.help.describe.searchFields },
    boost: { value: m => m.help.values.boost, describe: m => m.help.describe.boost },
    language: { value: m => m.help.values.tag, describe: m => m.help.describe.language },
    prefix: { describe: m => m.help.describe.unfinished },
    'no-fuzzy': { describe: m => m.help.describe.noFuzzy },
    'no-split': { describe: m => m.help.describe.noSplit },
    filter: { value: m => m.help.values.condition, describe: m => m.help.describe.filter },
    facets: { value: m => m.help.values.fields, describe: m => m.help.describe.facets },
    group: { value: m => m.help.values.field, describe: m => m.help.describe.group },
    'no-group': { describe: m => m.help.describe.noGroup },
    sort: { value: m => m.help.values.sort, describe: m => m.help.describe.sort },
    recency: { value: m => m.help.values.recency, describe: m => m.help.describe.recency },
    after: { value: m => m.help.values.cursor, describe: m => m.help.describe.after },
    synonyms: synonymsOption,
    cluster: clusterOption,
    json: { describe: m => m.help.describe.json },
  },
  async run(args, terminal) {
    const { messages } = terminal
    const [file, ...words] = args.operands
    const question = words.join(' ')
    const options: SearchOptions<Record<string, unknown>> = {
      limit: args.count('limit', 10, MAX_LIMIT),
      offset: args.count('offset', 0, MAX_OFFSET),
      countUpTo: readCountUpTo(args.text('count-up-to'), messages),
      match: readMatch(args.text('match'), messages),
      boost: readBoost(args.names('boost') ?? [], messages),
      ...(args.has('language') && { language: args.text('language') }),
      operators: messages.operators,
      prefix: args.has('prefix'),
      fuzzy: args.has('no-fuzzy') ? false : 'auto',
      split: !args.has('no-split'),
      ...(args.has('after') && { after: args.text('after') }),
    }
    const synonyms = await synonymsOf(args, messages)
    const cluster = args.text('cluster')
    if (cluster !== undefined) {
      return openNamed(cluster, file, messages, {}, index => {
        const described = describe(index.fields())
        const search = (text: string, way: Options) => index.search(text, { ...way, synonyms })
        return answer(described, search, question, args, options, terminal)
      })
    }
    const opened = new OpenedLanguage(synonyms)
    return withSearcher(
      file,
      messages,
      index => {
        const search = (text: string, way: Options) => index.search(text, way)
        return answer(index.inspect(), search, question, args, options, terminal, opened.language)
      },
      opened.options,
    )
  },
}

type Options = SearchOptions<Record<string, unknown>>

/** What an index says about its fields. */
interface Described {
  fields: InspectedField[]
  columns: InspectedColumn[]
}

const uncounted = { documents: 0, bytes: 0 }

/** The same from the fields of an index without counts. */
function describe(fields: readonly IndexField[]): Described {
  return {
    fields: fields.flatMap(field => ('title' in field ? { ...field, ...uncounted } : [])),
    columns: fields.flatMap(field =>
      'title' in field || field.type === 'stored' ? [] : { ...field, type: field.type, ...uncounted },
    ),
  }
}

async function answer(
  { fields, columns }: Described,
  search: (question: string, options: Options) => SearchResults | Promise<SearchResults>,
  question: string,
  args: Arguments,
  options: Options,
  terminal: Terminal,
  language?: Language,
): Promise<number> {
  const names = fields.map(({ name }) => name)
  const asked = args.names('fields')
  for (const name of asked ?? []) {
    if (!names.includes(name)) throw new UsageError(terminal.messages.wrongUsage.unknownField(name, names))
  }
  const stored = fields.filter(({ stored }) => stored).map(({ name }) => name)
  const highlight = stored.length === 0 ? undefined : { fields: stored, snippet: snippetLength(args, terminal) }
  reportQueryProblems(question, { fields, columns }, terminal)
  const byColumns = columnOptions(args, columns, terminal.messages, language)
  const results = await ask(args, terminal.messages, () =>
    search(question, { ...options, ...byColumns, fields: asked, highlight }),
  )
  const { total, totalIsLowerBound, totalGroups, fullMatches, fullMatchesIsLowerBound, hits, next, facets, tookMs } =
    results
  const { correction, didYouMean } = results
  if (args.has('json')) {
    const counts = { total, totalIsLowerBound, totalGroups, fullMatches, fullMatchesIsLowerBound }
    terminal.printJson({ query: question, correction, didYouMean, ...counts, tookMs, next, facets, hits })
    return ExitCode.success
  }
  const { colors, messages } = terminal
  const offset = options.offset ?? 0
  if (hits.length === 0) {
    terminal.print(total === 0 ? noneFor(question, args, messages) : messages.search.beyond(total, totalIsLowerBound))
    if (didYouMean !== undefined) terminal.print(messages.search.didYouMean(didYouMean))
    return ExitCode.success
  }
  const found = messages.search.found(total, offset + 1, offset + hits.length, totalIsLowerBound)
  const counts = isWorthSaying(results) ? `${found} · ${messages.search.held(results)}` : found
  terminal.print(colors.dim(`${counts} · ${messages.format.milliseconds(tookMs)}`))
  if (correction !== undefined) terminal.print(colors.dim(messages.search.corrected(correction)))
  if (didYouMean !== undefined) terminal.print(colors.dim(messages.search.didYouMean(didYouMean)))
  for (const [name, counts = []] of Object.entries(facets ?? {})) {
    terminal.print(colors.dim(messages.search.facet(name, counts)))
  }
  const titleField = titleFieldOf(fields)
  hits.forEach((hit, i) => {
    terminal.print()
    for (const line of hitLines(hit, offset + i + 1, titleField, terminal)) terminal.print(line)
  })
  return ExitCode.success
}

function noneFor(question: string, args: Arguments, { search: say }: Messages): string {
  if (question.trim() !== '') return say.none(question)
  return args.has('filter') ? say.noneFiltered : say.emptyQuery
}

/** @param language reads the dates and numbers of filters */
function columnOptions(
  args: Arguments,
  columns: readonly InspectedColumn[],
  messages: Messages,
  language: Language | undefined,
) {
  const countable = (name: string) =>
    findColumnFor('facets', ({ hasRanges }) => !hasRanges, name, columns, messages.wrongUsage).name
  return {
    filter: args.has('filter') ? readFilters(args.all('filter'), columns, messages, language) : undefined,
    facets: args.names('facets')?.map(countable),
    sort: args.has('sort') ? readSort(args.names('sort') ?? [], columns, messages) : undefined,
    group: groupOf(args, columns, messages),
    recency: args.has('recency') ? readRecency(args.text('recency') ?? '', columns, messages) : undefined,
  }
}

/** By default, the sections of a page are one hit. */
function groupOf(args: Arguments, columns: readonly InspectedColumn[], messages: Messages): Group | undefined {
  if (args.has('no-group')) return undefined
  if (!args.has('group')) return usualGroup(columns)
  const name = args.text('group') ?? ''
  return { field: findColumnFor('group', ({ hasGroups }) => hasGroups, name, columns, messages.wrongUsage).name }
}

/** Converts the library's errors for invalid dates, cursors and field names. */
async function ask<Answer>(
  args: Arguments,
  { wrongUsage, failure }: Messages,
  search: () => Answer | Promise<Answer>,
): Promise<Answer> {
  try {
    return await search()
  } catch (error) {
    if (error instanceof StaleCursorError) throw new Failure(failure.staleCursor)
    if (!(error instanceof InvalidOptionError)) throw error
    const [option] = error.option.split('.')
    if (option === 'after' || option === 'offset')
      throw new UsageError(wrongUsage.wrongCursor(args.text('after') ?? ''))
    if (option === 'boost') throw new UsageError(wrongUsage.wrongBoost(args.text('boost') ?? ''))
    if (option !== 'filter') throw error
    throw new UsageError(wrongUsage.wrongFilter(args.all('filter').join(', ')))
  }
}

/** Two lines of the terminal; for programs, the library's default. */
function snippetLength(args: Arguments, terminal: Terminal): number {
  return args.has('json') ? 160 : Math.max(2 * (terminal.width - 8), 80)
}

function readCountUpTo(value: string | undefined, messages: Messages): number | undefined {
  if (value === undefined) return undefined
  if (value === 'all') return Number.POSITIVE_INFINITY
  if (/^[1-9]\d{0,14}$/.test(value)) return Number(value)
  throw new UsageError(messages.wrongUsage.wrongCountUpTo(value))
}

function readMatch(value: string | undefined, messages: Messages): Match {
  if (value === undefined || value === 'any' || value === 'all') return value ?? 'any'
  if (/^[1-9]\d*$/.test(value)) return Number(value)
  const percent = /^(\d{1,3}(?:\.\d+)?)%$/.exec(value)
  if (percent !== null && Number(percent[1]) <= 100) return `${Number(percent[1])}%`
  throw new UsageError(messages.wrongUsage.wrongMatch(value))
}

/** Reads `title=3`. */
function readBoost(said: readonly string[], { wrongUsage }: Messages): Record<string, number> {
  return Object.fromEntries(
    said.map(text => {
      const [, name, factor] = /^(.+)=(\d+(?:\.\d+)?)$/.exec(text) ?? []
      if (name === undefined) throw new UsageError(wrongUsage.wrongBoost(text))
      return [name, Number(factor)]
    }),
  )
}
