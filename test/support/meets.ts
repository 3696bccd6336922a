/** Which documents a tree of a question admits, found by reading every word of every document. What the executor must agree with. */

import type { Language } from '../../src/language/language.ts'
import { readQuery } from '../../src/query/query.ts'
import type { QueryNode } from '../../src/query/query-tree.ts'
import { fold } from '../../src/text/fold.ts'
import { TokenList } from '../../src/text/token.ts'
import type { PlainDocument } from './brute-force.ts'

const FIELDS = ['title', 'body'] as const

interface ReadWord {
  word: string
  position: number
  span: number
}

/** By field. */
type ReadDocument = readonly (readonly ReadWord[])[]
type Test = (document: ReadDocument) => boolean

/** A word of the question that scores. */
interface Wanted {
  word: string
  key: string
  wholes: readonly string[]
  field: number | undefined
  widening: Widening
}
type Widening = { prefix?: boolean; edits?: number }

/** The ids of the documents that a question admits, in order. Its language has no synonyms of several words. */
export function admittedBy(
  tree: QueryNode,
  documents: readonly PlainDocument[],
  language: Language,
  required: (words: number) => number,
  stopWordPositions = true,
): string[] {
  const test = new Reader(language, required, stopWordPositions).root(tree)
  return documents.filter(document => test(readDocument(document, language))).map(({ id }) => id)
}

class Reader {
  private readonly language: Language
  private readonly required: (words: number) => number
  private readonly stopWordPositions: boolean
  private readonly wanted = new Map<string, Wanted>()

  constructor(language: Language, required: (words: number) => number, stopWordPositions: boolean) {
    this.language = language
    this.required = required
    this.stopWordPositions = stopWordPositions
  }

  root(tree: QueryNode): Test {
    const test = this.group(tree.type === 'group' ? tree.of : [tree], undefined, true)
    return document => test?.(document) ?? false
  }

  private group(nodes: readonly QueryNode[], field: number | undefined, isOuter = false): Test | undefined {
    const wishes = new Set<string>()
    const demands: Test[] = []
    const exclusions: Test[] = []
    const isOptional = nodes.filter(node => !isLimit(node)).length > 1
    for (const node of nodes) {
      if (isWish(node)) for (const wish of this.wishes(node, field, isOptional)) wishes.add(wish)
      else {
        const test = this.demand(node, field)
        if (test !== undefined) (isLimit(node) ? exclusions : demands).push(test)
      }
    }
    if (wishes.size + demands.length + exclusions.length === 0) return undefined
    const needed = this.needed([...wishes], demands.length)
    const least = this.required(needed.length + demands.length) - demands.length
    // Words alone, of which one is enough: any of them, whether it need be held or not.
    const counted = demands.length === 0 && this.required(wishes.size) <= 1 && isOuter ? [...wishes] : needed
    return document =>
      [...demands, ...exclusions].every(test => test(document)) &&
      (wishes.size === 0 || counted.filter(wish => this.holds(wish, document)).length >= least)
  }

  /** Words that people ask with need not be held if any other is left. */
  private needed(wishes: readonly string[], demands: number): readonly string[] {
    const telling = wishes.filter(wish => this.language.queryWeight(this.wanted.get(wish)?.word ?? '') === 1)
    return telling.length + demands === 0 ? wishes : telling
  }

  private wishes(node: QueryNode, field: number | undefined, isOptional: boolean): string[] {
    if (node.type === 'field') return this.wishes(node.of, FIELDS.indexOf(node.field as 'title'), false)
    if (node.type === 'group') return node.of.flatMap(of => this.wishes(of, field, isOptional || node.of.length > 1))
    return this.want(node, field, isOptional)
  }

  /** Remembers the words that score, by what tells them apart. */
  private want(node: QueryNode, field: number | undefined, isOptional = false): string[] {
    if (!('text' in node)) return []
    const { terms, sequence } = readQuery(node.text, this.language)
    if (isOptional && terms.every(({ word }) => this.language.isStopWord(word))) return []
    return terms.map(({ word, key, wholes, joined = [] }, t) => {
      const widening = t === sequence.at(-1)?.term ? wideningOf(node) : {}
      const isWidened = Object.keys(widening).length > 0
      const id = JSON.stringify([isWidened ? word : key, field, widening])
      if (!this.wanted.has(id)) this.wanted.set(id, { word, key, wholes: [...wholes, ...joined], field, widening })
      return id
    })
  }

  private holds(id: string, document: ReadDocument): boolean {
    const wanted = this.wanted.get(id)
    if (wanted === undefined) throw new Error(id)
    const { language } = this
    const { word: asked, key, wholes, field, widening } = wanted
    return wordsIn(document, field).some(
      ({ word }) =>
        language.key(word) === key ||
        wholes.some(whole => language.key(whole) === language.key(word)) ||
        language.related(asked).some(related => language.key(related.word) === language.key(word)) ||
        isWidened(word, asked, widening),
    )
  }

  private demand(node: QueryNode, field: number | undefined): Test | undefined {
    switch (node.type) {
      case 'field':
        return this.demand(node.of, FIELDS.indexOf(node.field as 'title'))
      case 'not': {
        const test = this.unwanted(node.of, field)
        return test && (document => !test(document))
      }
      case 'group':
        return this.group(node.of, field)
      case 'and':
      case 'or':
        return combine(
          node.type,
          node.of.map(of => this.demand(of, field)),
        )
      case 'phrase':
        this.want(node, field)
        return this.phrase(node.text, node.near, field)
      case 'range':
        return undefined
      default: {
        const wishes = this.want(node, field)
        const needed = this.needed(wishes, 0)
        const least = node.text.includes(' ') ? this.required(needed.length) : needed.length
        if (needed.length === 0) return undefined
        return document => needed.filter(wish => this.holds(wish, document)).length >= least
      }
    }
  }

  private unwanted(node: QueryNode, field: number | undefined): Test | undefined {
    switch (node.type) {
      case 'field':
        return this.unwanted(node.of, FIELDS.indexOf(node.field as 'title'))
      case 'not': {
        const test = this.unwanted(node.of, field)
        return test && (document => !test(document))
      }
      case 'group': {
        const limits = node.of.filter(({ type }) => type === 'not').map(of => this.unwanted(of, field))
        const others = node.of.filter(({ type }) => type !== 'not').map(of => this.unwanted(of, field))
        return combine('and', [combine('or', others), ...limits])
      }
      case 'and':
      case 'or':
        return combine(
          node.type,
          node.of.map(of => this.unwanted(of, field)),
        )
      case 'phrase':
        return this.phrase(node.text, node.near, field)
      case 'range':
        return undefined
      default: {
        const chunks = node.text.split(' ')
        const content = chunks.filter(chunk => !this.language.isStopWord(chunk.toLowerCase()))
        const asked = content.length > 0 ? content : chunks
        return combine(
          'or',
          asked.map((chunk, i) => this.form(chunk, i === asked.length - 1 ? wideningOf(node) : {}, field)),
        )
      }
    }
  }

  /** A word with its class, or a compound: as one word, or by its parts. */
  private form(chunk: string, widening: Widening, field: number | undefined): Test {
    const { language } = this
    const asked = chunk.toLowerCase()
    const phrase = chunk.includes('-') ? this.phrase(chunk, undefined, field) : undefined
    return document =>
      phrase?.(document) ||
      wordsIn(document, field).some(
        ({ word }) => language.key(word) === language.key(asked) || isWidened(word, asked, widening),
      )
  }

  private phrase(text: string, near: number | undefined, field: number | undefined): Test | undefined {
    const { language } = this
    const all = readText(text, language)
      .filter(({ span }) => span === 1)
      .map(({ word }) => word)
    const content = all.filter(word => !language.isStopWord(word))
    const asked = near === undefined || content.length === 0 ? all : content
    if (asked.length === 0) return undefined
    const hasPositions = (word: string) => this.stopWordPositions || !language.isStopWord(word)
    const isWritten = (word: string, as: string) => word === as || (fold(as) === as && fold(word) === as)
    return document =>
      document.some((words, f) => {
        if ((field ?? f) !== f) return false
        const parts = words.filter(({ span }) => span === 1)
        const isAt = (position: number, as: string) =>
          parts.some(part => (part.position === position || !hasPositions(as)) && isWritten(part.word, as))
        if (near === undefined) {
          return parts.some(({ position }) => asked.every((word, i) => isAt(position + i, word)))
        }
        return parts.some(({ position: first }) => {
          const window = parts.filter(
            ({ position }) => position >= first && position <= first + asked.length - 1 + near,
          )
          return asked.every(as =>
            !hasPositions(as)
              ? isAt(first, as)
              : window.filter(({ word }) => isWritten(word, as)).length >= asked.filter(word => word === as).length,
          )
        })
      })
  }
}

function isWish(node: QueryNode): boolean {
  if (node.type === 'field') return isWish(node.of)
  if (node.type === 'group') return node.of.every(isWish)
  return node.type === 'words' || node.type === 'prefix' || node.type === 'fuzzy'
}

/** Whether it only narrows: exclusions, and what is made of nothing else. */
function isLimit(node: QueryNode): boolean {
  if (node.type === 'and' || node.type === 'or' || node.type === 'group') {
    return node.of.length > 0 && node.of.every(isLimit)
  }
  return node.type === 'not'
}

function wideningOf(node: QueryNode): Widening {
  if (node.type === 'prefix') return { prefix: true }
  return node.type === 'fuzzy' ? { edits: node.edits ?? (node.text.length < 8 ? 1 : 2) } : {}
}

function isWidened(word: string, asked: string, { prefix, edits }: Widening): boolean {
  const piece = (text: string) => fold(text).replaceAll('-', '')
  return (
    (prefix === true && fold(word).startsWith(fold(asked))) ||
    (edits !== undefined && distance(piece(word), piece(asked)) <= edits)
  )
}

function combine(type: 'and' | 'or', tests: readonly (Test | undefined)[]): Test | undefined {
  const there = tests.filter(test => test !== undefined)
  if (there.length === 0) return undefined
  return type === 'and'
    ? document => there.every(test => test(document))
    : document => there.some(test => test(document))
}

function wordsIn(document: ReadDocument, field: number | undefined): readonly ReadWord[] {
  return field === undefined ? document.flat() : document[field]
}

function readDocument(document: PlainDocument, language: Language): ReadDocument {
  return FIELDS.map(field => readText(document[field], language))
}

function readText(text: string, language: Language): ReadWord[] {
  const tokens = new TokenList()
  language.tokenize(text, tokens)
  return Array.from({ length: tokens.length }, (_, i) => ({
    word: tokens.words[i],
    position: tokens.positions[i],
    span: tokens.spans[i],
  }))
}

/** Letters inserted, left out, replaced, or swapped with their neighbour. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1)
    }
  }
  return rows[a.length][b.length]
}
