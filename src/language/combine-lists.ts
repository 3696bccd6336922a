/** The word lists of several languages as one: a word that any of them knows is right. Parts of them may be elsewhere. */

import { type DistantWords, isDistant, MissingWords } from './distant-words.ts'
import type { ListedWord, WordLookUp } from './language.ts'

/** Undefined if one of the lists is not there: a word may be one of its language. */
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

/** What the lists know of a word together: how frequent it is where it is most so, and whether it is nothing but a name. */
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
  // Each list has been asked: what they miss comes at the same time.
  if (missing !== undefined) throw missing
  return best
}
