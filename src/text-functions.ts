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

/** The options of `highlight()`. */
export interface HighlightOptions {
  /** The language that the text and the query are read in. Default: `french()`. */
  language?: Language | undefined
  /** Return the best window of this many characters (40 to 10,000) instead of the whole text. Default: `false`, the whole text. */
  snippet?: number | false | undefined
}

const HIGHLIGHT_OPTIONS: OptionNames<HighlightOptions> = { language: 1, snippet: 1 }
const NO_FIELDS = { idField: '', fields: [], columns: [], storeFields: [], stopWordPositions: true }

/**
 * Marks what answers a query in a text, as in the highlights of hits.
 *
 * @example
 * highlight('L’Arabie saoudite', 'arabie') // { text: 'L’Arabie saoudite', ranges: [[2, 8]] }
 *
 * @throws InvalidOptionError if the text or the query is not a string, and for wrong options
 */
export function highlight(text: string, question: string, options: HighlightOptions = {}): Highlight {
  if (typeof text !== 'string') throw new InvalidOptionError('text', text, 'a string')
  if (typeof question !== 'string') throw new InvalidOptionError('question', question, 'a string')
  checkOptions(options, HIGHLIGHT_OPTIONS)
  const language = languageOf(options)
  const { question: query } = compileQuery(question, language, NO_FIELDS, () => 0)
  const { snippet: length = false } = options
  return length === false ? highlightText(text, query, language) : snippet(text, query, language, { length })
}

/** The options of `parseQuery()`. */
export interface ParseQueryOptions extends QueryFields {
  /** The language whose operators and quotation marks are read. Default: `french()`, which reads `ET`, `OU` and `« »`. */
  language?: Language | undefined
}

const PARSE_OPTIONS: OptionNames<ParseQueryOptions> = { language: 1, fields: 1, columns: 1 }

/**
 * Parses typed text into a tree of plain data. No text makes it throw.
 *
 * @example
 * parseQuery('trêve -Tripoli').tree
 * // { type: 'group', of: [{ type: 'words', text: 'trêve', … }, { type: 'not', of: { type: 'words', text: 'Tripoli', … }, … }], … }
 *
 * @throws InvalidOptionError if the text is not a string, and for wrong options
 */
export function parseQuery(text: string, options: ParseQueryOptions = {}): ParsedQuery {
  checkOptions(options, PARSE_OPTIONS)
  return parse(text, languageOf(options), options)
}

/** The options of `printQuery()`. */
export interface PrintQueryOptions {
  /** The language that the text will be parsed in. Default: `french()`. */
  language?: Language | undefined
}

const PRINT_OPTIONS: OptionNames<PrintQueryOptions> = { language: 1 }

/**
 * Prints a tree as someone would type it. `parseQuery` of the text, with the same fields and language, gives the same tree, except that words side by
 * side are one run, without spaces around it, and parentheses that do nothing are gone. The operators are AND and OR, which every language reads.
 *
 * @example
 * printQuery({ type: 'and', of: [{ type: 'words', text: 'trêve' }, { type: 'phrase', text: 'Khalifa Haftar' }] }) // 'trêve AND "Khalifa Haftar"'
 *
 * @throws InvalidOptionError if it is not a tree, and for a field or the end of a range that can't be typed
 */
export function printQuery(tree: QueryNode, options: PrintQueryOptions = {}): string {
  checkOptions(options, PRINT_OPTIONS)
  return print(tree, languageOf(options))
}

let defaultLanguage: Language | undefined

function languageOf({ language }: { language?: Language }): Language {
  return language === undefined ? (defaultLanguage ??= french()) : checkLanguage(language)
}
