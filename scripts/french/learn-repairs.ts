/**
 * Learns the rules that repair Snowball: the smallest set of word endings, each with what to write instead, that brings the forms of a
 * word to one stem.
 *
 * A rule `ending → (letters to drop, letters to add)` rewrites a folded word before it is stemmed; the longest ending wins, `^` stands for
 * the beginning of the word. The rules are found by dynamic programming over the tree of reversed words: a rule costs `RULE_COST`, a
 * word with a wrong stem costs according to its frequency, so rare words are repaired only if a rule of others does it.
 * (The idea of learning endings with exceptions: J. Plisson, N. Lavrač, D. Mladenić, "A rule based approach to word lemmatization", 2004.)
 */
import { stemFrench } from '../../src/languages/french/words/snowball.ts'
import { fold } from '../../src/text/fold.ts'
import type { Reading } from './lexicon.ts'
import { type Decisions, rightKeys } from './paradigms.ts'

/** Rewrites the end of a word: drops `drop` letters, adds `add`. `NOTHING` leaves the word to Snowball. */
export interface Rule {
  ending: string
  drop: number
  add: string
}

interface Word {
  word: string
  right: ReadonlySet<string>
  cost: number
  rewritings: string[]
}

const NOTHING = '0'
/** One in so many of the forms that the list of frequencies lacks. */
const RARE_SAMPLE = 4
const RARE_COST = 0.1
/** Feminines that are made every day: a rule must find those that no lexicon has. */
const PRODUCTIVE = /..(?:euse|iere)s?$/
const PRODUCTIVE_COST = 0.5
/** Forms from here on the Zipf scale get a rule of their own if no other serves. */
const FREQUENT = 2.8
const FREQUENT_COST = 2
/** So do the plurals and feminines of nouns, adjectives and participles from here on: a paradigm is not broken for a rule's sake. */
const INFLECTED = 2.2
const INFLECTED_COST = 2.6
/** What a hand has decided is not given up for a rule. */
const DECIDED_COST = 3
const IRREGULAR_COST = 1.3
/** Verbs of the third group, whose rarer forms are worth a rule too. */
const THIRD_GROUP = /(?:oir|[^e]re|enir|ourir|frir|vrir|tir|querir|vir|^aller)$/
const PLAIN = /^[a-z]+$/

function apply(word: string, operation: string): string {
  const drop = Number(operation[0])
  return drop > word.length ? word : word.slice(0, word.length - drop) + operation.slice(1)
}

const stem = stemFrench

/** Folded frequencies: what all spellings of a folded word make together. */
export function foldFrequencies(frequencies: ReadonlyMap<string, number>): Map<string, number> {
  const folded = new Map<string, number>()
  for (const [word, zipf] of frequencies) {
    const key = fold(word)
    folded.set(key, Math.log10(10 ** (folded.get(key) ?? -9) + 10 ** zipf))
  }
  return folded
}

/** The words to learn from, each with the keys that are right for it. */
export function trainingWords(
  lexicon: readonly Reading[],
  frequencies: ReadonlyMap<string, number>,
  decisions: Decisions,
): Word[] {
  const folded = foldFrequencies(frequencies)
  const zipfOf = (word: string) => folded.get(word) ?? 0
  const readings = new Map<string, Reading[]>()
  for (const reading of lexicon) {
    const key = fold(reading.form)
    if (!PLAIN.test(key) || reading.wordClass === 'npr') continue
    const list = readings.get(key)
    if (list === undefined) readings.set(key, [reading])
    else list.push(reading)
  }
  const words: Word[] = []
  const { right, groups } = rightKeys(lexicon, zipfOf, decisions)
  for (const [word, keys] of right) {
    const zipf = zipfOf(word)
    // Forms that are hardly ever written still say which rules are safe: a few are enough.
    const isProductive = PRODUCTIVE.test(word)
    if (zipf === 0 && !isProductive && hash(word) % RARE_SAMPLE !== 0) continue
    const known = readings.get(word) ?? []
    let cost = Math.max(zipf - 1.5, isProductive ? PRODUCTIVE_COST : RARE_COST)
    if (zipf >= FREQUENT) cost += FREQUENT_COST
    else if (zipf >= INFLECTED && groups.has(word)) cost = Math.max(cost, INFLECTED_COST)
    else if (zipf >= 2 && isIrregular(word, known)) cost += IRREGULAR_COST
    if (decisions.lemmas.has(word)) cost += DECIDED_COST
    words.push({ word, right: keys, cost, rewritings: rewritings(word, known, keys) })
  }
  for (const [word, zipf] of folded)
    if (zipf >= 2 && !right.has(word) && !decisions.apart.has(word) && PLAIN.test(word) && word.length > 2)
      words.push({ word, right: new Set([stem(word)]), cost: Math.max(zipf - 1.5, 0.1) * 0.25, rewritings: [] })
  return words
}

/** Whether the word is a form that people learn by heart: of a verb of the third group, or a plural or feminine that adds no mere -s or -e. */
function isIrregular(word: string, known: readonly Reading[]): boolean {
  return known.every(({ lemma, wordClass }) => {
    const plain = fold(lemma)
    if (wordClass === 'v') return THIRD_GROUP.test(plain)
    return !(word.startsWith(plain) && /^e?s?$/.test(word.slice(plain.length)))
  })
}

function hash(word: string): number {
  let value = 0
  for (const letter of word) value = (value * 31 + letter.charCodeAt(0)) % 65_521
  return value
}

const GENERAL_ADDITIONS = ['', 'e', 'r', 'er', 'ir', 're', 'al', 'l', 'eur', 'ier', 'x']

function rewritings(word: string, known: readonly Reading[], right: ReadonlySet<string>): string[] {
  if (right.has(stem(word))) return []
  const found = new Set<string>()
  for (let drop = 0; drop <= 6 && drop < word.length; drop++)
    for (const add of GENERAL_ADDITIONS) found.add(`${drop}${add}`)
  for (const target of [...known.map(reading => fold(reading.lemma)), ...right]) {
    if (!PLAIN.test(target)) continue
    let common = 0
    while (common < word.length && common < target.length && word[common] === target[common]) common++
    for (let keep = common; keep >= Math.max(0, common - 2); keep--)
      if (word.length - keep <= 9)
        for (const more of ['', 'e', 'er']) found.add(`${word.length - keep}${target.slice(keep)}${more}`)
  }
  return [...found].filter(operation => right.has(stem(apply(word, operation))))
}

/** A node of the tree of reversed words: an ending, which all words below it share. */
interface Node {
  children: Map<string, Node> | undefined
  own: Word | undefined
  /** What the words below want, with the sum of their costs. */
  wanted: Map<string, number> | undefined
  /** By the rule that holds above: the least cost, and the rule set here to reach it. */
  plans: Map<string, Plan>
}

interface Plan {
  cost: number
  operation: string
}

/** No node weighs more candidates than this; the ones that would help the most words are kept. */
const MOST_CANDIDATES = 30

function newNode(): Node {
  return { children: undefined, own: undefined, wanted: undefined, plans: new Map() }
}

function tree(words: readonly Word[]): Node {
  const root = newNode()
  for (const word of words) {
    const want = (node: Node) => {
      if (word.rewritings.length === 0) return
      node.wanted ??= new Map()
      for (const operation of word.rewritings) node.wanted.set(operation, (node.wanted.get(operation) ?? 0) + word.cost)
    }
    let node = root
    for (const letter of `${[...word.word].reverse().join('')}^`) {
      want(node)
      node.children ??= new Map()
      let child = node.children.get(letter)
      if (child === undefined) node.children.set(letter, (child = newNode()))
      node = child
    }
    want(node)
    node.own = word
  }
  return root
}

function candidates(node: Node): string[] {
  if (node.wanted === undefined) return []
  return [...node.wanted]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
    .map(([operation]) => operation)
}

/** Keeps, for each word, the few rewritings that would help the most other words. */
function prune(words: readonly Word[]): Word[] {
  const total = new Map<string, number>()
  for (const word of words)
    for (const operation of word.rewritings) total.set(operation, (total.get(operation) ?? 0) + word.cost)
  const rank = (a: string, b: string) => (total.get(b) ?? 0) - (total.get(a) ?? 0) || (a < b ? -1 : 1)
  return words.map(word => ({ ...word, rewritings: [...word.rewritings].sort(rank).slice(0, 5) }))
}

/** The rules that cost least in all. */
export function learn(words: readonly Word[], ruleCost: number): Rule[] {
  const wrong = (word: Word, operation: string): number => {
    if (word.right.has(stem(apply(word.word, operation)))) return 0
    return operation === NOTHING ? word.cost : word.cost * 2.5
  }
  // What the words of a subtree cost when the rule above it holds at its root.
  const under = (node: Node, operation: string, depth: number): number => {
    let cost = node.own === undefined ? 0 : wrong(node.own, operation)
    if (node.children) for (const child of node.children.values()) cost += plan(child, operation, depth + 1).cost
    return cost
  }
  const plan = (node: Node, inherited: string, depth: number): Plan => {
    if (inherited === NOTHING && node.wanted === undefined) return FREE
    let best = node.plans.get(inherited)
    if (best !== undefined) return best
    best = { cost: under(node, inherited, depth), operation: inherited }
    // Endings of one letter say nothing of French.
    if (best.cost > ruleCost && depth >= 2)
      for (const operation of [NOTHING, ...candidates(node)]) {
        if (operation === inherited) continue
        const cost = under(node, operation, depth) + ruleCost
        if (cost < best.cost) best = { cost, operation }
      }
    if (node.wanted !== undefined || best.operation !== inherited) node.plans.set(inherited, best)
    return best
  }
  const root = tree(prune(words))
  plan(root, NOTHING, 0)
  const rules: Rule[] = []
  const collect = (node: Node, inherited: string, ending: string) => {
    const { operation } = node.plans.get(inherited) ?? FREE
    if (operation !== inherited && node.plans.has(inherited))
      rules.push({ ending, drop: Number(operation[0]), add: operation.slice(1) })
    const holds = node.plans.has(inherited) ? operation : inherited
    if (node.children) for (const [letter, child] of node.children) collect(child, holds, letter + ending)
  }
  collect(root, NOTHING, '')
  return rules
}

const FREE: Plan = { cost: 0, operation: NOTHING }
