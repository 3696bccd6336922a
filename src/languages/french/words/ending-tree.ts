/** Lists of word endings, as a tree that is read from the end of a word: the longest ending of the tree is found in one pass. */

/** A node stands for an ending; `list` is the number, from 1, of the list that holds it, or 0. */
export interface EndingNode {
  list: number
  next: Map<number, EndingNode> | undefined
}

/** Stands in an ending for the beginning of the word. */
export const BEGINNING = 0x5e

/** A tree of lists of endings; the endings of a list are separated by spaces. */
export function endingTree(lists: readonly string[]): EndingNode {
  const root: EndingNode = { list: 0, next: undefined }
  lists.forEach((list, index) => {
    for (const ending of list.split(' ')) {
      let node = root
      for (let i = ending.length - 1; i >= 0; i--) {
        const unit = ending.charCodeAt(i)
        node.next ??= new Map()
        let child = node.next.get(unit)
        if (child === undefined) node.next.set(unit, (child = { list: 0, next: undefined }))
        node = child
      }
      node.list = index + 1
    }
  })
  return root
}

/** Characters below are counts, those from here on letters. */
const LETTERS = 0x41
const COUNT = 0x30

/**
 * The tree of lists that are packed. A list is written as `writeEndings` writes it: each ending backwards, in order, as how many letters it shares
 * with the one before (0, 1, … 9, then the characters that follow 9) and the others. That is the tree, read from its root.
 */
export function packedEndingTree(lists: readonly string[]): EndingNode {
  const root: EndingNode = { list: 0, next: undefined }
  const path: EndingNode[] = [root]
  lists.forEach((list, index) => {
    let node = root
    for (let i = 0; i < list.length; i++) {
      const unit = list.charCodeAt(i)
      if (unit < LETTERS) {
        if (i > 0) node.list = index + 1
        path.length = unit - COUNT + 1
        node = path[path.length - 1]
        continue
      }
      node.next ??= new Map()
      let child = node.next.get(unit)
      if (child === undefined) node.next.set(unit, (child = { list: 0, next: undefined }))
      node = child
      path.push(node)
    }
    if (list !== '') node.list = index + 1
    path.length = 1
  })
  return root
}

/** The list that holds the longest ending of `word`, or 0 where none does. `^` in an ending stands for the beginning of the word. */
export function longestEnding(tree: EndingNode, word: string): number {
  let found = 0
  let node: EndingNode | undefined = tree
  for (let i = word.length - 1; i >= -1; i--) {
    node = node.next?.get(i < 0 ? BEGINNING : word.charCodeAt(i))
    if (node === undefined) break
    if (node.list !== 0) found = node.list
  }
  return found
}
