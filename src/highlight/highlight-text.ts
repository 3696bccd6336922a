/** Highlights for texts that the caller hands in, without an index. */
import { InvalidOptionError } from '../errors.ts'
import type { Language } from '../language/language.ts'
import { french } from '../languages/french/french.ts'
import { compileQuery } from '../query/compile.ts'
import { type Highlight, highlightText } from './highlight.ts'
import { snippet } from './snippet.ts'

/** The options of `highlight()`. */
export interface HighlightOptions {
  /** How the text and the question are read. Default: `french()`. */
  language?: Language
  /** Give the best window of so many characters (40 to 10,000) in place of the whole text. Default: `false`, the whole text. */
  snippet?: number | false
}

const NO_FIELDS = { idField: '', fields: [], columns: [], storeFields: [] }

let defaultLanguage: Language | undefined

/**
 * Marks in a text what answers a question, as hits have it marked.
 *
 * @example
 * highlight('L’Arabie saoudite', 'arabie') // { text: 'L’Arabie saoudite', ranges: [[2, 8]] }
 *
 * @throws InvalidOptionError for a text or question that is no string, and for wrong options
 */
export function highlight(text: string, question: string, options: HighlightOptions = {}): Highlight {
  if (typeof text !== 'string') throw new InvalidOptionError('text', text, 'a string')
  if (typeof question !== 'string') throw new InvalidOptionError('question', question, 'a string')
  const language = options.language ?? (defaultLanguage ??= french())
  if (typeof language?.tokenize !== 'function') {
    throw new InvalidOptionError('language', language, 'a language such as french()')
  }
  const { question: asked } = compileQuery(question, language, NO_FIELDS, () => 0)
  const { snippet: length = false } = options
  return length === false ? highlightText(text, asked, language) : snippet(text, asked, language, { length })
}
