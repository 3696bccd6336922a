/** A highlight is a text and ranges in it: each range in a `<mark>`, and the text stays text. A field that is empty has none. */
export function Marked({ highlight: { text, ranges } = { text: '', ranges: [] } }) {
  const parts = []
  let end = 0
  for (const [from, to] of ranges) {
    parts.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>)
    end = to
  }
  return [...parts, text.slice(end)]
}
