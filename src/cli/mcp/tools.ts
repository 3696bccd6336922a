/** The tools of the Model Context Protocol with which an assistant searches index files, as plain data and functions. They only read. */
import { InvalidOptionError, type SearchIndex, TrouvailleError } from '../../index.ts'
import { passageOf, titleFieldOf } from '../hit-parts.ts'
import type { Messages } from '../messages/english.ts'
import type { ServedIndexes } from '../serve/served-indexes.ts'

/** A tool in the format of the protocol. */
export interface Tool {
  name: string
  title: string
  description: string
  inputSchema: { type: 'object'; properties: Record<string, object>; required: string[] }
  annotations: { readOnlyHint: true; openWorldHint: false }
}

/** The result of a tool: JSON as text, which all assistants support. */
export interface ToolResult {
  content: { type: 'text'; text: string }[]
  structuredContent?: Record<string, unknown>
  isError?: true
}

type Arguments = Readonly<Record<string, unknown>>

const SNIPPET = 240
/** A longer stored text is not a label such as a date or a section. */
const LONGEST_LABEL = 200
const DOCUMENT_LENGTH = 20_000
const MOST_OF_DOCUMENT = 200_000
const MOST_HITS = 50

/** The tools, with the names of the indexes if there are several. */
export function describeTools(names: readonly string[], columns: readonly string[], { mcp }: Messages): Tool[] {
  const { describe } = mcp
  const ofIndex: Record<string, object> =
    names.length > 1 ? { index: { type: 'string', enum: names, description: describe.index } } : {}
  const query = { type: 'string', description: describe.query }
  const filter: Record<string, object> =
    columns.length > 0 ? { filter: { type: 'object', description: describe.filter(columns.join(', ')) } } : {}
  const count = (description: string, most: number) => ({ type: 'integer', minimum: 1, maximum: most, description })
  const tool = (name: keyof Messages['mcp']['tools'], properties: Record<string, object>, required: string): Tool => ({
    name,
    ...mcp.tools[name],
    inputSchema: {
      type: 'object',
      properties: { ...properties, ...ofIndex },
      required: [required, ...Object.keys(ofIndex)],
    },
    annotations: { readOnlyHint: true, openWorldHint: false },
  })
  return [
    tool(
      'passages',
      {
        query,
        limit: count(describe.passages, 100),
        length: { ...count(describe.length, 10_000), minimum: 100 },
        perDocument: count(describe.perDocument, 100),
        ...filter,
      },
      'query',
    ),
    tool(
      'search',
      {
        query,
        limit: count(describe.hits, MOST_HITS),
        offset: { type: 'integer', minimum: 0, description: describe.offset },
        ...filter,
      },
      'query',
    ),
    tool(
      'document',
      {
        id: { type: ['string', 'number'], description: describe.id },
        offset: { type: 'integer', minimum: 0, description: describe.documentOffset },
        length: count(describe.documentLength, MOST_OF_DOCUMENT),
      },
      'id',
    ),
    tool(
      'suggest',
      { typed: { type: 'string', description: describe.typed }, limit: count(describe.suggestions, 100) },
      'typed',
    ),
  ]
}

/** Runs a tool. Problems with the arguments or the file are reported to the assistant, which may try again. */
export async function callTool(
  indexes: ServedIndexes,
  name: string,
  args: Arguments,
  messages: Messages,
): Promise<ToolResult> {
  const { wrong } = messages.mcp
  const run = Object.hasOwn(RUN, name) ? RUN[name as keyof typeof RUN] : undefined
  if (run === undefined) return failed(wrong.tool(name, Object.keys(RUN)))
  const { index: chosen = indexes.names[0], ...others } = args
  const path = typeof chosen === 'string' ? indexes.pathOf(chosen) : undefined
  if (path === undefined || (args.index === undefined && indexes.names.length > 1)) {
    return failed(wrong.index(String(args.index ?? ''), indexes.names))
  }
  try {
    const answer = run(await indexes.open(path), others, messages)
    return { content: [{ type: 'text', text: JSON.stringify(answer, undefined, 1) }], structuredContent: answer }
  } catch (error) {
    if (error instanceof TrouvailleError || (error as { syscall?: unknown }).syscall !== undefined) {
      return failed(error instanceof InvalidOptionError ? messages.optionProblem(error) : (error as Error).message)
    }
    throw error
  }
}

function failed(text: string): ToolResult {
  return { content: [{ type: 'text', text }], isError: true }
}

const RUN = { passages, search, document, suggest }

function passages(index: SearchIndex, { query, ...options }: Arguments): Record<string, unknown> {
  const results = index.passages(text('query', query), { limit: 5, ...options } as object)
  return {
    correction: results.correction,
    passages: results.passages.map(({ document, ranges: _, ...passage }) => ({ ...passage, ...labels(document) })),
  }
}

function search(index: SearchIndex, args: Arguments): Record<string, unknown> {
  const { query, limit = 10, offset, filter, ...unknown } = args
  const fields = index.inspect().fields
  const titleField = titleFieldOf(fields)
  const texts = fields.filter(({ stored, name }) => stored && name !== titleField).map(({ name }) => name)
  const results = index.search(text('query', query), {
    ...(unknown as object),
    limit: atMost('limit', limit, MOST_HITS),
    offset: offset as number | undefined,
    filter: filter as undefined,
    ...(texts.length > 0 && { highlight: { fields: texts, snippet: SNIPPET } }),
  })
  const { total, totalIsLowerBound, fullMatches, correction, didYouMean } = results
  return {
    total,
    ...(totalIsLowerBound && { totalIsLowerBound }),
    fullMatches,
    correction,
    didYouMean,
    hits: results.hits.map(hit => ({
      id: hit.id,
      score: hit.score,
      title: titleField !== undefined && Object.hasOwn(hit.document, titleField) ? hit.document[titleField] : undefined,
      snippet: passageOf(hit, titleField)?.text,
      ...labels(hit.document),
    })),
  }
}

/** The short stored fields: address, date, section. */
function labels(document: Record<string, unknown>): { document?: Record<string, unknown> } {
  const short = Object.entries(document).filter(([, value]) => JSON.stringify(value ?? '').length <= LONGEST_LABEL)
  return short.length === 0 ? {} : { document: Object.fromEntries(short) }
}

function document(index: SearchIndex, args: Arguments, { mcp }: Messages): Record<string, unknown> {
  const { id, offset = 0, length = DOCUMENT_LENGTH } = args
  if (typeof id !== 'string' && typeof id !== 'number') throw new InvalidOptionError('id', id, 'a string or a number')
  const from = atMost('offset', offset, Number.MAX_SAFE_INTEGER)
  const most = atMost('length', length, MOST_OF_DOCUMENT)
  // An assistant may write the id 12 as '12', and vice versa.
  const ids = [id, ...(typeof id === 'number' ? [String(id)] : /^-?\d+$/.test(id) ? [Number(id)] : [])]
  const found = ids.find(id => index.has(id))
  const stored = found === undefined ? undefined : index.get(found)
  if (found === undefined || stored === undefined) throw new InvalidOptionError('id', id, mcp.wrong.id)
  const cut = new Map<string, { length: number; next?: number }>()
  const fields = Object.entries(stored).map(([name, value]): [string, unknown] => {
    if (typeof value !== 'string' || (value.length <= most && from === 0)) return [name, value]
    if (value.length <= LONGEST_LABEL) return [name, value]
    const end = Math.min(value.length, from + most)
    cut.set(name, { length: value.length, ...(end < value.length && { next: end }) })
    return [name, value.slice(from, end)]
  })
  return { id: found, document: Object.fromEntries(fields), ...(cut.size > 0 && { cut: Object.fromEntries(cut) }) }
}

function suggest(index: SearchIndex, { typed, ...options }: Arguments): Record<string, unknown> {
  return { suggestions: index.suggest(text('typed', typed), options).map(({ text }) => text) }
}

function text(name: string, value: unknown): string {
  if (typeof value === 'string') return value
  throw new InvalidOptionError(name, value, 'a string')
}

function atMost(name: string, value: unknown, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) return value
  throw new InvalidOptionError(name, value, `a whole number from 0 to ${most}`)
}
