/**
 * Brings a form that Snowball fails to join to one that it joins: `peuvent` to `pouvoir`, `travaux` to `travail`, `directrice` to `directeur`.
 *
 * The endings at which to rewrite, and what to write, were learnt from a lexicon (index-data/french/README.md, scripts/french/learn.ts).
 */

import { REPAIRS } from '../data/inflection-tables.ts'
import { longestEnding, packedEndingTree } from '../words/ending-tree.ts'

interface Repair {
  drop: number
  add: string
}

const repairs: readonly Repair[] = REPAIRS.split('\n').map(line => {
  const operation = line.slice(0, line.indexOf(' '))
  return { drop: Number(operation[0]), add: operation.slice(1) }
})

const tree = packedEndingTree(REPAIRS.split('\n').map(line => line.slice(line.indexOf(' ') + 1)))

/** Snowball keeps the s of kimonos and credos; propos, repos, enclos and héros have it in the singular. */
const PLURAL_IN_OS = /..(?:[^ahlp]|[^c]l)os$/

/** Endings that are told by their accents: what precedes, then what takes their place. */
const ACCENTED: readonly (readonly [ending: RegExp, instead: string])[] = [
  // Dansât, dansâmes, dansâtes; but appât, dégât.
  [/(..[^pg])â(?:t|mes|tes)$/, '$1a'],
  // Finîmes, finîtes; but abîmes.
  [/(...[^b])î(?:mes|tes)$/, '$1i'],
  // Précèdent, lèvent; what is written precedent without accents is the noun. Only these nouns in -érent have a verb: all other -èrent are a past tense.
  [/è([^r])ent$/, 'é$1er'],
  [/^(adh|diff|réf|déf)èrent$/, '$1érer'],
  // Conférait is no future of conf-.
  [/(.ér)(?:ais|ait|aient|ons|ions|iez)$/, '$1er'],
]

/** What all of these have, besides a last letter of s, t or z: most words with accents are told from them at once. */
const MAY_BE_ACCENTED = /[âî]|ér|è.+ent$/

/** The word with an ending that Snowball knows without accents, where its own is lost without them. */
export function plainEnding(word: string): string {
  const last = word.charAt(word.length - 1)
  if (!(last === 's' || last === 't' || last === 'z') || !MAY_BE_ACCENTED.test(word)) return word
  for (const [ending, instead] of ACCENTED) if (ending.test(word)) return word.replace(ending, instead)
  return word
}

/** The spellings of 1990 that change a consonant: joaillier and joailler, serpillière and serpillère, boursouffler and boursoufler. */
function spellingOf1990(word: string): string {
  const simple = word.includes('ffl') ? word.replace('ffl', 'fl') : word
  return simple.includes('ill') ? simple.replace(ILLIER, '$1iller') : simple
}

/** Not in millier; nor where the i is of another syllable. */
const ILLIER = /([aeu]|rp)ill(?:iers?|i?eres?)$/

/** Contredisez, but dites: the verbs made of dire have the regular form. */
const DISEZ = /(..)disez$/

/** The folded word, rewritten where Snowball would miss its class. */
export function rewriteForm(folded: string): string {
  const simple = spellingOf1990(folded)
  const word = simple.endsWith('disez') ? simple.replace(DISEZ, '$1dire') : simple
  const list = longestEnding(tree, word)
  if (list === 0) return word.endsWith('os') && PLURAL_IN_OS.test(word) ? word.slice(0, -1) : word
  const { drop, add } = repairs[list - 1]
  return drop > word.length ? word : word.slice(0, word.length - drop) + add
}
