/** Writes a list of endings for `packedEndingTree`: backwards, in order, each as how many letters it shares with the one before, then its others. */
export function writeEndings(endings: readonly string[]): string {
  let before = ''
  let written = ''
  for (const ending of endings.map(reversed).sort()) {
    let shared = 0
    while (shared < before.length && ending[shared] === before[shared]) shared++
    if (shared > MOST_SHARED) throw new Error(`${reversed(ending)} shares more than ${MOST_SHARED} letters`)
    written += String.fromCharCode(0x30 + shared) + ending.slice(shared)
    before = ending
  }
  return written
}

/** The characters between the digits and the capitals. */
const MOST_SHARED = 16

const reversed = (text: string) => [...text].reverse().join('')
