/**
 * Writes a list of endings for `packedEndingTree`: backwards, in order, each as how many letters of the one before are left off, then the letters that
 * take their place. The first letter of a word (`^` before it) is a capital.
 */
export function writeEndings(endings: readonly string[]): string {
  let before = ''
  let written = ''
  for (const ending of endings.map(backwards).sort()) {
    let shared = 0
    while (shared < before.length && ending[shared] === before[shared]) shared++
    const left = before.length - shared
    if (left > MOST_LEFT) throw new Error(`${ending} leaves off more than ${MOST_LEFT} letters`)
    if (before !== '') written += String.fromCharCode(0x30 + left)
    written += ending.slice(shared)
    before = ending
  }
  return written
}

/** The characters between the digits and the capitals. */
const MOST_LEFT = 16

function backwards(ending: string): string {
  return [...ending.replace(/\^(.)/, (_, letter: string) => letter.toUpperCase())].reverse().join('')
}
