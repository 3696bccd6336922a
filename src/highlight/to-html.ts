/** Converts a highlight to HTML. Everything except the tags around its ranges is escaped. */
import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Highlight } from './highlight.ts'

/**
 * The options of `toHTML()`. None of them is needed.
 *
 * @example
 * toHTML(highlight(text, query), { tag: 'em', className: 'hit' })
 */
export interface ToHTMLOptions {
  /** The element around each range: an inline text element (`em`, `strong`) or a custom element. Default: `'mark'`. */
  tag?: string | undefined
  /** The class names of that element, with single spaces between them. Default: none. */
  className?: string | undefined
}

const HTML_OPTIONS: OptionNames<ToHTMLOptions> = { tag: 1, className: 1 }
/** Elements for text within a line. Not `script`, `style` and the like, in which escaped text is not text. */
const TAGS = new Set(
  'abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var'.split(' '),
)
/** The ASCII part of valid custom element names: https://html.spec.whatwg.org/#valid-custom-element-name */
const CUSTOM_TAG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/
/** Class names of style sheets and their frameworks (`hit`, `bg-[#ff0]`, `dark:w-1/2`): no quotes, `<`, `>`, `&`, `=` or control characters. */
const CLASS_NAMES = /^[\p{L}\p{N}_:/.[\]#%!@()-]+(?: [\p{L}\p{N}_:/.[\]#%!@()-]+)*$/u

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  // JavaScript treats these as line ends: they would break a script that contains the HTML as a string.
  '\u2028': '&#8232;',
  '\u2029': '&#8233;',
}

/**
 * Prints a highlight as HTML. Everything but the tags around the ranges is escaped: the result is safe as the content of an element and inside a quoted attribute.
 * For `undefined` and `null` (a field that the document does not have) it is the empty string.
 *
 * @throws InvalidOptionError for a tag or class name that is not allowed, or a highlight with wrong ranges
 * @example
 * const [hit] = index.search('arabie', { highlight: { fields: ['title'] } }).hits
 * toHTML(hit.highlights.title) // 'L’<mark>Arabie</mark> saoudite'
 */
export function toHTML(highlight: Highlight | null | undefined, options: ToHTMLOptions = {}): string {
  checkOptions(options, HTML_OPTIONS)
  const { tag = 'mark', className } = options
  if (typeof tag !== 'string' || !(TAGS.has(tag) || CUSTOM_TAG.test(tag))) {
    throw new InvalidOptionError('tag', tag, `a custom element or one of: ${[...TAGS].join(', ')}`)
  }
  if (className !== undefined && !(typeof className === 'string' && CLASS_NAMES.test(className))) {
    throw new InvalidOptionError('className', className, 'class names separated by single spaces')
  }
  if (highlight === undefined || highlight === null) return ''
  const { text, ranges } = checkHighlight(highlight)
  const open = className === undefined ? `<${tag}>` : `<${tag} class="${className}">`
  let html = ''
  let done = 0
  for (const [start, end] of ranges) {
    html += `${escapeText(text.slice(done, start))}${open}${escapeText(text.slice(start, end))}</${tag}>`
    done = end
  }
  return html + escapeText(text.slice(done))
}

/** HTML cannot contain lone surrogates and U+0000: U+FFFD replaces them, as in every decoder. */
function escapeText(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\ufffd').replace(/[&<>"'`\u2028\u2029]/g, character => ESCAPES[character])
}

/** Highlights may come from elsewhere, through JSON: invalid ones must not become unsafe HTML. */
function checkHighlight(highlight: Highlight): Highlight {
  const { text, ranges } = highlight
  if (typeof text !== 'string' || !Array.isArray(ranges)) {
    throw new InvalidOptionError('highlight', highlight, 'an object { text, ranges }')
  }
  let done = 0
  for (const range of ranges) {
    const [start, end]: readonly number[] = Array.isArray(range) ? range : [Number.NaN]
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < done || end < start || end > text.length) {
      throw new InvalidOptionError(
        'highlight.ranges',
        range,
        'pairs [start, end] within the text, in order and without overlaps',
      )
    }
    done = end
  }
  return { text, ranges }
}
