/**
 * Marks of languages: the control character that ends a dictionary word of an index in several languages, and says in which of them the word was read.
 * `table` of French texts and `table` of English ones are two entries. The words of an index in one language have no marks.
 */

/** Control characters that are no white space, and that no text has inside a word. */
const MARKS = [...Array(0x20).keys()].filter(code => code > 0 && code < 0x1e && !(code > 0x08 && code < 0x0e))

/** An index can have so many languages. */
export const MOST_LANGUAGES = MARKS.length

/** What stands between the readings of a query word and the mark of the language that the query is in. */
const LEAD = '\u001e'

/** The mark of the language at a place among those of the index. */
export function markOf(place: number): string {
  return String.fromCharCode(MARKS[place])
}

/** The place of the language that a mark is of; -1 if it is none. */
export function placeOf(mark: string): number {
  return MARKS.indexOf(mark.charCodeAt(0))
}

/** Whether a word or key ends with a mark. */
export function isMarked(word: string): boolean {
  return word.charCodeAt(word.length - 1) < 0x20
}

/** A word as people write it, without its mark; of a query word with several readings, the first. */
export function bare(word: string): string {
  if (!isMarked(word)) return word
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) < 0x20) return word.slice(0, i)
  return word
}

/** The marked words, or keys, that stand behind one another in `joined`. */
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

/** Whether `joined` is `part`, or has it among others. */
export function hasPart(joined: string, part: string): boolean {
  return joined === part || (isMarked(joined) && separate(joined).includes(part))
}

/** A query word that counts as the language of its query reads it. */
export function withLead(word: string, place: number): string {
  return word + LEAD + markOf(place)
}

/** The readings of a query word (none if it is read alike in all languages), and the place of the language of its query; -1 if that is not known. */
export function partsOfQueryWord(word: string): { readings: readonly string[]; lead: number } {
  const at = word.indexOf(LEAD)
  const readings = at === -1 ? word : word.slice(0, at)
  return { readings: isMarked(readings) ? separate(readings) : [], lead: at === -1 ? -1 : placeOf(word.slice(at + 1)) }
}

/** Whether a word of the dictionary is `word`, which may have a mark or not. */
export function isWord(found: string, word: string): boolean {
  return found === word || (isMarked(found) && !isMarked(word) && bare(found) === word)
}
