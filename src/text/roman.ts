/** Roman numerals up to 89, in lower case. */

/** The digits of small numerals, in lower case, with their values. */
export const ROMAN_DIGITS: ReadonlyMap<string, number> = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
  ['l', 50],
])

/** Well-formed numerals up to 89: four of a kind, or `vv`, are not numbers. Larger ones are rare, except for years. */
const ROMAN = /^(?=[lxvi])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/

/** The value of a small Roman numeral in lower case, or 0 if it is not one. */
export function romanValue(numeral: string): number {
  if (!ROMAN.test(numeral)) return 0
  let sum = 0
  let before = 0
  for (let i = numeral.length - 1; i >= 0; i--) {
    const value = ROMAN_DIGITS.get(numeral[i]) ?? 0
    sum += value < before ? -value : value
    before = value
  }
  return sum
}

/** The Roman numeral of a number from 1 to 89, in lower case. */
export function romanNumeral(value: number): string {
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx'][Math.floor(value / 10)]
  return tens + ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][value % 10]
}
