/**
 * Elision: the words that lose their vowel before another (`l’Arabie`, `qu’il`), and the words with an internal apostrophe (`aujourd’hui`, `prud’homme`,
 * `N’Djamena`).
 *
 * See Grevisse & Goosse, Le bon usage, on elision: only `presque` in `presqu’île` and `quelque` in `quelqu’un` are written elided.
 */
import type { Reading } from '../../../text/text-scanner.ts'
import { isLetterAt } from '../../../text/words.ts'

/** The words that are separated, without their apostrophe. */
export const ELIDED: ReadonlySet<string> = new Set(
  'l d j m t s n c ç qu jusqu lorsqu puisqu quoiqu quelqu presqu entr'.split(' '),
)

/** What precedes an internal apostrophe. */
export const OWN_APOSTROPHE: ReadonlySet<string> = new Set('aujourd prud presqu quelqu entr'.split(' '))

const LONGEST_ELIDED = 6

/** First letters of words before which another word elides; h because it may be mute. */
export const VOWEL = /[aeiouyhœæàâäéèêëîïôöùûüÿ]/

/** Whether the word `left`, before the apostrophe at `i - 1`, is elided before the word at `i`. */
export function isElided(reading: Reading, left: string, i: number): boolean {
  if (left.length > LONGEST_ELIDED || !ELIDED.has(left)) return false
  const { lower } = reading
  switch (left) {
    case 'presqu':
      return !(lower.startsWith('île', i) || lower.startsWith('ile', i))
    case 'quelqu':
      return !lower.startsWith('un', i)
    case 'entr':
      return lower.startsWith('eux', i) || lower.startsWith('elles', i) || lower.startsWith('autre', i)
    case 'n':
    case 'm':
      // N’Djamena, M’Bappé, m’sieur: no French word elides before a consonant.
      return !isLetterAt(reading, i) || VOWEL.test(lower.charAt(i))
    default:
      return true
  }
}

/** `c` elides only before forms of être and before `en`: `c est`. Elsewhere it is a letter, as in `vitamine c avis`. */
export const AFTER_C: ReadonlySet<string> = new Set('est était etait étaient etaient eût eut en'.split(' '))

const DROPPED = new RegExp(`^(jusqu|lorsqu|puisqu|quoiqu|qu|[ldjmtsnc])(?=${VOWEL.source})(.{2,})$`)

/** The elided word that a word may start with if its apostrophe is missing, and the rest: `l` and `ecole` for `lecole`; undefined if there is none. */
export function droppedElision(word: string): readonly [elided: string, rest: string] | undefined {
  const match = DROPPED.exec(word)
  if (match === null || (match[1] === 'c' && !AFTER_C.has(match[2]))) return undefined
  return [match[1], match[2]]
}
