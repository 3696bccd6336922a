/** Highlights and snippets of hits: the feature that marks query words in stored texts. */
import { checkOptions, excludedOption, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { checkSnippetLength } from '../highlight/snippet.ts'
import type { Schema } from '../schema/schema.ts'
import type { CheckedSearchOptions, HighlightFields } from '../search/search-options.ts'

export { makeHitHighlighter } from '../highlight/hit-highlights.ts'

const HIGHLIGHT_OPTIONS: OptionNames<HighlightFields<string>> = { fields: 1, snippet: 1 }
const DEFAULT_SNIPPET = 160

/** @throws InvalidOptionError */
export function checkHighlight(highlight: unknown, schema: Schema): CheckedSearchOptions['highlight'] {
  checkOptions(highlight, HIGHLIGHT_OPTIONS, 'highlight', "an object such as { fields: ['title'], snippet: 160 }")
  const { fields, snippet = DEFAULT_SNIPPET } = highlight
  const stored = schema.fields.map(field => field.name).filter(name => schema.storeFields.includes(name))
  if (stored.length === 0) throw excludedOption('highlight.fields', fields, 'no text field is in storeFields')
  const allowed = `one or more of the stored text fields: ${stored.join(', ')}`
  if (!Array.isArray(fields) || fields.length === 0) throw new InvalidOptionError('highlight.fields', fields, allowed)
  for (const name of fields) if (!stored.includes(name)) throw new InvalidOptionError('highlight.fields', name, allowed)
  return { fields, snippet: snippet === false ? false : checkSnippetLength('highlight.snippet', snippet) }
}
