/**
 * Brings a form that Snowball fails to join to one that it joins: `peuvent` to `pouvoir`, `travaux` to `travail`, `directrice` to `directeur`.
 *
 * The endings at which to rewrite, and what to write, were learnt from a lexicon (index-data/french/README.md, scripts/french/learn.ts).
 */

import { REPAIRS } from '../data/inflection-tables.ts'
import { endingTree, longestEnding } from '../words/ending-tree.ts'

interface Repair {
  drop: number
  add: string
}

const repairs: readonly Repair[] = REPAIRS.split('\n').map(line => {
  const operation = line.slice(0, line.indexOf(' '))
  return { drop: Number(operation[0]), add: operation.slice(1) }
})

const tree = endingTree(REPAIRS.split('\n').map(line => line.slice(line.indexOf(' ') + 1)))

/** Snowball keeps the s of kimonos and credos; propos, repos, enclos and héros have it in the singular. */
const PLURAL_IN_OS = /..(?:[^ahlp]|[^c]l)os$/

/** The folded word, rewritten where Snowball would miss its class. */
export function rewriteForm(word: string): string {
  const list = longestEnding(tree, word)
  if (list === 0) return PLURAL_IN_OS.test(word) ? word.slice(0, -1) : word
  const { drop, add } = repairs[list - 1]
  return drop > word.length ? word : word.slice(0, word.length - drop) + add
}
