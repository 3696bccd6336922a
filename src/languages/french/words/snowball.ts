/**
 * The French Snowball stemmer, as in Snowball 3.
 *
 * A new implementation of the algorithm's definition (algorithms/french.sbl of https://snowballstem.org, BSD 3-clause, notice in THIRD-PARTY.md), equal to it
 * on the whole published vocabulary. Steps have the same names as in the definition, so that both can be compared. One letter of the definition is one UTF-16
 * unit here.
 */

import { type EndingNode, endingTree, listAt, nextNode } from './ending-tree.ts'

// The suffixes of each step. The number of a list, from 1, is the action for its suffixes.
const Standard = endingTree([
  'ance iqUe isme able iste eux ances iqUes ismes ables istes',
  'atrice ateur ation atrices ateurs ations',
  'logie logies',
  'usion ution usions utions',
  'ence ences',
  'ement ements',
  'ité ités',
  'if ive ifs ives',
  'eaux',
  'aux',
  'oux',
  'euse euses',
  'issement issements',
  'amment',
  'emment',
  'ment ments',
])
const BeforeEment = endingTree(['iv', 'eus', 'abl iqU', 'ièr Ièr'])
const BeforeIte = endingTree(['abil', 'ic', 'iv'])
const IVerb = endingTree([
  'îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent issais issait issant issante issantes issants isse issent isses issez issiez issions issons it',
])
const Verb = endingTree([
  'ions',
  'é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez eais',
  'âmes ât âtes a ai aIent ait ant ante antes ants as asse assent asses assiez assions',
  'ais aise aises',
])
const Residual = endingTree(['ion', 'ier ière Ier Ière', 'e'])

const VOWEL = new Uint8Array(256)
for (const letter of 'aeiouyâàëéêèïîôûù') VOWEL[letter.charCodeAt(0)] = 1

function isVowel(word: string, i: number): boolean {
  return VOWEL[word.charCodeAt(i)] === 1
}

const ELISION = /^(?:[cdjlmnstz]|qu)'(?=.)/
const PRELUDE = /([aeiouyâàëéêèïîôûù])(?:([ui])(?=[aeiouyâàëéêèïîôûù])|y)|y(?=[aeiouyâàëéêèïîôûù])|qu/g
const NEEDS_PRELUDE = /[aeiouyâàëéêèïîôûù][uiy]|[ëïyq]/
const NEEDS_POSTLUDE = /[IUYH]/

/** The Snowball stem of a French word in lower case. */
export function stemFrench(word: string): string {
  const c = word.charCodeAt(1)
  // Only an apostrophe in second or third place can mark an elision.
  if (c === 0x27 || word.charCodeAt(2) === 0x27) word = word.replace(ELISION, '')
  if (NEEDS_PRELUDE.test(word)) {
    word = word.replace(PRELUDE, markConsonant)
    if (word.includes('ë') || word.includes('ï')) word = word.replaceAll('ë', 'He').replaceAll('ï', 'Hi')
  }
  markRegions(word)
  word = suffixes(word)
  word = unAccent(unDouble(word))
  return NEEDS_POSTLUDE.test(word) ? postlude(word) : word
}

/** The prelude's replacements: u, i and y that are consonants become capitals, which are not vowels. */
function markConsonant(found: string, before?: string, glide?: string): string {
  if (before === undefined) return found === 'qu' ? 'qU' : 'Y'
  return before + (glide === 'u' ? 'U' : glide === 'i' ? 'I' : 'Y')
}

// Where RV, R1 and R2 start in the current word. Module state rather than a result, so that stemming a word allocates only strings.
let pV = 0
let p1 = 0
let p2 = 0

function markRegions(word: string): void {
  const length = word.length
  pV = p1 = p2 = length
  if (isVowel(word, 0) && isVowel(word, 1)) {
    if (length > 2) pV = 3
    else pV = pastVowel(word, 1)
  } else if (word.startsWith('par') || word.startsWith('col') || word.startsWith('tap')) pV = 3
  else if (word.startsWith('ni') && isVowel(word, 2)) pV = 3
  else pV = pastVowel(word, 1)

  const first = pastConsonant(word, pastVowel(word, 0, -1))
  if (first < 0) return
  p1 = first
  const second = pastConsonant(word, pastVowel(word, first, -1))
  if (second >= 0) p2 = second
}

function pastVowel(word: string, from: number, none = word.length): number {
  for (let i = from; i < word.length; i++) if (isVowel(word, i)) return i + 1
  return none
}

function pastConsonant(word: string, from: number): number {
  if (from >= 0) for (let i = from; i < word.length; i++) if (!isVowel(word, i)) return i + 1
  return -1
}

// The start of the suffix that `find` found last.
let start = 0

/** The action, from 1, for the longest suffix of the tree that is completely after `limit`; 0 if there is none. */
function find(tree: EndingNode, word: string, limit = 0): number {
  let action = 0
  let node = tree
  for (let i = word.length - 1; i >= limit; i--) {
    node = nextNode(node, word.charCodeAt(i))
    if (node === 0) break
    const list = listAt(node)
    if (list !== 0) {
      action = list
      start = i
    }
  }
  return action
}

function suffixes(word: string): string {
  let stem = standardSuffix(word)
  if (stem === undefined) {
    // Adverbs in -ment lose it and continue as verbs: amment → ant, emment → ent.
    word = adverb(word)
    stem = iVerbSuffix(word) ?? verbSuffix(word)
  }
  if (stem === undefined) return residualSuffix(word)
  if (stem.endsWith('Y')) return `${stem.slice(0, -1)}i`
  if (stem.endsWith('ç')) return `${stem.slice(0, -1)}c`
  return stem
}

/** The word without its suffix, or `undefined` if there is no derivational suffix to remove. */
function standardSuffix(word: string): string | undefined {
  const action = find(Standard, word)
  const at = start
  const stem = word.slice(0, at)
  switch (action) {
    case 1:
      return at >= p2 ? stem : undefined
    case 2:
      return at >= p2 ? withoutIc(stem) : undefined
    case 3:
      return at >= p2 ? `${stem}log` : undefined
    case 4:
      return at >= p2 ? `${stem}u` : undefined
    case 5:
      return at >= p2 ? `${stem}ent` : undefined
    case 6:
      return at >= pV ? beforeEment(stem) : undefined
    case 7:
      return at >= p2 ? beforeIte(stem) : undefined
    case 8: {
      if (at < p2) return undefined
      if (!stem.endsWith('at') || at - 2 < p2) return stem
      return withoutIc(stem.slice(0, -2))
    }
    case 9:
      return `${stem}eau`
    case 10:
      return at >= p1 ? `${stem}al` : undefined
    case 11:
      return at > 0 && 'bhjlnp'.includes(word[at - 1]) ? `${stem}ou` : undefined
    case 12:
      return at >= p2 ? stem : at >= p1 ? `${stem}eux` : undefined
    case 13:
      return at >= p1 && at > 0 && !isVowel(word, at - 1) ? stem : undefined
    default:
      return undefined
  }
}

function withoutIc(stem: string): string {
  if (!stem.endsWith('ic')) return stem
  const shorter = stem.slice(0, -2)
  return shorter.length >= p2 ? shorter : `${shorter}iqU`
}

function beforeEment(stem: string): string {
  const action = find(BeforeEment, stem)
  const at = start
  const shorter = stem.slice(0, at)
  switch (action) {
    case 1:
      if (at < p2) return stem
      return shorter.endsWith('at') && at - 2 >= p2 ? shorter.slice(0, -2) : shorter
    case 2:
      return at >= p2 ? shorter : at >= p1 ? `${shorter}eux` : stem
    case 3:
      return at >= p2 ? shorter : stem
    case 4:
      return at >= pV ? `${shorter}i` : stem
    default:
      return stem
  }
}

function beforeIte(stem: string): string {
  const action = find(BeforeIte, stem)
  const at = start
  const shorter = stem.slice(0, at)
  switch (action) {
    case 1:
      return at >= p2 ? shorter : `${shorter}abl`
    case 2:
      return at >= p2 ? shorter : `${shorter}iqU`
    case 3:
      return at >= p2 ? shorter : stem
    default:
      return stem
  }
}

function adverb(word: string): string {
  const action = find(Standard, word)
  if (action === 14 && start >= pV) return `${word.slice(0, start)}ant`
  if (action === 15 && start >= pV) return `${word.slice(0, start)}ent`
  // -ment follows the past participle, whose vowel must be in RV.
  if (action === 16 && start > pV && isVowel(word, start - 1)) return word.slice(0, start)
  return word
}

function iVerbSuffix(word: string): string | undefined {
  if (find(IVerb, word, pV) === 0 || start <= pV) return undefined
  const before = word[start - 1]
  return before === 'H' || isVowel(word, start - 1) ? undefined : word.slice(0, start)
}

function verbSuffix(word: string): string | undefined {
  const action = find(Verb, word, pV)
  const stem = word.slice(0, start)
  switch (action) {
    case 1:
      return start >= p2 ? stem : undefined
    case 2:
      return stem
    case 3:
      return stem.endsWith('e') && start - 1 >= pV ? stem.slice(0, -1) : stem
    case 4:
      // palais, mauvais, déplais
      return (stem.length === 3 && stem.endsWith('al')) || stem.endsWith('auv') || stem.endsWith('épl')
        ? undefined
        : stem
    default:
      return undefined
  }
}

function residualSuffix(word: string): string {
  const last = word.length - 1
  if (last > 0 && word.charCodeAt(last) === 0x73) {
    if (word.endsWith('His') || !'aiouès'.includes(word[last - 1])) word = word.slice(0, last)
  }
  const action = find(Residual, word, pV)
  const stem = word.slice(0, start)
  switch (action) {
    case 1:
      return start >= p2 && start > pV && (stem.endsWith('s') || stem.endsWith('t')) ? stem : word
    case 2:
      return `${stem}i`
    case 3:
      return stem
    default:
      return word
  }
}

function unDouble(word: string): string {
  const last = word.charCodeAt(word.length - 1)
  if (last === 0x6c) return word.endsWith('ell') || word.endsWith('eill') ? word.slice(0, -1) : word
  if (last === 0x6e) return word.endsWith('enn') || word.endsWith('onn') ? word.slice(0, -1) : word
  return last === 0x74 && word.endsWith('ett') ? word.slice(0, -1) : word
}

function unAccent(word: string): string {
  let i = word.length - 1
  while (i >= 0 && !isVowel(word, i)) i--
  if (i < 0 || i === word.length - 1 || (word[i] !== 'é' && word[i] !== 'è')) return word
  return `${word.slice(0, i)}e${word.slice(i + 1)}`
}

function postlude(word: string): string {
  return word.replace(/He|Hi|[IUYH]/g, mark =>
    mark === 'He' ? 'ë' : mark === 'Hi' ? 'ï' : mark === 'H' ? '' : mark.toLowerCase(),
  )
}
