/** Combines the word lists of several languages: a word in any of them is correct. Parts of them may not be loaded. */

import { type DistantWords, isDistant, MissingWords } from './distant-words.ts'
import type { ListedWord, WordLookUp } from './language.ts'

/** Undefined if one of the lists is not available, because a word may belong to its language. */
export function combineLists(lists: readonly (WordLookUp | undefined)[]): WordLookUp | undefined {
  const present = lists.filter(list => list !== undefined)
  if (present.length < lists.length || present.length === 0) return undefined
  const distant = present.filter(isDistant)
  const lookUp = (word: string) => lookUpIn(present, word)
  if (distant.length === 0) return { lookUp }
  const combined: DistantWords = {
    lookUp,
    request: words => {
      for (const list of distant) list.request(words)
    },
    isHere: word => distant.every(list => list.isHere(word)),
  }
  return combined
}

/** The combined entry for a word: its highest frequency, and whether it is only a name. */
function lookUpIn(lists: readonly WordLookUp[], word: string): ListedWord | undefined {
  let best: ListedWord | undefined
  let missing: MissingWords | undefined
  for (const list of lists) {
    let listed: ListedWord | undefined
    try {
      listed = list.lookUp(word)
    } catch (error) {
      if (!(error instanceof MissingWords)) throw error
      missing ??= error
    }
    if (listed === undefined) continue
    const isName = listed.isName && (best?.isName ?? true)
    best = { frequency: Math.max(listed.frequency, best?.frequency ?? 0), isName }
  }
  // All lists were tried, so their missing parts are fetched at the same time.
  if (missing !== undefined) throw missing
  return best
}
