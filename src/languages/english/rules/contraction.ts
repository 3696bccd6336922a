/**
 * Apostrophes: the possessive is removed (`John’s`, `dogs’`), contractions are read as the words that they abbreviate (`don’t`, `we’ll`), and other words keep
 * theirs (`o’clock`, `O’Neill`, `rock’n’roll`).
 *
 * See R. Quirk et al., A Comprehensive Grammar of the English Language, §§3.23, 5.112.
 */
import { apostrophesAsAscii } from '../../../text/apostrophes.ts'
import { APOSTROPHE, HYPHEN, SPACE } from '../../../text/character-class.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'
import { WordShapes } from '../../../text/word-shapes.ts'
import { endOfLetters, endOfWord, isCapitalAt, isLetterAt, isWordAt } from '../../../text/words.ts'

/** The auxiliaries after an apostrophe, with their full forms. */
const AUXILIARIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['m', ['am']],
  ['re', ['are']],
  ['ve', ['have']],
  ['ll', ['will']],
  ['d', ['would', 'had']],
])

/** The negated auxiliaries whose verb has a different form before n’t. */
const NEGATED: ReadonlyMap<string, string> = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
])

/** Verbs that may precede n’t. */
const BEFORE_NOT: ReadonlySet<string> = new Set(
  'do does did is are was were has have had could should would might must need ought dare ca wo sha'.split(' '),
)

/** Contractions that are not another word without their apostrophe: `dont`, `youre`, `whats`; but not `wont`, `well`, `its`. */
const WITHOUT_APOSTROPHE = new Map<string, readonly [verb: string, rest: string]>([
  ...[...BEFORE_NOT]
    .filter(verb => !NEGATED.has(verb) && verb !== 'ought' && verb !== 'dare' && verb !== 'need')
    .map(verb => [`${verb}nt`, [verb, 'nt']] as const),
  ...['you', 'they'].flatMap(pronoun => [
    [`${pronoun}re`, [pronoun, 're']] as const,
    [`${pronoun}ve`, [pronoun, 've']] as const,
    [`${pronoun}ll`, [pronoun, 'll']] as const,
  ]),
  ...['he', 'she', 'that', 'there', 'here', 'what', 'who', 'where', 'how'].map(
    word => [`${word}s`, [word, 's']] as const,
  ),
  ['cant', ['can', 'nt']],
  ['itll', ['it', 'll']],
  ['im', ['i', 'm']],
  ['ive', ['i', 've']],
])

/** Most words are none of them. */
const BARE_SHAPES = new WordShapes(WITHOUT_APOSTROPHE.keys())

/** Reads a word whose apostrophe is at `end`. Returns where to continue, or -1 if a compound continues there. */
export function readApostrophe(reading: Reading, start: number, end: number): number {
  const { lower } = reading
  const next = end + 1
  if (!isLetterAt(reading, next)) {
    // Dogs’, the 1990s’; and ’90s, which is read from its digits.
    reading.push(lower.slice(start, end), start, end, TokenKind.word)
    return next
  }
  const joined = readJoinedAnd(reading, start, end)
  if (joined !== -1) return joined
  const restEnd = endOfLetters(reading, next)
  const rest = lower.slice(next, restEnd)
  const goesOn = isWordAt(reading, restEnd) || (isJoint(reading, restEnd) && isWordAt(reading, restEnd + 1))
  if (goesOn) return -1
  if (rest === 's') {
    // The quotation mark of an unclosed quotation: it stands alone.
    reading.push(lower.slice(start, end), start, restEnd, TokenKind.word)
    return restEnd
  }
  if (rest === 't' && lower[end - 1] === 'n' && BEFORE_NOT.has(lower.slice(start, end - 1))) {
    const verb = lower.slice(start, end - 1)
    // The n of can’t belongs to both.
    const verbEnd = verb === 'ca' ? end : end - 1
    reading.push(NEGATED.get(verb) ?? verb, start, verbEnd, TokenKind.word)
    reading.push('not', verb === 'ca' ? end : end - 1, restEnd, TokenKind.word)
    return restEnd
  }
  const auxiliary = AUXILIARIES.get(rest)
  if (auxiliary !== undefined && (rest !== 'd' || !isCapitalAt(reading, next))) {
    reading.push(lower.slice(start, end), start, end, TokenKind.word)
    pushEither(reading, auxiliary, end, restEnd)
    return restEnd
  }
  const word = apostrophesAsAscii(lower.slice(start, restEnd))
  if (ELIDED.test(word)) {
    reading.pushAt(reading.position, word, start, restEnd, TokenKind.compound, 2)
    reading.push(lower.slice(start, end), start, end, TokenKind.word)
    reading.push(rest, next, restEnd, TokenKind.word)
    return restEnd
  }
  reading.push(word, start, restEnd, TokenKind.word)
  return restEnd
}

/** A French or Italian name with an article or preposition: d’Artagnan, L’Oréal. Its noun is a word, too. */
const ELIDED = /^[dl]'[aehiouyàâéèêëîïôœûü]\p{L}{2,}$/u

/** Reads the n of rock’n’roll, whose first apostrophe is at `end`, as « and »; -1 if there is none. */
function readJoinedAnd(reading: Reading, start: number, end: number): number {
  const { lower } = reading
  const second = end + 2
  if (lower[end + 1] !== 'n' || reading.classAt(second) !== APOSTROPHE || !isLetterAt(reading, second + 1)) return -1
  const restEnd = endOfLetters(reading, second + 1)
  if (isWordAt(reading, restEnd) || isJoint(reading, restEnd)) return -1
  const whole = apostrophesAsAscii(lower.slice(start, restEnd))
  reading.pushAt(reading.position, whole, start, restEnd, TokenKind.compound, 3)
  reading.push(lower.slice(start, end), start, end, TokenKind.word)
  pushAnd(reading, end, second + 1)
  reading.push(lower.slice(second + 1, restEnd), second + 1, restEnd, TokenKind.word)
  return restEnd
}

/** Reads an n between two words, with or without apostrophes (rock ’n’ roll, drum n bass), as « and »; -1 for another letter. */
export function readShortAnd(reading: Reading, start: number, end: number): number {
  const { lower } = reading
  if (end - start !== 1 || lower[start] !== 'n') return -1
  const from = reading.classAt(start - 1) === APOSTROPHE ? start - 1 : start
  const to = reading.classAt(end) === APOSTROPHE ? end + 1 : end
  const isBare = from === start && to === end
  if (isBare && isCapitalAt(reading, start)) return -1
  if (reading.classAt(from - 1) !== SPACE || reading.classAt(to) !== SPACE) return -1
  // A bare n may be a number: it needs two longer words around it.
  const letters = isBare ? 3 : 1
  for (let i = 0; i < letters; i++) {
    if (!isLetterAt(reading, from - 2 - i) || !isLetterAt(reading, to + 1 + i)) return -1
  }
  pushAnd(reading, from, to)
  return to
}

/** Adds the n of a text also as itself. A query has only « and », which every notation has. */
function pushAnd(reading: Reading, start: number, end: number): void {
  if (reading.isQuestion) reading.push('and', start, end, TokenKind.word)
  else pushEither(reading, ['n', 'and'], start, end)
}

function isJoint(reading: Reading, i: number): boolean {
  return reading.classAt(i) === HYPHEN || reading.classAt(i) === APOSTROPHE
}

function pushEither(reading: Reading, words: readonly string[], start: number, end: number): void {
  const position = reading.position++
  for (const word of words) reading.pushAt(position, word, start, end, TokenKind.word, 1)
}

/** Reads a contraction without its apostrophe; -1 if the word is not one. */
export function readBareContraction(reading: Reading, start: number, end: number): number {
  if (!BARE_SHAPES.mayHave(reading.lower, start, end - start)) return -1
  const contraction = WITHOUT_APOSTROPHE.get(reading.lower.slice(start, end))
  // IM is an acronym.
  if (contraction === undefined || isCapitalAt(reading, end - 1)) return -1
  const [verb, rest] = contraction
  const verbEnd = rest === 's' ? end : start + verb.length
  reading.push(verb, start, verbEnd, TokenKind.word)
  if (rest === 'nt') reading.push('not', verbEnd, end, TokenKind.word)
  else if (rest !== 's') pushEither(reading, AUXILIARIES.get(rest) ?? [], verbEnd, end)
  return end
}

/** The end of a word with possible internal apostrophes, and its end without a final possessive ’s. */
export function endsWithApostrophes(reading: Reading, start: number): readonly [end: number, wordEnd: number] {
  let wordEnd = endOfWord(reading, start)
  let end = wordEnd
  while (reading.classAt(end) === APOSTROPHE && isLetterAt(reading, end + 1)) {
    const next = endOfWord(reading, end + 1)
    wordEnd = reading.lower.slice(end + 1, next) === 's' && reading.classAt(next) !== APOSTROPHE ? end : next
    end = next
  }
  return [end, wordEnd]
}
