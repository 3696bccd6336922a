/** Dates and numbers as in French tables and headers: `14/11/2019`, `14 novembre 2019`, `3,50`, `1 250,00`. */

import { fold } from '../../text/fold.ts'
import type { ValueReader } from '../../text/value-reader.ts'

const MONTHS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ')
/** Shorter prefixes of months are ambiguous: `ju`. */
const SHORTEST_MONTH = 3
const DAYS = '(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]*\\.?,? +'
const TIME = '(?:,? +(?:a +)?(\\d{1,2})(?::| ?h ?)(\\d\\d)?(?::(\\d\\d))?)?'
const IN_WORDS = new RegExp(`^(?:${DAYS})?(?:(\\d{1,2})(?:er)? +)?([a-z]+)\\.? +(\\d{4})${TIME}$`)
const IN_DIGITS = new RegExp(`^(?:${DAYS})?(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d\\d)${TIME}$`)
const MONTH_IN_DIGITS = /^(\d{1,2})\/(\d{4})$/

const SPACES = ' \\u00a0\\u2009\\u202f'
/** Groups of three digits, separated by spaces or apostrophes; a comma or a point before the decimals. */
const GROUPED = new RegExp(`^[-+]?\\d{1,3}(?:[${SPACES}'’]\\d{3})+(?:[.,]\\d+)?$`)
const PLAIN = /^[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?$/i
/** Points or commas separate groups only if the number is unambiguous: there are several, or the other sign follows. */
const POINTED = /^[-+]?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+|(?:\.\d{3}){2,}|(?:,\d{3}){2,})$/
const GROUP_SIGNS = new RegExp(`[${SPACES}'’]`, 'g')

export const VALUES: ValueReader = {
  readDate(text) {
    const plain = fold(text.normalize('NFC').trim().toLowerCase()).replace(/\s/g, ' ')
    const words = IN_WORDS.exec(plain)
    if (words !== null) {
      const month = monthOf(words[2])
      return month === 0 ? undefined : written(words[3], month, words[1], words.slice(4))
    }
    const month = MONTH_IN_DIGITS.exec(plain)
    if (month !== null) return written(month[2], Number(month[1]))
    const digits = IN_DIGITS.exec(plain)
    return digits === null ? undefined : written(digits[4], Number(digits[3]), digits[1], digits.slice(5))
  },

  /** The comma is the decimal sign, as in French: `1,250` is 1.25. So is a single point, as programs write it: `1.250` is 1.25 too. */
  readNumber(text) {
    const plain = text.trim().replace('−', '-')
    if (GROUPED.test(plain) || PLAIN.test(plain)) return Number(plain.replace(GROUP_SIGNS, '').replace(',', '.'))
    if (!POINTED.test(plain)) return undefined
    const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','))
    const hasDecimals = plain.includes('.') && plain.includes(',')
    const whole = hasDecimals ? plain.slice(0, last) : plain
    return Number(whole.replace(/[.,]/g, '') + (hasDecimals ? `.${plain.slice(last + 1)}` : ''))
  },
}

/** 1 to 12 for a month or its abbreviation (`nov`, `sept`, `juil`); 0 if it is none or ambiguous. */
function monthOf(word: string): number {
  const months = MONTHS.filter(month => month.startsWith(word))
  return word.length >= SHORTEST_MONTH && months.length === 1 ? MONTHS.indexOf(months[0]) + 1 : 0
}

/** In ISO 8601. A two-digit year is read as in forms: 19 is 2019, 87 is 1987. */
function written(year: string, month: number, day?: string, time: readonly (string | undefined)[] = []): string {
  const fullYear = year.length === 4 ? year : Number(year) < 50 ? `20${year}` : `19${year}`
  const two = (number: string | number) => String(number).padStart(2, '0')
  const date = `${fullYear}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`
  const [hour, minute = '00', second = '00'] = time
  return hour === undefined || day === undefined ? date : `${date}T${two(hour)}:${minute}:${second}`
}
