/**
 * Normalizes a text and keeps the origin of each character: NFC, NFKC for letters and numbers, without invisible characters.
 *
 * NFKC is not applied everywhere, because it would turn `™` into letters and a no-break space into a plain one. Words need it only for letters and digits with
 * compatibility forms (`ﬁ`, `ᵉ`, `²`, full width). See Unicode Standard Annex #15.
 */
import { CLASSES, classOf, INVISIBLE, LETTERS_AND_NUMBERS, MARK, NORMALIZABLE, SURROGATE } from './character-class.ts'

/** A normalized text, and the origin of each of its code units in the source. */
export interface NormalizedText {
  text: string
  /** For code unit `i` of `text`: the start, in the source, of the characters it came from. Undefined when nothing moved. */
  starts: Uint32Array | undefined
  /** For code unit `i` of `text`: the end, in the source, of the characters it came from. */
  ends: Uint32Array | undefined
}

/** Marks, and the two vowels of Kirat Rai that compose although they are letters. */
const ATTACHING = /^[\p{M}\u{16d63}\u{16d67}]$/u

const SUPERSCRIPT_DIGITS = /^[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]/

/** Normalizes a text and keeps offsets. Returns the text itself if nothing needs normalization. */
export function normalizeText(source: string): NormalizedText {
  const first = firstToNormalize(source)
  if (first === source.length) return { text: source, starts: undefined, ends: undefined }
  // A mark changes the character before it, so copying stops one character earlier.
  const copied = Math.max(0, first - 1 - (first > 1 && CLASSES[source.charCodeAt(first - 1)] === SURROGATE ? 1 : 0))
  return normalizeFrom(source, copied)
}

/** A word in NFC, without the origin of its characters. */
export function normalizeWord(word: string): string {
  return normalizeText(word).text
}

function firstToNormalize(source: string): number {
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i)
    const kind = CLASSES[code] || classOf(code)
    if (kind === MARK || kind >= SURROGATE) {
      if (kind !== SURROGATE) return i
      const character = String.fromCodePoint(source.codePointAt(i) ?? 0)
      if (character.length === 2 && isMovedAstral(character)) return i
      i += character.length - 1
    }
  }
  return source.length
}

function isMovedAstral(character: string): boolean {
  if (ATTACHING.test(character)) return true
  return character.normalize(LETTERS_AND_NUMBERS.test(character) ? 'NFKC' : 'NFC') !== character
}

/** Whether a character attaches to the one before it: a mark, or a vowel or final of decomposed Korean. */
function attaches(source: string, i: number): boolean {
  const code = source.charCodeAt(i)
  const kind = CLASSES[code] || classOf(code)
  if (kind === SURROGATE) return ATTACHING.test(String.fromCodePoint(source.codePointAt(i) ?? 0))
  return kind === MARK || (code >= 0x1160 && code <= 0x11ff)
}

/**
 * The maximum number of marks on one letter that are ordered together (UAX #15, Stream-Safe Text Format). Ordering takes quadratic time, and no script has
 * more.
 */
const MOST_MARKS = 30

function normalizeFrom(source: string, copied: number): NormalizedText {
  let text = source.slice(0, copied)
  let capacity = source.length + 64
  let starts = new Uint32Array(capacity)
  let ends = new Uint32Array(capacity)
  let length = 0
  const append = (cluster: string, start: number, end: number): void => {
    if (length + cluster.length > capacity) {
      capacity = (length + cluster.length) * 2
      starts = grown(starts, capacity)
      ends = grown(ends, capacity)
    }
    for (let k = 0; k < cluster.length; k++) {
      starts[length] = start
      ends[length] = end
      length++
    }
  }
  for (let i = 0; i < copied; i++) append('x', i, i + 1)

  let i = copied
  while (i < source.length) {
    const start = i
    const code = source.charCodeAt(i)
    const kind = CLASSES[code] || classOf(code)
    if (kind === INVISIBLE) {
      i++
      continue
    }
    i += kind === SURROGATE ? String.fromCodePoint(source.codePointAt(i) ?? 0).length : 1
    let cluster = source.slice(start, i)
    let end = i
    // Attached characters may follow invisible ones, which vanish, and are included in the source range only if something follows them.
    let marks = 0
    for (let next = i; next < source.length && marks < MOST_MARKS; ) {
      if (classOf(source.charCodeAt(next)) === INVISIBLE) {
        next++
      } else if (attaches(source, next)) {
        marks++
        const size = classOf(source.charCodeAt(next)) === SURROGATE ? 2 : 1
        cluster += source.slice(next, next + size)
        next += size
        i = end = next
      } else break
    }
    const mayChange = kind === NORMALIZABLE || kind === SURROGATE || cluster.length > 1
    // The ² of « en 2019² » is a footnote marker: as a digit it would change the number.
    if (mayChange && !(SUPERSCRIPT_DIGITS.test(cluster) && isDigitBefore(source, start))) {
      cluster = LETTERS_AND_NUMBERS.test(cluster) ? cluster.normalize('NFKC') : cluster.normalize('NFC')
      // The Afrikaans ŉ is one letter to a reader; as two, one would end inside a character.
      if (cluster.startsWith('ʼn')) cluster = cluster.slice(1)
      // The lower case of İ is i, and the marks after it must compose with that.
      if (cluster.length > 1 && cluster.startsWith('İ')) cluster = `I${cluster.slice(1)}`.normalize('NFC')
    }
    append(cluster, start, end)
    text += cluster
  }
  return { text, starts, ends }
}

function isDigitBefore(source: string, start: number): boolean {
  let i = start - 1
  while (i >= 0 && classOf(source.charCodeAt(i)) === INVISIBLE) i--
  return /\d/.test(source.charAt(i))
}

function grown(array: Uint32Array<ArrayBuffer>, capacity: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(capacity)
  larger.set(array)
  return larger
}
