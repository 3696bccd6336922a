/** How much a spelling that differs from the typed one in accents alone counts as the word that was typed. */

/** `etat` was typed: whoever leaves accents out means any of them, but what looks like the question comes first. */
export const OWN_UNACCENTED_WEIGHT = 0.75

/** `péché` was typed: `pêche` is another word, `peche` perhaps the same in haste. */
export const OWN_ACCENTS_WEIGHT = 0.25
