/** Creates elements from data. Text is always inserted as text, so nothing needs escaping. */
import type { Highlight } from '../../../index.ts'

type Child = Node | string | undefined

/** Creates an element with children, without those that are `undefined`. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [property, value] of Object.entries(properties)) made.setAttribute(property, value)
  made.append(...children.filter(child => child !== undefined))
  return made
}

/** The text with each of its ranges in a `<mark>`. */
export function marked({ text, ranges }: Highlight): DocumentFragment {
  const fragment = document.createDocumentFragment()
  let end = 0
  for (const [from, to] of ranges) {
    fragment.append(text.slice(end, from), element('mark', {}, text.slice(from, to)))
    end = to
  }
  fragment.append(text.slice(end))
  return fragment
}

/** The element with this id, which page.html has. */
export function byId<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id)
  if (!(found instanceof type)) throw new Error(`page.html has no #${id}`)
  return found
}

/** All elements that match a selector. */
export function all(selector: string, within: ParentNode = document): HTMLElement[] {
  return Array.from(within.querySelectorAll<HTMLElement>(selector))
}
