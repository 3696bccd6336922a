/**
 * Language marks: the control character at the end of a dictionary word that gives its language, in an index in several languages. `table` from French texts
 * and `table` from English ones are two entries. The words of an index in one language have no marks.
 */

/** Control characters that are not white space, and that no text has inside a word. */
const MARKS = [...Array(0x20).keys()].filter(code => code > 0 && code < 0x1e && !(code > 0x08 && code < 0x0e))

/** The maximum number of languages of an index. */
export const MOST_LANGUAGES = MARKS.length

/** Separates the readings of a query word from the mark of the query's language. */
const LEAD = '\u001e'

/** The mark of the language with this index. */
export function markOf(place: number): string {
  return String.fromCharCode(MARKS[place])
}

/** The index of the language of a mark; -1 if it is not a mark. */
export function placeOf(mark: string): number {
  return MARKS.indexOf(mark.charCodeAt(0))
}

/** Whether a word or key ends with a mark. */
export function isMarked(word: string): boolean {
  return word.charCodeAt(word.length - 1) < 0x20
}

/** A word without its mark; the first reading of a query word with several. */
export function bare(word: string): string {
  if (!isMarked(word)) return word
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) < 0x20) return word.slice(0, i)
  return word
}

/** The marked words, or keys, that `joined` concatenates. */
export function separate(joined: string): string[] {
  const parts: string[] = []
  let start = 0
  for (let i = 0; i < joined.length; i++) {
    if (joined.charCodeAt(i) >= 0x20) continue
    parts.push(joined.slice(start, i + 1))
    start = i + 1
  }
  if (start < joined.length) parts.push(joined.slice(start))
  return parts
}

/** Whether `joined` is `part` or contains it. */
export function hasPart(joined: string, part: string): boolean {
  return joined === part || (isMarked(joined) && separate(joined).includes(part))
}

/** A query word that counts as it does in the language of its query. */
export function withLead(word: string, place: number): string {
  return word + LEAD + markOf(place)
}

/** The readings of a query word (none if all languages read it alike), and the index of the language of its query; -1 if unknown. */
export function partsOfQueryWord(word: string): { readings: readonly string[]; lead: number } {
  const at = word.indexOf(LEAD)
  const readings = at === -1 ? word : word.slice(0, at)
  return { readings: isMarked(readings) ? separate(readings) : [], lead: at === -1 ? -1 : placeOf(word.slice(at + 1)) }
}

/** Whether a dictionary word is `word`, with or without a mark. */
export function isWord(found: string, word: string): boolean {
  return found === word || (isMarked(found) && !isMarked(word) && bare(found) === word)
}
