/** The language of the page of `serve`: its texts and number formats. */
import { type Texts, texts } from './texts.ts'

export interface Formats {
  texts: Texts
  number(n: number): string
}

/** The language chosen earlier, or that of the page. */
export function languageAtStart(): 'fr' | 'en' {
  const kept = sessionStorage.getItem('language') ?? document.documentElement.lang
  return kept === 'fr' ? 'fr' : 'en'
}

export function formatsOf(language: 'fr' | 'en'): Formats {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  return { texts: texts[language], number: n => number.format(n) }
}
