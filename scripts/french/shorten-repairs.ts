/**
 * Makes the two levels of repairs as short as the classes allow: adds what a frequent form lacks, takes out what changes no class, and shortens endings.
 *
 * A class is the forms that share a key today. What its key is called is free, but for the classes that rules of derivation find by their key. A change is weighed by
 * how much it splits classes and joins them: the cost of the forms that are no longer with most of their class, or with most of their key.
 */
import {
  generalOperations,
  keyAfter,
  type Level,
  operationAt,
  operationsTo,
  singularOf,
  stemAfter,
  stemPath,
  wordPath,
} from './repair-levels.ts'
import { OWN } from './split-repairs.ts'

export interface ClassForm {
  form: string
  /** The key of its class today. */
  key: string
  cost: number
}

interface Entry extends ClassForm {
  path: string
  stem: string
  /** The key by the levels at hand. */
  found: string
}

/** What an ending, and a letter of one, may cost in forms that change their class. */
const RULE_GAIN = 0.4
const LETTER_GAIN = 0.08
const FREQUENT = 1
/** A shorter ending that so many forms have changes too many of them. */
const MOST_FORMS = 2500
const ROUNDS = 3

type Sums<A, B> = Map<A, Map<B, number>>

function addTo<A, B>(sums: Sums<A, B>, a: A, b: B, cost: number): void {
  const of = sums.get(a) ?? new Map<B, number>()
  sums.set(a, of)
  const sum = (of.get(b) ?? 0) + cost
  if (sum < 1e-9) of.delete(b)
  else of.set(b, sum)
}

/** The costs of all but the greatest part. */
function strayed(parts: ReadonlyMap<string, number> | undefined): number {
  let sum = 0
  let most = 0
  for (const cost of parts?.values() ?? []) {
    sum += cost
    most = Math.max(most, cost)
  }
  return sum - most
}

function greatest(parts: ReadonlyMap<string, number> | undefined): string {
  return [...(parts ?? [])].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as [string, number])[0]
}

/** What of a sorted list begins with an ending. */
function withEnding<T extends { path: string }>(sorted: readonly T[], ending: string): readonly T[] {
  const place = (path: string) => {
    let from = 0
    let to = sorted.length
    while (from < to) {
      const middle = (from + to) >> 1
      if (sorted[middle].path < path) from = middle + 1
      else to = middle
    }
    return from
  }
  return sorted.slice(place(ending), place(`${ending}\uffff`))
}

const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

/** Changes `words` and `stems`. `mayRename` says whether a class may be called otherwise. */
export function shortenRepairs(
  forms: readonly ClassForm[],
  words: Level,
  stems: Level,
  mayRename: (key: string, found: string) => boolean,
): void {
  const byClass: Sums<string, string> = new Map()
  const byKey: Sums<string, string> = new Map()
  const ofStem = new Map<string, Set<Entry>>()
  const entries: Entry[] = forms.map(form => ({ ...form, path: wordPath(form.form), stem: '', found: '' })).sort(byPath)

  const count = (entry: Entry, sign: number) => {
    addTo(byClass, entry.key, entry.found, sign * entry.cost)
    addTo(byKey, entry.found, entry.key, sign * entry.cost)
  }
  const move = (entry: Entry, found: string) => {
    count(entry, -1)
    entry.found = found
    count(entry, 1)
  }
  const setStem = (entry: Entry, stem: string) => {
    ofStem.get(entry.stem)?.delete(entry)
    entry.stem = stem
    ofStem.set(stem, (ofStem.get(stem) ?? new Set()).add(entry))
  }
  for (const entry of entries) {
    setStem(entry, stemAfter(entry.form, operationAt(words, entry.path)))
    entry.found = keyAfter(stems, entry.stem)
    count(entry, 1)
  }

  /** Moves forms to other keys if that strays no more than `gain`. */
  const moveAll = (moves: readonly (readonly [entry: Entry, found: string])[], gain: number): boolean => {
    const real = moves.filter(([entry, found]) => entry.found !== found)
    const forbidden = ({ cost, key }: Entry, found: string) =>
      cost >= FREQUENT && found !== key && !mayRename(key, found)
    if (real.some(([entry, found]) => forbidden(entry, found))) return false
    const classes = new Set(real.map(([{ key }]) => key))
    const keys = new Set(real.flatMap(([entry, found]) => [entry.found, found]))
    const strayedNow = () => {
      let sum = 0
      for (const key of classes) sum += strayed(byClass.get(key))
      for (const key of keys) sum += strayed(byKey.get(key))
      return sum
    }
    const before = strayedNow()
    const found = real.map(([entry]) => entry.found)
    for (const [entry, to] of real) move(entry, to)
    if (strayedNow() - before <= gain) return true
    for (const [i, [entry]] of real.entries()) move(entry, found[i])
    return false
  }

  const change = (level: Level, ending: string, put: readonly [string, string] | undefined): (() => void) => {
    const operation = level.get(ending)
    level.delete(ending)
    if (put !== undefined) level.set(put[0], put[1])
    return () => {
      if (put !== undefined) level.delete(put[0])
      if (operation !== undefined) level.set(ending, operation)
    }
  }

  const tryWords = (ending: string, put: readonly [string, string] | undefined, gain: number): boolean => {
    const touched = withEnding(entries, put !== undefined && put[0].length < ending.length ? put[0] : ending)
    if (touched.length > MOST_FORMS) return false
    const undo = change(words, ending, put)
    const moves = touched
      .map(entry => [entry, stemAfter(entry.form, operationAt(words, entry.path))] as const)
      .filter(([entry, stem]) => entry.stem !== stem)
    if (
      moveAll(
        moves.map(([entry, stem]) => [entry, keyAfter(stems, stem)] as const),
        gain,
      )
    ) {
      for (const [entry, stem] of moves) setStem(entry, stem)
      return true
    }
    undo()
    return false
  }

  let allStems: { path: string; stem: string }[] = []
  const tryStems = (ending: string, put: readonly [string, string] | undefined, gain: number): boolean => {
    const touched = withEnding(allStems, put !== undefined && put[0].length < ending.length ? put[0] : ending)
    if (touched.length > MOST_FORMS) return false
    const undo = change(stems, ending, put)
    const moves = touched.flatMap(({ stem }) => {
      const found = keyAfter(stems, stem)
      return [...(ofStem.get(stem) ?? [])].map(entry => [entry, found] as const)
    })
    if (moveAll(moves, gain)) return true
    undo()
    return false
  }

  const isAstray = ({ key, found }: Entry) => greatest(byClass.get(key)) !== found || greatest(byKey.get(found)) !== key

  /** An ending of its own, as short as it may be, for a frequent form that is not with its class. */
  const addEnding = (entry: Entry) => {
    const goal = greatest(byClass.get(entry.key))
    const singular = singularOf(entry.form)
    const operations =
      goal === entry.found
        ? operationsTo(singular, goal, [OWN]).slice(0, 1)
        : [...generalOperations(singular), ...operationsTo(singular, goal, ['', 'e', 'er', 'r'])]
    const now = operationAt(words, entry.path)
    const good = operations.filter(
      operation =>
        operation !== now && (goal === entry.found || keyAfter(stems, stemAfter(entry.form, operation)) === goal),
    )
    for (let length = 3; length <= entry.path.length; length++)
      for (const operation of good) {
        const ending = entry.path.slice(0, length)
        if (tryWords(ending, [ending, operation], -Math.max(0.85 * entry.cost, FREQUENT))) return
      }
  }
  for (const entry of entries.filter(({ cost }) => cost >= FREQUENT).sort((a, b) => b.cost - a.cost))
    if (isAstray(entry)) addEnding(entry)

  const shorten = (level: Level, tryChange: typeof tryWords) => {
    for (const ending of [...level.keys()].sort((a, b) => b.length - a.length)) {
      const operation = level.get(ending)
      if (operation === undefined || tryChange(ending, undefined, RULE_GAIN)) continue
      for (let length = 2; length < ending.length; length++) {
        const shorter = ending.slice(0, length)
        if (level.has(shorter)) continue
        if (tryChange(ending, [shorter, operation], LETTER_GAIN * (ending.length - length))) break
      }
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    allStems = [...ofStem]
      .filter(([, of]) => of.size > 0)
      .map(([stem]) => ({ path: stemPath(stem), stem }))
      .sort(byPath)
    shorten(stems, tryStems)
    shorten(words, tryWords)
    console.log(`${words.size} endings of words, ${stems.size} of stems`)
  }
  const astray = entries.filter(isAstray)
  console.log(
    `${astray.length} of ${entries.length} forms change their class, of the frequent: ${astray
      .filter(({ cost }) => cost >= FREQUENT)
      .map(({ form }) => form)
      .join(' ')}`,
  )
}
