/** Words that nobody writes or searches for: Base64 files, keys, hashes, a letter with a thousand marks. They would only take space in an index. */

/** In UTF-16 units. The longest words that people write are a third of that. */
const LONGEST_WORD = 128
/** Scripts without spaces have longer sequences of letters, so only Latin ones count. */
const ENDLESS = new RegExp(`[\\p{Script=Latin}\\p{M}\\p{Nd}+/=_-]{${LONGEST_WORD},}`, 'gu')
const LINE = 60
/** Base64 in lines, as certificates and messages have it. */
const LINES = /(?<=^|\s)(?:[A-Za-z0-9+/]{60,76}={0,2}[ \t]*(?:\s|$)){3,}(?:[A-Za-z0-9+/]{1,76}={1,2}(?=\s|$))?/g
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:\/?\/|\.{0,2}\/|#|mailto:|data:)\S*$/i

/** A text without such words, and how many there were. A separate address stays, because it is not read as words. */
export function withoutEndlessWords(text: string): { text: string; count: number } {
  if (text.length < LONGEST_WORD || ADDRESS.test(text.trim())) return { text, count: 0 }
  let count = 0
  const counted = () => {
    count++
    return ''
  }
  const lines = hasLongRun(text, LINE) ? text.replace(LINES, counted) : text
  const words = hasLongRun(lines) ? lines.replace(ENDLESS, counted) : lines
  return { text: words, count }
}

/** Whether there are this many characters without white space. Examines only a few: if a window has a space, the search continues after it. */
function hasLongRun(text: string, length = LONGEST_WORD): boolean {
  let start = 0
  while (start + length <= text.length) {
    let at = start + length - 1
    while (at >= start && !isSpace(text.charCodeAt(at))) at--
    if (at < start) return true
    start = at + 1
  }
  return false
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x202f
}

/** The fields without such words, in texts and lists of texts. */
export function fieldsWithoutEndlessWords(fields: Record<string, unknown>): {
  fields: Record<string, unknown>
  count: number
} {
  let total = 0
  const read = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const items = value.map(read)
      return items.some((item, i) => item !== value[i]) ? items : value
    }
    if (typeof value !== 'string') return value
    const { text, count } = withoutEndlessWords(value)
    total += count
    return text
  }
  const changed = Object.entries(fields)
    .map(([name, value]) => [name, read(value)] as const)
    .filter(([name, value]) => value !== fields[name])
  return { fields: total === 0 ? fields : { ...fields, ...Object.fromEntries(changed) }, count: total }
}
