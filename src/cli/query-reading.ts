/** Reads a query with the fields of an index: its words, and apparent operators that are read as words. */
import { readQuery } from '../internal.ts'
import { type Inspection, type Language, type ParsedQuery, parseQuery, type QueryNode } from '../searcher.ts'
import type { Terminal } from './terminal.ts'

/** The fields that a query may name. */
type QueryFields = Pick<Inspection, 'fields' | 'columns'>

/** How much of a problem's text is shown, in characters. */
const MAX_SHOWN = 40

/** The words of a query, without excluded ones. @param inspection without it, colons never name a field */
export function queryWords(query: string, language: Language, inspection?: QueryFields): string[] {
  const text = textOf(parse(query, inspection).tree)
  return readQuery(text, language).terms.map(({ word }) => word)
}

function textOf(node: QueryNode): string {
  if ('text' in node) return node.text
  if (node.type === 'not' || node.type === 'range') return ''
  return node.type === 'field' ? textOf(node.of) : node.of.map(textOf).join(' ')
}

/** Reports apparent operators that are read as words. */
export function reportQueryProblems(query: string, inspection: QueryFields, terminal: Terminal): void {
  for (const { code, start, end } of parse(query, inspection).problems) {
    const text = query.slice(start, Math.min(end, start + MAX_SHOWN))
    terminal.report(terminal.errorColors.dim(terminal.messages.search.problem(code, text)))
  }
}

function parse(query: string, inspection: QueryFields | undefined): ParsedQuery {
  const columns = Object.fromEntries(inspection?.columns.map(({ name, type }) => [name, type]) ?? [])
  return parseQuery(query, { fields: inspection?.fields.map(({ name }) => name), columns })
}
