/** The words that a question asks for, those it excludes left out. */
import { type Inspection, type Language, parseQuery, type QueryNode, readQuery } from '../index.ts'

/** @param inspection tells which fields the question may name; without it colons mean nothing */
export function askedWords(question: string, language: Language, inspection?: Inspection): string[] {
  const fields = inspection?.fields.map(({ name }) => name)
  const columns = Object.fromEntries(inspection?.columns.map(({ name, type }) => [name, type]) ?? [])
  const wanted = wantedText(parseQuery(question, { fields, columns }).tree)
  return readQuery(wanted, language).terms.map(({ word }) => word)
}

function wantedText(node: QueryNode): string {
  if ('text' in node) return node.text
  if (node.type === 'not' || node.type === 'range') return ''
  return node.type === 'field' ? wantedText(node.of) : node.of.map(wantedText).join(' ')
}
