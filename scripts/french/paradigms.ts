/**
 * Decides the key of each form of a lexicon, a paradigm at a time: what holds for a singular holds for its plural and its feminine.
 *
 * A paradigm is a noun or adjective with all its forms, or the participle of a verb with its four. Paradigms that share a written form (the
 * noun `élu` and the participle of `élire`) are one group, and a group has one key. What a group costs decides which: each form that
 * Snowball stems otherwise must be rewritten, and each verb whose participle the group holds wants to be joined.
 */
import { stemFrench } from '../../src/languages/french/words/snowball.ts'
import { fold } from '../../src/text/fold.ts'
import type { Reading } from './lexicon.ts'

export interface Decisions {
  /** Folded form → lemma whose key its group gets, or '' if the group keeps the form's own stem. */
  lemmas: ReadonlyMap<string, string>
  /** Folded words that have a class of their own. */
  apart: ReadonlySet<string>
  isFunctionWord: (word: string) => boolean
}

const PLAIN = /^[a-z]+$/
/** Left to Snowball: function words, nearly all of them. */
const AUXILIARIES = new Set(['être', 'avoir'])

interface Group {
  forms: Set<string>
  lemmas: Set<string>
  /** Verbs whose forms the group holds. */
  verbs: Set<string>
}

/** Folded form → the keys that are right for it: one if a group holds it, or one for each verb it is a form of; and the forms that groups hold. */
export function rightKeys(
  lexicon: readonly Reading[],
  zipf: (folded: string) => number,
  decisions: Decisions,
): { right: ReadonlyMap<string, ReadonlySet<string>>; groups: ReadonlySet<string> } {
  const cells = new Map<string, Set<string>>()
  const verbForms = new Map<string, Set<string>>()
  const verbsOf = new Map<string, Set<string>>()
  const isLeftOut = (form: string, folded: string) =>
    !PLAIN.test(folded) || decisions.apart.has(folded) || decisions.isFunctionWord(form)
  for (const { form, lemma, wordClass, isParticiple } of lexicon) {
    const folded = fold(form)
    if (wordClass === 'npr' || AUXILIARIES.has(lemma) || isLeftOut(form, folded)) continue
    if (wordClass !== 'v') addTo(cells, lemma, folded)
    else {
      addTo(verbForms, lemma, folded)
      addTo(verbsOf, folded, lemma)
      if (isParticiple) addTo(cells, `${lemma}/${folded.endsWith('ant') ? 'present' : 'past'}`, folded)
    }
  }
  const right = new Map<string, ReadonlySet<string>>()
  dropRareNouns(cells, verbsOf, verbForms, zipf)
  for (const [form, verbs] of verbsOf) {
    const decided = decisions.lemmas.get(form)
    if (decided === undefined || !verbs.has(decided) || cells.get(`${decided}/past`)?.has(form)) continue
    for (const cell of cells.values()) cell.delete(form)
    right.set(form, new Set([stemFrench(fold(decided))]))
  }
  for (const group of joinCells(cells)) {
    for (const form of group.forms) for (const verb of verbsOf.get(form) ?? []) group.verbs.add(verb)
    const key = keyOfGroup(group, verbForms, zipf, decisions)
    for (const form of group.forms) right.set(form, new Set([key]))
  }
  const inGroup = new Set(right.keys())
  for (const [form, verbs] of verbsOf) {
    if (right.has(form)) continue
    const decided = decisions.lemmas.get(form)
    if (decided !== undefined) right.set(form, new Set([stemFrench(decided === '' ? form : fold(decided))]))
    else right.set(form, new Set([...verbs].map(verb => stemFrench(fold(verb)))))
  }
  return { right, groups: inGroup }
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key)
  if (set === undefined) map.set(key, new Set([value]))
  else set.add(value)
}

/** Where a form is a noun's and a verb's and the noun is hardly ever written otherwise (entrait, of which nobody writes the plural), it is the verb's. */
function dropRareNouns(
  cells: Map<string, Set<string>>,
  verbsOf: ReadonlyMap<string, ReadonlySet<string>>,
  verbForms: ReadonlyMap<string, ReadonlySet<string>>,
  zipf: (folded: string) => number,
): void {
  for (const [name, forms] of cells) {
    if (name.includes('/')) continue
    const own = [...forms].filter(form => !verbsOf.has(form))
    const shared = [...forms].filter(form => verbsOf.has(form))
    if (own.length === 0 || Math.max(...own.map(zipf)) >= RARE || shared.length === 0) continue
    const verbs = shared.flatMap(form =>
      [...(verbsOf.get(form) ?? [])].flatMap(verb => [...(verbForms.get(verb) ?? [])]),
    )
    if (Math.max(...verbs.filter(form => !forms.has(form)).map(zipf)) >= RARE + 1)
      for (const form of shared) forms.delete(form)
  }
}

/** On the Zipf scale: once in a hundred million words. */
const RARE = 1.5

/** Cells that share a form are one group. */
function joinCells(cells: ReadonlyMap<string, ReadonlySet<string>>): Set<Group> {
  const groupOf = new Map<string, Group>()
  const groups = new Set<Group>()
  for (const [name, forms] of cells) {
    const group: Group = { forms: new Set(forms), lemmas: new Set(), verbs: new Set() }
    const [lemma, participle] = name.split('/')
    if (participle === undefined) group.lemmas.add(lemma)
    else group.verbs.add(lemma)
    for (const form of forms) {
      const other = groupOf.get(form)
      if (other === undefined || !groups.has(other)) continue
      groups.delete(other)
      for (const shared of other.forms) group.forms.add(shared)
      for (const shared of other.lemmas) group.lemmas.add(shared)
      for (const shared of other.verbs) group.verbs.add(shared)
    }
    groups.add(group)
    for (const form of group.forms) groupOf.set(form, group)
  }
  return groups
}

function keyOfGroup(
  group: Group,
  verbForms: ReadonlyMap<string, ReadonlySet<string>>,
  zipf: (folded: string) => number,
  decisions: Decisions,
): string {
  // The most frequent form that a hand has decided decides for all.
  const decided = [...group.forms].filter(form => decisions.lemmas.has(form)).sort((a, b) => zipf(b) - zipf(a))[0]
  if (decided !== undefined) return stemFrench(fold(decisions.lemmas.get(decided) || decided))
  const candidates = new Set([...group.forms, ...[...group.lemmas, ...group.verbs].map(fold)].map(stemFrench))
  let best = ''
  let least = Number.POSITIVE_INFINITY
  for (const key of candidates) {
    const cost = costOf(key, group, verbForms, zipf)
    if (cost < least) {
      least = cost
      best = key
    }
  }
  return best
}

/** A verb that is not joined costs less if its participle is a noun too, which is used on its own. */
const VERB_BESIDE_A_NOUN = 0.5
/** An adjective made of a present participle is a form of its verb: suivante, of suivre. */
const PRESENT_PARTICIPLE = 3

function costOf(
  key: string,
  { forms, lemmas, verbs }: Group,
  verbForms: ReadonlyMap<string, ReadonlySet<string>>,
  zipf: (folded: string) => number,
): number {
  let cost = 0
  for (const form of forms) if (stemFrench(form) !== key) cost += zipf(form) >= 2 ? 1 : 0.2
  for (const verb of verbs) {
    if (stemFrench(fold(verb)) === key) continue
    const own = verbForms.get(verb) ?? new Set()
    const others = Math.max(0, ...[...own].filter(form => !forms.has(form)).map(zipf))
    let missed = 0
    for (const form of forms) if (own.has(form)) missed += Math.max(0, Math.min(zipf(form), others) - 1.5)
    const isPresent = [...forms].some(form => form.endsWith('ant') && own.has(form))
    cost += missed * (isPresent ? PRESENT_PARTICIPLE : lemmas.size > 0 ? VERB_BESIDE_A_NOUN : 1)
  }
  return cost
}
