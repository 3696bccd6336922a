/** The query syntax of a language, as patterns that the parser and the printer share. */

import type { Language } from '../language/language.ts'
import type { Operators, Typography } from '../language/writing.ts'

/** More than the length of any word that a hyphen joins to a verb. */
const NEVER_EXCLUDED_LENGTH = 32
/** A minus can exclude what starts with a letter or a sign; before a digit it belongs to a number. */
const EXCLUDABLE = /^[\p{L}"(#@.\\]/u
/** Quotation marks that are also apostrophes: they open a phrase only before a word, and close it only after one. */
const SINGLE_QUOTES = "'‘"
const SINGLE_CLOSER = "['’](?![\\p{L}\\p{N}])"

/** The patterns of one language. Those with the flag `y` or `g` keep their `lastIndex`, so set it before use. */
export class QuerySyntax {
  /** By opening quotation mark: the closing one, or an escaped character. */
  readonly closers: ReadonlyMap<string, RegExp>
  readonly operators: ReadonlyMap<string, 'and' | 'or'>
  /** `title:` before a condition on a field; `//` after a colon makes an address. */
  readonly field: RegExp
  /** Text between spaces, quotation marks and parentheses. */
  readonly plain: RegExp
  /** A backslash that escapes what follows. */
  readonly escaped: RegExp
  /** The characters that must always be escaped. */
  readonly quotesAndParentheses: RegExp
  /** The positions before apostrophes that must be escaped to not be quotation marks. */
  readonly beforeSingleQuotes: RegExp
  /** The positions before words that must be escaped to not be operators. */
  readonly beforeOperators: RegExp
  private readonly quotes: readonly string[]
  private readonly fieldName: RegExp
  private readonly rangeEnd: RegExp
  private readonly openingQuotes: ReadonlySet<string>
  private readonly neverExcluded: RegExp | undefined

  constructor({ and, or, neverExcluded }: Operators, { quotes }: Typography) {
    this.quotes = quotes
    const doubled = ['""', ...quotes].map(([opening, ...closing]) => [opening, `[${escapePattern(closing.join(''))}]`])
    const single = [...SINGLE_QUOTES].map(opening => [opening, SINGLE_CLOSER])
    this.closers = new Map(
      [...doubled, ...single].map(([opening, closer]) => [opening, new RegExp(`\\\\.|${closer}`, 'gsu')]),
    )
    this.openingQuotes = new Set(this.closers.keys())
    this.operators = new Map([
      ...['AND', ...and].map(word => [word, 'and'] as const),
      ...['OR', ...or].map(word => [word, 'or'] as const),
    ])
    const signs = `\\\\${escapePattern(doubled.map(([opening]) => opening).join(''))}()`
    const anyOperator = `(?:${[...this.operators.keys()].map(escapePattern).join('|')})(?!\\S)`
    this.field = new RegExp(`([^\\s:${signs}]+):(?=[^\\s/)]|/(?!/))`, 'y')
    this.plain = new RegExp(`(?:\\\\\\S|[^\\s${signs}])+|\\\\`, 'y')
    this.escaped = new RegExp(`\\\\([${signs}${SINGLE_QUOTES}*~:-])|\\\\(?=${anyOperator})`, 'g')
    this.beforeSingleQuotes = new RegExp(`(^|\\s)(?=[${SINGLE_QUOTES}])`, 'g')
    this.quotesAndParentheses = new RegExp(`[${signs}]`, 'g')
    this.beforeOperators = new RegExp(`(^|\\s)(?=${anyOperator})`, 'g')
    this.fieldName = new RegExp(`^(?!-|\\d+$)[^\\s:${signs}]+$`)
    this.rangeEnd = new RegExp(`^(?![<>=])(?!.*\\.(?:\\.|$))[^\\s${signs}]+$`)
    this.neverExcluded =
      neverExcluded.length === 0
        ? undefined
        : new RegExp(`^(?:${neverExcluded.map(escapePattern).join('|')})(?![\\p{L}\\p{N}])`, 'iu')
  }

  isOf({ quotes }: Typography): boolean {
    return quotes === this.quotes
  }

  /** Whether a minus excludes what starts at `start`; before a pronoun with a stray space (« Puis -je… ») it is a hyphen. */
  isExcludable(text: string, start: number): boolean {
    const beginning = text.slice(start, start + NEVER_EXCLUDED_LENGTH)
    return (
      (EXCLUDABLE.test(beginning) || this.openingQuotes.has(beginning.charAt(0))) &&
      this.neverExcluded?.test(beginning) !== true
    )
  }

  isTypableField(name: string): boolean {
    return this.fieldName.test(name)
  }

  isTypableRangeEnd(value: string): boolean {
    return this.rangeEnd.test(value)
  }

  /** Removes the backslashes that escape signs and operators. */
  unescape(text: string): string {
    return text.includes('\\') ? text.replace(this.escaped, '$1') : text
  }
}

const syntaxes = new WeakMap<Operators, QuerySyntax>()

/** The syntax of a language, cached for languages with the same operators and quotation marks. */
export function syntaxOf({ operators, typography }: Pick<Language, 'operators' | 'typography'>): QuerySyntax {
  const cached = syntaxes.get(operators)
  if (cached?.isOf(typography)) return cached
  const syntax = new QuerySyntax(operators, typography)
  syntaxes.set(operators, syntax)
  return syntax
}

/** Escapes text for a pattern or a character class. */
function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
