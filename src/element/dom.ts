/** Creates elements from data. Text is always inserted as text, so nothing needs escaping. */
import type { Highlight } from '../highlight/highlight.ts'

export type Child = Node | string | undefined | false

/** Creates an element with attributes and children, without those that are undefined or false. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | undefined | false>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(attribute, value)
  }
  element.append(...present(children))
  return element
}

/** Creates a button with an action. */
export function button(part: string, content: Child, action: () => void, attributes: Record<string, string> = {}) {
  const made = h('button', { type: 'button', part, ...attributes }, content)
  made.addEventListener('click', action)
  return made
}

export function present(children: readonly Child[]): (Node | string)[] {
  return children.filter(child => child !== undefined && child !== false)
}

/** The text with each of its ranges in a `<mark>`. */
export function marked({ text, ranges }: Highlight): DocumentFragment {
  const fragment = document.createDocumentFragment()
  let end = 0
  for (const [from, to] of ranges) {
    fragment.append(text.slice(end, from), h('mark', { part: 'mark' }, text.slice(from, to)))
    end = to
  }
  fragment.append(text.slice(end))
  return fragment
}

const SVG = 'http://www.w3.org/2000/svg'

/** A line drawing in a square of 20, hidden from screen readers. */
export function icon(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  const line = document.createElementNS(SVG, 'path')
  const drawing = { viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false', class: 'icon' }
  for (const [name, value] of Object.entries(drawing)) svg.setAttribute(name, value)
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

export const LENS = 'M9 3a6 6 0 1 0 0 12A6 6 0 0 0 9 3Zm4.5 10.5L18 18'
export const CROSS = 'm5 5 10 10M15 5 5 15'
