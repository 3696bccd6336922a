/** Words in order, with how much each is used: the most used of those that begin alike are found without passing over the others. */

/** An entry of the list: what it is sorted by, and how much it is used. */
export interface RankedWord {
  /** What prefixes are compared with. */
  folded: string
  word: string
  /** How many documents hold it. */
  uses: number
}

/** A tree of the greatest uses over the sorted words: node 1 covers all, node n the halves 2n and 2n + 1, leaves the single words. */
export class RankedWords {
  private readonly words: readonly RankedWord[]
  private readonly leaves: number
  private readonly most: Uint32Array

  /** Takes `words` over, in any order. */
  constructor(words: RankedWord[]) {
    this.words = words.sort(compareWords)
    this.leaves = 2 ** Math.ceil(Math.log2(Math.max(1, words.length)))
    this.most = new Uint32Array(2 * this.leaves)
    words.forEach(({ uses }, i) => {
      this.most[this.leaves + i] = uses
    })
    for (let node = this.leaves - 1; node > 0; node--) {
      this.most[node] = Math.max(this.most[2 * node], this.most[2 * node + 1])
    }
  }

  /** The words whose folded spelling begins with `prefix`, most used first, equally used ones in order. Each step costs the logarithm of the list. */
  *startingWith(prefix: string): Generator<RankedWord> {
    const start = this.first(({ folded }) => folded >= prefix)
    const end = this.first(({ folded }) => folded >= prefix && !folded.startsWith(prefix))
    const queue = new NodeQueue(this.most, this.leaves)
    this.cover(1, 0, this.leaves, start, end, queue)
    for (let node = queue.take(); node > 0; node = queue.take()) {
      if (node >= this.leaves) yield this.words[node - this.leaves]
      else queue.add(2 * node).add(2 * node + 1)
    }
  }

  /** Puts the nodes that make up the words from `start` to `end` into the queue. */
  private cover(node: number, from: number, to: number, start: number, end: number, queue: NodeQueue): void {
    if (start >= to || end <= from) return
    if (start <= from && to <= end) {
      queue.add(node)
      return
    }
    const middle = (from + to) / 2
    this.cover(2 * node, from, middle, start, end, queue)
    this.cover(2 * node + 1, middle, to, start, end, queue)
  }

  /** The first place from which on `test` holds. */
  private first(test: (word: RankedWord) => boolean): number {
    return partitionPoint(0, this.words.length, at => test(this.words[at]))
  }
}

/** The order of the list. */
export function compareWords(a: { folded: string; word: string }, b: { folded: string; word: string }): number {
  if (a.folded !== b.folded) return a.folded < b.folded ? -1 : 1
  return a.word < b.word ? -1 : a.word > b.word ? 1 : 0
}

/** Nodes of the tree, the one with the greatest uses first; of equal ones, the leftmost. */
class NodeQueue {
  private readonly heap: number[] = []
  private readonly most: Uint32Array
  private readonly leaves: number

  constructor(most: Uint32Array, leaves: number) {
    this.most = most
    this.leaves = leaves
  }

  add(node: number): this {
    const { heap, most } = this
    if (most[node] === 0) return this
    let at = heap.push(node) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (this.isFirst(heap[parent], node)) break
      heap[at] = heap[parent]
      at = parent
    }
    heap[at] = node
    return this
  }

  /** Takes the first node out; 0 where there is none. */
  take(): number {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (last === undefined) return 0
    if (heap.length === 0) return first
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && this.isFirst(heap[child + 1], heap[child])) child++
      if (this.isFirst(last, heap[child])) break
      heap[at] = heap[child]
      at = child
    }
    heap[at] = last
    return first
  }

  private isFirst(a: number, b: number): boolean {
    const { most } = this
    return most[a] > most[b] || (most[a] === most[b] && this.leftmost(a) < this.leftmost(b))
  }

  /** The leaf at which the words of a node begin. */
  private leftmost(node: number): number {
    const level = Math.clz32(node) - Math.clz32(this.leaves)
    return node << level
  }
}

/** The first number from `from` on, below `to`, for which `test` holds, as it then does for all that follow; `to` where there is none. */
export function partitionPoint(from: number, to: number, test: (at: number) => boolean): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(middle)) high = middle
    else low = middle + 1
  }
  return low
}
