/**
 * Whether two words are inflections of one word, by their endings. A paradigm is a set of endings that follow one stem; two words are inflections if they
 * are the same letters with two endings of a paradigm.
 */

/** How many letters before the first difference may belong to the endings: the t of `-teur`, `-trice`. */
const LONGEST_SHARED = 4

/**
 * A test of two words by paradigms, each a list of endings separated by spaces. It is built on first use.
 *
 * @param shortestStem the minimum number of letters that all forms of a word have in common
 */
export function inflectionTest(
  paradigms: () => readonly string[],
  shortestStem: number,
): (a: string, b: string) => boolean {
  /** By ending: the paradigms that have it, one bit each, in 32-bit numbers. */
  let byEnding: Map<string, number[]> | undefined
  return (a, b) => {
    if (a === b) return true
    byEnding ??= paradigmsByEnding(paradigms())
    let common = 0
    while (common < a.length && a[common] === b[common]) common++
    for (let stem = common; stem >= Math.max(shortestStem, common - LONGEST_SHARED); stem--) {
      const ofA = byEnding.get(a.slice(stem))
      const ofB = ofA && byEnding.get(b.slice(stem))
      if (ofA && ofB?.some((bits, i) => (bits & ofA[i]) !== 0)) return true
    }
    return false
  }
}

function paradigmsByEnding(paradigms: readonly string[]): Map<string, number[]> {
  const byEnding = new Map<string, number[]>()
  paradigms.forEach((endings, paradigm) => {
    for (const ending of endings.split(' ')) {
      let bits = byEnding.get(ending)
      if (bits === undefined) byEnding.set(ending, (bits = new Array(Math.ceil(paradigms.length / 32)).fill(0)))
      bits[paradigm >> 5] |= 1 << (paradigm & 31)
    }
  })
  return byEnding
}
