/** Strings as UTF-8 sees them: in its order, and without the lone surrogates that it can't say. */

const SURROGATE = /[\ud800-\udfff]/
const LONE_SURROGATE = /\p{Surrogate}/gu

/** The string with U+FFFD for each lone surrogate, as its UTF-8 would be read back. */
export function wellFormed(text: string): string {
  return SURROGATE.test(text) ? text.replace(LONE_SURROGATE, '\ufffd') : text
}

/** Sorts well-formed strings in place by their UTF-8, which is JavaScript's own order but for what is beyond the basic plane. */
export function inOrderOfUtf8(strings: string[]): string[] {
  strings.sort()
  return strings.some(string => SURROGATE.test(string)) ? strings.sort(compareAsUtf8) : strings
}

function compareAsUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

/** Surrogates go behind all other code units: they are halves of the highest code points. */
function rank(unit: number): number {
  return unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
