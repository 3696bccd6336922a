/** The text of an OpenDocument file: its headings, paragraphs, items and cells. */
import { type ChildNode, type Element, isTag, isText, type ParentNode } from 'domhandler'
import { parseElements } from './nesting.ts'
import type { Block } from './page.ts'

/** Elements that are not text of the page: deleted changes, comments, settings. */
const LEFT_OUT = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:sequence-decls',
  'office:forms',
  'text:alphabetical-index',
  'text:table-of-content',
])

/** Blocks of a `content.xml`. */
export function odtText(xml: string): Block[] {
  const blocks: Block[] = []
  const stack: { parent: ParentNode; at: number }[] = [{ parent: parseElements(xml, { xmlMode: true }), at: 0 }]
  let lists = 0
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node: ChildNode | undefined = frame.parent.children[frame.at++]
    if (node === undefined) {
      stack.pop()
      if (isInList(frame.parent)) lists--
    } else if (isTag(node) && !LEFT_OUT.has(node.name)) {
      if (node.name === 'text:p' || node.name === 'text:h') {
        const text = textOf(node).trim()
        const level =
          node.name === 'text:h'
            ? { heading: { level: Number(node.attribs['text:outline-level'] ?? 1), anchor: undefined } }
            : {}
        if (text !== '') blocks.push({ text, gap: lists > 0 ? '\n' : '\n\n', line: 1, ...level })
      } else {
        if (isInList(node)) lists++
        stack.push({ parent: node, at: 0 })
      }
    }
  }
  return blocks
}

function isInList(node: ParentNode): boolean {
  return 'name' in node && (node.name === 'text:list' || node.name === 'table:table')
}

/** The text of a paragraph. White space is written as elements. */
function textOf(paragraph: Element): string {
  let text = ''
  const stack: ChildNode[] = [...paragraph.children].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) text += node.data.replace(/\s+/g, ' ')
    else if (!isTag(node) || LEFT_OUT.has(node.name) || node.name === 'text:note-citation') continue
    else if (node.name === 'text:s') text += ' '.repeat(Math.min(Number(node.attribs['text:c'] ?? 1), 100))
    else if (node.name === 'text:tab') text += ' '
    else if (node.name === 'text:line-break') text += '\n'
    else for (const child of [...node.children].reverse()) stack.push(child)
  }
  return text
}
