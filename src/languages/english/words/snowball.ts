/**
 * The English Snowball stemmer (Porter 2), as in Snowball 3.
 *
 * A new implementation of the algorithm's definition (algorithms/english.sbl of https://snowballstem.org, BSD 3-clause, notice in THIRD-PARTY.md), equal to it
 * on the whole published vocabulary. Steps have the same names as in the definition, so that both can be compared.
 */

/** The exceptions of the definition: stems of words that the steps would get wrong. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ...['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map(word => [word, word] as const),
])

/** Prefixes after which R1 starts, whatever vowels they have. */
const BEFORE_R1 = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/

const VOWELS = 'aeiouy'

/** Suffixes and their replacements, the longest first. */
type Step = readonly (readonly [suffix: string, instead: string])[]

const STEP_2 = step({
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  abli: 'able',
  entli: 'ent',
  'izer ization': 'ize',
  'ational ation ator': 'ate',
  'alism aliti alli': 'al',
  fulness: 'ful',
  'ousli ousness': 'ous',
  'iveness iviti': 'ive',
  'biliti bli': 'ble',
  ogist: 'og',
  ogi: 'og',
  fulli: 'ful',
  lessli: 'less',
  li: '',
})

const STEP_3 = step({
  tional: 'tion',
  ational: 'ate',
  alize: 'al',
  'icate iciti ical': 'ic',
  'ful ness ative': '',
})

const STEP_4 = step({ 'al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion': '' })

function step(suffixes: Readonly<Record<string, string>>): Step {
  return Object.entries(suffixes)
    .flatMap(([list, instead]) => list.split(' ').map(suffix => [suffix, instead] as const))
    .sort(([a], [b]) => b.length - a.length)
}

/** Where R1 and R2 start in the current word. Module state rather than a result, so that stemming a word allocates only strings. */
let p1 = 0
let p2 = 0

/** The Snowball stem of an English word in lower case. */
export function stemEnglish(word: string): string {
  const exception = EXCEPTIONS.get(word)
  if (exception !== undefined) return exception
  if (word.length < 3) return word
  let stem = prelude(word)
  markRegions(stem)
  stem = step1c(step1b(step1a(stem)))
  stem = replaceSuffix(stem, STEP_2, isStep2)
  stem = replaceSuffix(stem, STEP_3, isStep3)
  stem = replaceSuffix(stem, STEP_4, isStep4)
  return step5(stem).replaceAll('Y', 'y')
}

/** A y at the start of the word or after a vowel is a consonant: it becomes a capital. */
function prelude(word: string): string {
  const plain = word.startsWith("'") ? word.slice(1) : word
  return plain.includes('y') ? plain.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y') : plain
}

function isVowel(word: string, i: number): boolean {
  return i >= 0 && VOWELS.includes(word.charAt(i)) && i < word.length
}

function markRegions(word: string): void {
  const before = BEFORE_R1.exec(word)
  p1 = before === null ? pastSyllable(word, 0) : before[0].length
  p2 = pastSyllable(word, p1)
}

/** After the first consonant that follows a vowel; the end of the word if there is none. */
function pastSyllable(word: string, from: number): number {
  let i = from
  while (i < word.length && !isVowel(word, i)) i++
  while (i < word.length && isVowel(word, i)) i++
  return Math.min(i + 1, word.length)
}

/** Whether the first `length` letters of `word` end with a short syllable. */
function endsShort(word: string, length: number): boolean {
  if (word.slice(0, length).endsWith('past')) return true
  if (length < 2 || isVowel(word, length - 1) || !isVowel(word, length - 2)) return false
  if (length === 2) return true
  return !isVowel(word, length - 3) && !'wxY'.includes(word.charAt(length - 1))
}

function hasVowel(word: string, end: number): boolean {
  for (let i = 0; i < end; i++) if (isVowel(word, i)) return true
  return false
}

function step1a(word: string): string {
  const plain = word.replace(/'(?:s'?)?$/, '')
  if (plain.endsWith('sses')) return plain.slice(0, -2)
  if (plain.endsWith('ied') || plain.endsWith('ies')) return plain.slice(0, plain.length > 4 ? -2 : -1)
  if (!plain.endsWith('s') || plain.endsWith('us') || plain.endsWith('ss')) return plain
  return hasVowel(plain, plain.length - 2) ? plain.slice(0, -1) : plain
}

function step1b(word: string): string {
  const eed = /eed(?:ly)?$/.exec(word)
  if (eed !== null) {
    const { index } = eed
    return index < p1 || /^(?:proc|exc|succ)$/.test(word.slice(0, index)) ? word : `${word.slice(0, index)}ee`
  }
  const ending = /(?:ed|edly|ing|ingly)$/.exec(word)
  if (ending === null) return word
  const stem = word.slice(0, ending.index)
  if (ending[0] === 'ing') {
    if (/^[^aeiouy]y$/.test(stem)) return `${stem.slice(0, -1)}ie`
    if (/^(?:inn|out|cann|herr|earr|even)$/.test(stem)) return word
  }
  if (!hasVowel(stem, stem.length)) return word
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(stem)) return /^[aeo]..$/.test(stem) ? stem : stem.slice(0, -1)
  return stem.length === p1 && endsShort(stem, stem.length) ? `${stem}e` : stem
}

function step1c(word: string): string {
  const last = word.length - 1
  if (last < 2 || (word[last] !== 'y' && word[last] !== 'Y') || isVowel(word, last - 1)) return word
  return `${word.slice(0, last)}i`
}

/** Replaces the longest suffix of a step if `isMeant` accepts the suffix and its start. */
function replaceSuffix(
  word: string,
  suffixes: Step,
  isMeant: (word: string, suffix: string, at: number) => boolean,
): string {
  for (const [suffix, instead] of suffixes) {
    if (!word.endsWith(suffix)) continue
    const at = word.length - suffix.length
    return isMeant(word, suffix, at) ? word.slice(0, at) + instead : word
  }
  return word
}

function isStep2(word: string, suffix: string, at: number): boolean {
  if (at < p1) return false
  if (suffix === 'ogi') return word[at - 1] === 'l'
  return suffix !== 'li' || 'cdeghkmnrt'.includes(word.charAt(at - 1))
}

function isStep3(_: string, suffix: string, at: number): boolean {
  return at >= (suffix === 'ative' ? p2 : p1)
}

function isStep4(word: string, suffix: string, at: number): boolean {
  return at >= p2 && (suffix !== 'ion' || word[at - 1] === 's' || word[at - 1] === 't')
}

function step5(word: string): string {
  const last = word.length - 1
  if (word[last] === 'e') {
    return last >= p2 || (last >= p1 && !endsShort(word, last)) ? word.slice(0, last) : word
  }
  return word[last] === 'l' && last >= p2 && word[last - 1] === 'l' ? word.slice(0, last) : word
}
