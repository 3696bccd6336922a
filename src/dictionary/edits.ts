/** Whether a word may be misspelt at all, by its letters and uses alone. */
import { ASK_BACK_RATIO, ONE_EDIT_LENGTH, TWO_EDITS_LENGTH } from '../weights.ts'

/** Nobody mistypes one letter of a word as long as this: it was pasted. */
export const LONGEST_WORD = 64

/** How many edits a folded word in one piece is allowed; none for numbers and signs: 2001 is not 2011. */
export function allowedEdits(piece: string): number {
  if (!/^\p{L}+$/u.test(piece) || piece.length < ONE_EDIT_LENGTH || piece.length > LONGEST_WORD) return 0
  return piece.length < TWO_EDITS_LENGTH ? 1 : 2
}

/** Whether a word that so many documents hold may be asked back at all: another one must have a hundred times as many. */
export function mayBeAskedBack(uses: number, documentCount: number): boolean {
  return uses * ASK_BACK_RATIO <= documentCount
}

/** The longest word that is taken apart. */
const LONGEST_GLUED = 40

/** Whether a word, as it was typed, may be two: letters alone, the first of which may be a capital, or small letters before capitals. */
export function mayBeGlued(typed: string): boolean {
  return typed.length <= LONGEST_GLUED && /^(?:\p{L}\p{Ll}+|\p{Ll}{2,}\p{Lu}{2,})$/u.test(typed)
}
