/** Acronyms with full stops: `G.N.A.`, `O.N.U.`, `K.-O.` are read as `gna`, `onu`, `ko`. */
import { APOSTROPHE, DOT, HYPHEN } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { TokenKind } from '../text/token.ts'
import { isLetterAt, isWordAt } from '../text/words.ts'

/**
 * Reads single letters each with its full stop, two at least; the last may lack it (`U.S.A`). Gives -1 where there are fewer: the
 * `A.` of « la tour A. Il… » and the `J.` of « J. Chirac » are letters with something after them.
 */
export function readAcronym(reading: Reading, start: number): number {
  let letters = ''
  let i = start
  let end = start
  const isOutline = reading.lower[start] === 'i' || reading.lower[start] === 'v'
  while (isLetterAt(reading, i)) {
    const letter = reading.lower[i]
    if (reading.classAt(i + 1) === DOT) {
      letters += letter
      i += 2
      end = i
      // K.-O. is one word; I.-A. is two numbers of an outline.
      if (!isOutline && reading.classAt(i) === HYPHEN && isLetterAt(reading, i + 1) && !isWordAt(reading, i + 2)) i++
      // J.F.Kennedy: the letters end where a longer word begins.
      if (isWordAt(reading, i + 1)) break
    } else {
      if (isWordAt(reading, i + 1) || reading.classAt(i + 1) === APOSTROPHE) break
      letters += letter
      end = i + 1
      break
    }
  }
  if (letters.length < 2) return -1
  reading.push(letters, start, end, TokenKind.acronym)
  return end
}
