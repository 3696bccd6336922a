/** The texts of a search box with the numbers and dates of its language. */
import type { Answer } from '../search-state.ts'
import { english } from './english.ts'
import { french, type Texts } from './french.ts'
import { isWorthSaying } from './held-words.ts'

export type Locale = 'fr' | 'en'

const TEXTS: Readonly<Record<Locale, Texts>> = { fr: french, en: english }

/** The language that a language tag names (`fr-CA`), or English. */
export function localeOf(tag: string): Locale {
  return /^fr\b/i.test(tag) ? 'fr' : 'en'
}

/** The operators that people who read a language type. */
const OPERATORS: Readonly<Record<Locale, { and: readonly string[]; or: readonly string[] }>> = {
  fr: { and: ['ET'], or: ['OU'] },
  en: { and: [], or: [] },
}

export function operatorsOf(locale: Locale): { and: readonly string[]; or: readonly string[] } {
  return OPERATORS[locale]
}

export interface Wording extends Texts {
  number(n: number): string
  /** Formats dates; returns other values unchanged. */
  readable(value: string): string
  /** The summary of an answer in a sentence. */
  status(answer: Answer): string
}

/** @param others texts that replace those of the language */
export function wordingOf(locale: Locale, others: Partial<Texts> = {}): Wording {
  const texts = { ...TEXTS[locale], ...others }
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const number = (n: number) => numbers.format(n)
  return {
    ...texts,
    number,
    readable(value) {
      const [day] = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(value) ?? []
      const time = day === undefined ? Number.NaN : Date.parse(day)
      return Number.isNaN(time) ? value : days.format(time)
    },
    status(answer) {
      const { query, total, shownTotal } = answer
      if (total === 0) return `${texts.none(query.trim())}.`
      const count = texts.count(answer, number)
      // Of pages, only the sections are counted by their words.
      const isDetailed = isWorthSaying(answer) && shownTotal === total && query.trim() !== ''
      return isDetailed ? texts.inDetail(count, texts.held(answer, number)) : count
    },
  }
}
