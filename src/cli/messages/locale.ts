/** Chooses the language of messages. */
import { english, type Messages } from './english.ts'
import { french } from './french.ts'

export type Locale = 'fr' | 'en'

export const messages: Readonly<Record<Locale, Messages>> = { fr: french, en: english }

export function isLocale(name: string): name is Locale {
  return Object.hasOwn(messages, name)
}

/**
 * The language of an environment: the first of LC_ALL, LC_MESSAGES and LANG that is set, as in POSIX; if none is (Windows, some desktops), that of the system.
 * French for any French locale, English for all others.
 */
export function localeOf(environment: NodeJS.ProcessEnv): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  const name = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale
  return /^fr(?![a-z])/i.test(name) ? 'fr' : 'en'
}
