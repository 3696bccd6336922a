/**
 * Splits repairs into those of words and those of stems, which need few endings for all the forms of a verb: the stem of prenons, prenait and prenante is pren.
 *
 * Each level is learnt with the other one given, by dynamic programming over the tree of endings as in learn-repairs.ts: a rule costs `ruleCost`, a form with
 * another key than today its own cost.
 */
import {
  generalOperations,
  keyAfter,
  type Level,
  operationAt,
  operationsTo,
  rewrite,
  singularOf,
  stemAfter,
  stemPath,
  wordPath,
} from './repair-levels.ts'

/** A form, the keys that are right for it, and what it costs if it gets another. */
export interface Target {
  form: string
  key: string
  /** Of a rare form, the keys of its paradigm. */
  others: ReadonlySet<string>
  cost: number
}

/** Marks the key of a class whose stem is repaired to another class: dependance, and depend of dépendre. No stem has it. */
export const OWN = '-'

interface Item {
  path: string
  cost: number
  operations: readonly string[]
  /** What it costs under an operation, `''` for none. */
  costUnder: (operation: string) => number
}

interface Node {
  children: Map<string, Node> | undefined
  items: Item[]
  wanted: Map<string, number>
  plans: Map<string, { cost: number; operation: string }>
}

const MOST_CANDIDATES = 24
const MOST_OPERATIONS = 5
const FREE = { cost: 0, operation: '' }

const newNode = (): Node => ({ children: undefined, items: [], wanted: new Map(), plans: new Map() })

const mostWanted = (wanted: ReadonlyMap<string, number>) => (a: string, b: string) =>
  (wanted.get(b) ?? 0) - (wanted.get(a) ?? 0) || (a < b ? -1 : 1)

function treeOf(items: readonly Item[]): Node {
  const total = new Map<string, number>()
  for (const { operations, cost } of items)
    for (const operation of operations) total.set(operation, (total.get(operation) ?? 0) + cost)
  const root = newNode()
  for (const item of items) {
    const operations = [...item.operations].sort(mostWanted(total)).slice(0, MOST_OPERATIONS)
    let node = root
    const want = () => {
      for (const operation of operations) node.wanted.set(operation, (node.wanted.get(operation) ?? 0) + item.cost)
    }
    for (const letter of item.path) {
      want()
      node.children ??= new Map()
      let child = node.children.get(letter)
      if (child === undefined) node.children.set(letter, (child = newNode()))
      node = child
    }
    want()
    node.items.push(item)
  }
  return root
}

/** The endings and operations that cost least in all. */
function learnLevel(items: readonly Item[], ruleCost: number): Level {
  const under = (node: Node, operation: string, depth: number): number => {
    let cost = 0
    for (const item of node.items) cost += item.costUnder(operation)
    if (node.children) for (const child of node.children.values()) cost += plan(child, operation, depth + 1).cost
    return cost
  }
  const plan = (node: Node, inherited: string, depth: number): { cost: number; operation: string } => {
    if (inherited === '' && node.wanted.size === 0) return FREE
    let best = node.plans.get(inherited)
    if (best !== undefined) return best
    best = { cost: under(node, inherited, depth), operation: inherited }
    // Endings of one letter say nothing of French.
    if (best.cost > ruleCost && depth >= 2) {
      const candidates = [...node.wanted.keys()].sort(mostWanted(node.wanted)).slice(0, MOST_CANDIDATES)
      for (const operation of ['0', ...candidates]) {
        const cost = under(node, operation, depth) + ruleCost
        if (operation !== inherited && cost < best.cost) best = { cost, operation }
      }
    }
    node.plans.set(inherited, best)
    return best
  }
  const root = treeOf(items)
  plan(root, '', 0)
  const level: Level = new Map()
  const collect = (node: Node, inherited: string, path: string) => {
    const operation = node.plans.get(inherited)?.operation ?? inherited
    if (operation !== inherited) level.set(path, operation)
    if (node.children) for (const [letter, child] of node.children) collect(child, operation, path + letter)
  }
  collect(root, '', '')
  return level
}

const isRight = ({ key, others }: Target, found: string) => found === key || others.has(found)

function learnWords(targets: readonly Target[], ofStems: Level, ruleCost: number): Level {
  const items = targets.map((target): Item => {
    const { form, key, cost, others } = target
    const isRightAfter = (operation: string) => isRight(target, keyAfter(ofStems, stemAfter(form, operation)))
    const singular = singularOf(form)
    const goals = [key, ...others]
    const operations = isRightAfter('')
      ? []
      : [...generalOperations(singular), ...goals.flatMap(goal => operationsTo(singular, goal, ['', 'e', 'er', 'r']))]
    return {
      path: wordPath(form),
      cost,
      operations: [...new Set(operations)].filter(isRightAfter),
      // A form that is made worse costs more than one that is left as it is.
      costUnder: operation => (isRightAfter(operation) ? 0 : operation === '' || operation === '0' ? cost : cost * 1.5),
    }
  })
  return learnLevel(items, ruleCost)
}

function learnStems(targets: readonly Target[], ofWords: Level, ruleCost: number): Level {
  const wantedBy = new Map<string, Map<string, number>>()
  const costs = new Map<string, number>()
  for (const { form, key, others, cost } of targets) {
    const stem = stemAfter(form, operationAt(ofWords, wordPath(form)))
    const wanted = wantedBy.get(stem) ?? new Map<string, number>()
    for (const goal of new Set([key, ...others])) wanted.set(goal, (wanted.get(goal) ?? 0) + cost)
    wantedBy.set(stem, wanted)
    costs.set(stem, (costs.get(stem) ?? 0) + cost)
  }
  const items = [...wantedBy].map(([stem, wanted]): Item => {
    const cost = costs.get(stem) ?? 0
    return {
      path: stemPath(stem),
      cost,
      operations: [...wanted.keys()].filter(goal => goal !== stem).flatMap(goal => operationsTo(stem, goal)),
      costUnder: operation =>
        cost - (wanted.get(operation === '' || operation === '0' ? stem : rewrite(stem, operation)) ?? 0),
    }
  })
  return learnLevel(items, ruleCost)
}

/** A class whose own stem goes to another class gets a key of its own. */
function renamed(targets: readonly Target[], ofStems: Level): Target[] {
  return targets.map(target => {
    const key = target.key.endsWith(OWN) ? target.key.slice(0, -1) : target.key
    return { ...target, key: keyAfter(ofStems, key) === key ? key : key + OWN }
  })
}

/** First the general endings of words, then both levels in turn. */
export function splitRepairs(given: readonly Target[], ruleCost: number): { words: Level; stems: Level } {
  let targets = [...given]
  let words = learnWords(targets, new Map(), GENERAL * ruleCost)
  let stems = learnStems(targets, words, ruleCost)
  for (let round = 0; round < ROUNDS; round++) {
    targets = renamed(targets, stems)
    words = learnWords(targets, stems, ruleCost)
    stems = learnStems(targets, words, ruleCost)
    console.log(`${words.size} endings of words, ${stems.size} of stems`)
  }
  return { words, stems }
}

/** A general ending pays for ten others. */
const GENERAL = 10
const ROUNDS = 2
