/** The public functions that need no index: they highlight any text, and parse and print queries. The language is French unless another is given. */

import { checkOptions, type OptionNames } from './check-options.ts'
import { InvalidOptionError } from './errors.ts'
import { type Highlight, highlightText } from './highlight/highlight.ts'
import { snippet } from './highlight/snippet.ts'
import { checkLanguage } from './language/definition.ts'
import type { Language } from './language/language.ts'
import { french } from './languages/french/french.ts'
import { compileQuery } from './query/compile.ts'
import { parse } from './query/parse-query.ts'
import type { ParsedQuery, QueryFields } from './query/parsed-query.ts'
import { print } from './query/print-query.ts'
import type { QueryNode } from './query/query-tree.ts'

/**
 * The options of `highlight()`. None of them is needed.
 *
 * @example
 * highlight(text, query, { snippet: 160 })
 */
export interface HighlightOptions {
  /** The language that the text and the query are read in. Default: `french()`. */
  language?: Language | undefined
  /** Return the best part of the text, of at most this many characters (40 to 10,000). `false` returns the whole text. Default: `false`. */
  snippet?: number | false | undefined
}

const HIGHLIGHT_OPTIONS: OptionNames<HighlightOptions> = { language: 1, snippet: 1 }
const NO_FIELDS = { idField: '', fields: [], columns: [], storeFields: [], stopWordPositions: true }

/**
 * Marks what answers a query in any text, as in the highlights of hits. No index is needed: for texts that are not stored, or for a page that the visitor came to
 * from a search.
 *
 * @param text the text to mark
 * @param query the query, as it was typed
 * @returns the text with the ranges to mark; `toHTML()` prints it
 * @throws InvalidOptionError if the text or the query is not a string, and for wrong options
 * @example
 * highlight('L’Arabie saoudite', 'arabie') // { text: 'L’Arabie saoudite', ranges: [[2, 8]] }
 */
export function highlight(text: string, query: string, options: HighlightOptions = {}): Highlight {
  if (typeof text !== 'string') throw new InvalidOptionError('text', text, 'a string')
  if (typeof query !== 'string') throw new InvalidOptionError('query', query, 'a string')
  checkOptions(options, HIGHLIGHT_OPTIONS)
  const language = languageOf(options)
  const { question } = compileQuery(query, language, NO_FIELDS, () => 0)
  const { snippet: length = false } = options
  return length === false ? highlightText(text, question, language) : snippet(text, question, language, { length })
}

/**
 * The options of `parseQuery()`. None of them is needed.
 *
 * @example
 * parseQuery('title:trêve', { fields: ['title'] }).tree
 */
export interface ParseQueryOptions extends QueryFields {
  /** The language whose operators and quotation marks are read. Default: `french()`, which reads `ET`, `OU` and `« »`. */
  language?: Language | undefined
}

const PARSE_OPTIONS: OptionNames<ParseQueryOptions> = { language: 1, fields: 1, columns: 1 }

/**
 * Parses a typed query into a tree of plain data, which `search()` takes in place of the text. For applications that show how a query is read, or that change it
 * before it is searched. No text makes it throw.
 *
 * @throws InvalidOptionError if the text is not a string, and for wrong options
 * @example
 * const { tree, problems } = parseQuery('trêve -Tripoli')
 * // tree: { type: 'group', of: [{ type: 'words', text: 'trêve', … }, { type: 'not', of: { type: 'words', text: 'Tripoli', … }, … }], … }
 * index.search(tree)
 */
export function parseQuery(text: string, options: ParseQueryOptions = {}): ParsedQuery {
  checkOptions(options, PARSE_OPTIONS)
  return parse(text, languageOf(options), options)
}

/**
 * The options of `printQuery()`. None of them is needed.
 *
 * @example
 * printQuery({ type: 'words', text: 'trêve' }, { language: french() })
 */
export interface PrintQueryOptions {
  /** The language that the text will be parsed in. Default: `french()`. */
  language?: Language | undefined
}

const PRINT_OPTIONS: OptionNames<PrintQueryOptions> = { language: 1 }

/**
 * Prints a tree as a visitor would type it. `parseQuery()` of the text, with the same fields and language, returns the same tree, except that neighbouring words
 * are joined and superfluous parentheses are gone. The operators are AND and OR, which are read in every language.
 *
 * @throws InvalidOptionError if it is not a tree, and for a field or the end of a range that cannot be typed
 * @example
 * printQuery({ type: 'and', of: [{ type: 'words', text: 'trêve' }, { type: 'phrase', text: 'Khalifa Haftar' }] })
 * // 'trêve AND "Khalifa Haftar"'
 */
export function printQuery(tree: QueryNode, options: PrintQueryOptions = {}): string {
  checkOptions(options, PRINT_OPTIONS)
  return print(tree, languageOf(options))
}

let defaultLanguage: Language | undefined

function languageOf({ language }: { language?: Language }): Language {
  return language === undefined ? (defaultLanguage ??= french()) : checkLanguage(language)
}
