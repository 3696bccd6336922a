/**
 * Corrects Snowball. Before stemming, it rewrites forms that Snowball would separate: `travaux` to `travail`, `directrice` to `directeur`. After stemming, it
 * rewrites stems: `pren` of prenons and prenait to `prend`.
 *
 * The endings to rewrite and their replacements were derived from a lexicon (index-data/french/README.md, scripts/french/learn.ts).
 */

import { STEM_REPAIRS, WORD_REPAIRS } from '../data/inflection-tables.ts'
import { type EndingNode, longestEnding, packedEndingTree } from '../words/ending-tree.ts'

/** Endings, and for each list of endings how many letters to drop and what to add; `0` leaves the word to Snowball. */
export interface Repairs {
  tree: EndingNode
  operations: readonly string[]
}

/** Each line has what to add, and for each number of letters to drop (% none, & one …) the endings as ending-tree.ts reads them. */
export function readRepairs(table: string): Repairs {
  const operations: string[] = []
  const endings: string[] = []
  for (const line of table.split('\n')) {
    const [added, lists] = line.split(' ')
    for (const list of lists.split(/(?=[%-.])/)) {
      operations.push(list.charCodeAt(0) - DROP + added)
      endings.push(list.slice(1))
    }
  }
  return { operations, tree: packedEndingTree(endings) }
}

const DROP = 0x25

let ofWords: Repairs | undefined
let ofStems: Repairs | undefined

/** Snowball keeps the s of kimonos and credos, because propos, repos, enclos and héros have it in the singular. */
const PLURAL_IN_OS = /..(?:[^ahlp]|[^c]l)os$/

/** Endings identified by their accents, and their replacements. */
const ACCENTED: readonly (readonly [ending: RegExp, instead: string])[] = [
  // Dansât, dansâmes, dansâtes; but appât, dégât.
  [/(..[^pg])â(?:t|mes|tes)$/, '$1a'],
  // Finîmes, finîtes; but abîmes.
  [/(...[^b])î(?:mes|tes)$/, '$1i'],
  // Précèdent, lèvent; precedent without accents is the noun. Only the nouns in -érent of the next rule have a verb; other words in -èrent are a past tense.
  [/è([^r])ent$/, 'é$1er'],
  [/^(adh|diff|réf|déf)èrent$/, '$1érer'],
  // Conférait is not a future of conf-.
  [/(.ér)(?:ais|ait|aient|ons|ions|ez|iez)$/, '$1er'],
]

/** What all of these have, in addition to a last letter s, t or z: rules out most words with accents. */
const MAY_BE_ACCENTED = /[âî]|ér|è.+ent$/

/** The word with an ending that Snowball recognises without accents, if its own would be lost without them. */
export function plainEnding(word: string): string {
  const last = word.charAt(word.length - 1)
  if (!(last === 's' || last === 't' || last === 'z') || !MAY_BE_ACCENTED.test(word)) return word
  for (const [ending, instead] of ACCENTED) if (ending.test(word)) return word.replace(ending, instead)
  return word
}

/**
 * A folded word in the spelling that the repairs expect: the new one for words whose consonants changed in 1990 (joailler for joaillier, serpillère for
 * serpillière, boursoufler for boursouffler), and the form of dire for contredisez.
 */
export function repairedSpelling(folded: string): string {
  const simple = folded.includes('ffl') ? folded.replace('ffl', 'fl') : folded
  const word = simple.includes('ill') ? simple.replace(ILLIER, '$1iller') : simple
  return word.endsWith('disez') ? word.replace(DISEZ, '$1dire') : word
}

/** Not in millier, nor if the i belongs to another syllable. */
const ILLIER = /([aeu]|rp)ill(?:iers?|i?eres?)$/

/** Contredisez, but dites: verbs derived from dire have the regular form. */
const DISEZ = /(..)disez$/

/**
 * The folded word, rewritten if Snowball would give it the wrong class. The endings are those of singulars: a final s is removed first, and stays off if an
 * ending matches.
 */
export function rewriteForm(folded: string, repairs: Repairs = (ofWords ??= readRepairs(WORD_REPAIRS))): string {
  const word = repairedSpelling(folded)
  const isPlural = word.length > 3 && word.endsWith('s')
  const singular = isPlural ? word.slice(0, -1) : word
  const list = longestEnding(repairs.tree, singular, isPlural ? 's' : '')
  if (list === 0) return word.endsWith('os') && PLURAL_IN_OS.test(word) ? singular : word
  const operation = repairs.operations[list - 1]
  return operation === '0' ? word : rewrite(singular, operation)
}

/** Snowball's stem, rewritten if the other forms of the word have a different one. */
export function repairStem(stem: string, repairs: Repairs = (ofStems ??= readRepairs(STEM_REPAIRS))): string {
  const list = longestEnding(repairs.tree, stem)
  return list === 0 ? stem : rewrite(stem, repairs.operations[list - 1])
}

function rewrite(text: string, operation: string): string {
  const drop = Number(operation[0])
  return drop > text.length ? text : text.slice(0, text.length - drop) + operation.slice(1)
}
