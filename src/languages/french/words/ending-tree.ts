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
