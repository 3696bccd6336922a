/** A word as in the word list. */
import { fold } from '../../text/fold.ts'

/** Without accents, hyphens and apostrophes. */
export function pieceOf(word: string): string {
  return fold(word).replace(/[-'’]/g, '')
}
