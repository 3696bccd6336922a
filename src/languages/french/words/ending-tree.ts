/**
 * Lists of word endings, as trees that are read from the end of a word. One pass finds the longest ending.
 *
 * All trees share one table of numbers, so building one allocates no object per ending, and a step is one or two reads.
 */

/** A node of a tree; a tree is its root. */
export type EndingNode = number

/** Edges in a hash table: a node and a letter, or 0 if the slot is free, and the next node. */
const SLOT_BITS = 14
const MASK = (1 << SLOT_BITS) - 1
const edges = new Int32Array(1 << SLOT_BITS)
const targets = new Uint16Array(1 << SLOT_BITS)
/** By node: the number of the list with its ending, from 1, or 0. */
const lists = new Uint16Array(1 << SLOT_BITS)
let nodes = 0

function slotOf(edge: number): number {
  let slot = Math.imul(edge, 0x9e3779b1) >>> (32 - SLOT_BITS)
  while (edges[slot] !== 0 && edges[slot] !== edge) slot = (slot + 1) & MASK
  return slot
}

/** The node that a letter leads to, or 0. The letters of endings are those of Latin-1. */
export function nextNode(node: EndingNode, unit: number): EndingNode {
  return unit > 0xff ? 0 : targets[slotOf((node << 8) | unit)]
}

/** The number, from 1, of the list with the ending of a node, or 0. */
export function listAt(node: EndingNode): number {
  return lists[node]
}

function grow(node: EndingNode, unit: number): EndingNode {
  const edge = (node << 8) | unit
  const slot = slotOf(edge)
  if (targets[slot] === 0) {
    edges[slot] = edge
    targets[slot] = ++nodes
  }
  return targets[slot]
}

/** A tree of lists of endings; the endings of a list are separated by spaces. */
export function endingTree(endings: readonly string[]): EndingNode {
  const root = ++nodes
  endings.forEach((list, index) => {
    for (const ending of list.split(' ')) {
      let node = root
      for (let i = ending.length - 1; i >= 0; i--) node = grow(node, ending.charCodeAt(i))
      lists[node] = index + 1
    }
  })
  return root
}

/** Characters from here on are letters: lower case, and capitals for the first letter of a word. Those below are counts. */
const LETTERS = 0x41
const COUNT = 0x30

/**
 * The tree of packed lists, in the format of `writeEndings`: the reversed endings in order, each as the number of letters to drop from the previous one (0, 1,
 * … 9, then the characters after 9) and the letters that replace them. This is the tree, read from its root.
 */
export function packedEndingTree(packed: readonly string[]): EndingNode {
  const root = ++nodes
  const path: EndingNode[] = [root]
  packed.forEach((list, index) => {
    path.length = 1
    for (let i = 0; i < list.length; i++) {
      const unit = list.charCodeAt(i)
      if (unit >= LETTERS) path.push(grow(path[path.length - 1], unit))
      else {
        lists[path[path.length - 1]] = index + 1
        path.length -= unit - COUNT
      }
    }
    lists[path[path.length - 1]] = index + 1
  })
  return root
}

/**
 * The list with the longest ending of a word, or 0 if there is none. In an ending, a capital is the first letter of the word.
 *
 * @param plural `s` if it was removed from the word, otherwise empty. Only an ending that is the complete word may require it, and has it before the word
 */
export function longestEnding(tree: EndingNode, word: string, plural = ''): number {
  let found = 0
  let node = tree
  for (let i = word.length - 1; node !== 0 && i >= 0; i--) {
    const unit = word.charCodeAt(i)
    const before = node
    node = nextNode(before, unit)
    if (listAt(node) !== 0) found = listAt(node)
    if (i > 0) continue
    const whole = nextNode(before, unit - CAPITAL)
    found = listAt(whole) || found
    if (plural !== '' && whole !== 0) found = listAt(nextNode(whole, plural.charCodeAt(0))) || found
  }
  return found
}

/** The difference between a lower-case letter and its capital. */
const CAPITAL = 0x20
