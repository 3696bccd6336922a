/** The class of each UTF-16 code unit for the tokenizer: one byte per unit, computed once and cached. */

/** Not computed yet. */
export const UNKNOWN = 0
/** A lower-case letter, or a letter without case. */
export const LOWER = 1
/** A capital letter. */
export const UPPER = 2
/** A combining mark that belongs to the letter before it. */
export const MARK = 3
/** An ASCII digit. */
export const DIGIT = 4
/** A space that may separate digit groups: U+0020, U+00A0, U+2009, U+202F. */
export const SPACE = 5
/** Anything that only separates. */
export const SEPARATOR = 6
export const COMMA = 7
export const APOSTROPHE = 8
export const HYPHEN = 9
export const DOT = 10
export const SLASH = 11
export const OPENING_PARENTHESIS = 12
/** The interpunct of inclusive writing and its look-alikes. */
export const MIDDLE_DOT = 13
export const AT = 14
export const HASH = 15
export const PLUS = 16
export const AMPERSAND = 17
export const COLON = 18
/** The degree sign, which `n°` is written with. */
export const DEGREE = 19
/** A sign that is read as a word: `%`, `€`, `§`. */
export const SIGN = 20
/** A picture that is read as a word: `☀`. */
export const PICTURE = 21
/** Half of a character outside the basic plane. */
export const SURROGATE = 22
/** A letter or number that normalization may change: `ﬁ`, `ᵉ`, `²`, full width, or a part of a decomposed character. */
export const NORMALIZABLE = 23
/** A character without a shape: soft hyphen, zero-width space or joiner, bidi mark, variation selector. */
export const INVISIBLE = 24

/** The classes of the basic plane; `UNKNOWN` until `classOf` computes them. */
export const CLASSES = new Uint8Array(0x10000)

function assign(characters: string, kind: number): void {
  for (let i = 0; i < characters.length; i++) CLASSES[characters.charCodeAt(i)] = kind
}

assign('0123456789', DIGIT)
assign(' \u00a0\u2009\u202f', SPACE)
assign(',', COMMA)
// Keyboards and transliterations produce U+02B9, U+02BB, U+2032 (prime) and the accents U+0060 and U+00B4 as apostrophes.
assign("'\u2019\u02bc\u2018\u00b4\u0060\uff07\u02b9\u02bb\u2032\u201b", APOSTROPHE)
// The en dash joins names between letters (Paris–Nice); around spaces it separates like any dash.
assign('-\u2010\u2011\u2013\uff0d', HYPHEN)
assign('.', DOT)
assign('/\u2044', SLASH)
assign('(', OPENING_PARENTHESIS)
assign('\u00b7\u2022\u2027\u2219\u22c5', MIDDLE_DOT)
assign('@', AT)
assign('#', HASH)
assign('+', PLUS)
assign('&', AMPERSAND)
assign(':', COLON)
assign('°', DEGREE)
assign('%€$£¥§‰№', SIGN)
assign('\u00ad\u034f\u061c\u180e\u2060\u2061\u2062\u2063\u2064\u20e3\ufeff', INVISIBLE)
for (const [first, last] of [
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x206f],
  [0xfe00, 0xfe0f],
]) {
  for (let code = first; code <= last; code++) CLASSES[code] = INVISIBLE
}
for (let code = 0xd800; code <= 0xdfff; code++) CLASSES[code] = SURROGATE

const MARKS = /^\p{M}$/u
/** Letters and numbers; among them letters in a circle (Ⓑ) and units in a square (㎡, ℃), which Unicode counts as symbols. */
export const LETTERS_AND_NUMBERS = /^[\p{L}\p{N}\u24b6-\u24e9\u3371-\u33df\u2103\u2109]/u
const CAPITALS = /^[\p{Lu}\p{Lt}]$/u
const PICTURES = /^\p{Extended_Pictographic}$/u

/** The class of a code unit that may not be in the table yet. */
export function classOf(code: number): number {
  return CLASSES[code] || (CLASSES[code] = findClass(code, String.fromCharCode(code)))
}

function findClass(code: number, character: string): number {
  if (code < 0x80) {
    if (code >= 0x61 && code <= 0x7a) return LOWER
    return code >= 0x41 && code <= 0x5a ? UPPER : SEPARATOR
  }
  if (MARKS.test(character)) return MARK
  // Hangul jamo: the letters of decomposed Korean.
  if (code >= 0x1100 && code <= 0x11ff) return NORMALIZABLE
  if (LETTERS_AND_NUMBERS.test(character)) {
    if (character.normalize('NFKC') !== character) return NORMALIZABLE
    return CAPITALS.test(character) ? UPPER : LOWER
  }
  if (character.normalize('NFC') !== character) return NORMALIZABLE
  // Pictures below U+2600 are arrows, bullets and ™, which accompany words.
  return code >= 0x2600 && PICTURES.test(character) ? PICTURE : SEPARATOR
}

/** Whether an astral character, given whole, is a letter or a number. */
export function isAstralLetter(character: string): boolean {
  return LETTERS_AND_NUMBERS.test(character)
}

/** Whether an astral character, given whole, is a mark on the letter before it. */
export function isAstralMark(character: string): boolean {
  return MARKS.test(character)
}

/** Whether an astral character, given whole, is read as a word. */
export function isAstralPicture(character: string): boolean {
  return PICTURES.test(character) || REGIONAL_INDICATORS.test(character)
}

const REGIONAL_INDICATORS = /^\p{Regional_Indicator}$/u
