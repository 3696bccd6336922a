/** Decides whether a word may be misspelt, by its letters and document count alone. */
import { ASK_BACK_RATIO, ONE_EDIT_LENGTH, TWO_EDITS_LENGTH } from '../weights.ts'

/** A longer word was pasted, not mistyped. */
export const LONGEST_WORD = 64

/** The number of edits allowed for a folded word without hyphens; none for numbers and signs: 2001 is not 2011. */
export function allowedEdits(piece: string): number {
  if (!/^\p{L}+$/u.test(piece) || piece.length < ONE_EDIT_LENGTH || piece.length > LONGEST_WORD) return 0
  return piece.length < TWO_EDITS_LENGTH ? 1 : 2
}

/** Whether another word may be suggested for a word in this many documents: it must be in a hundred times as many. */
export function mayBeAskedBack(uses: number, documentCount: number): boolean {
  return uses * ASK_BACK_RATIO <= documentCount
}

/** The longest word to split. */
const LONGEST_GLUED = 40

/** Whether a typed word may be two words: only letters, of which the first may be a capital, or lower-case letters before capitals. */
export function mayBeGlued(typed: string): boolean {
  return typed.length <= LONGEST_GLUED && /^(?:\p{L}\p{Ll}+|\p{Ll}{2,}\p{Lu}{2,})$/u.test(typed)
}
