/** Highlights as elements: text stays text, so nothing needs escaping. */
import type { Highlight } from 'trouvaille'

/** The text with each of its ranges in a `<mark>`. */
export function marked({ text, ranges }: Highlight): DocumentFragment {
  const fragment = document.createDocumentFragment()
  let end = 0
  for (const [from, to] of ranges) {
    const mark = document.createElement('mark')
    mark.textContent = text.slice(from, to)
    fragment.append(text.slice(end, from), mark)
    end = to
  }
  fragment.append(text.slice(end))
  return fragment
}

/** The paragraphs of a text, each with the ranges in it. */
export function paragraphsOf({ text, ranges }: Highlight): Highlight[] {
  return [...text.matchAll(/(?:[^\n]|\n(?!\n))+/g)].map(({ index: start, 0: paragraph }) => {
    const end = start + paragraph.length
    const inside = ranges.filter(([from, to]) => from >= start && to <= end)
    return { text: paragraph, ranges: inside.map(([from, to]): [number, number] => [from - start, to - start]) }
  })
}
