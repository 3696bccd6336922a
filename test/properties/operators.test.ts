/** Questions with operators admit what reading every document admits, in any cut, before and after removals and compacting. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { executable } from '../../src/features/operators.ts'
import type { SegmentList } from '../../src/index/segment-list.ts'
import { compileTree } from '../../src/query/compile.ts'
import type { QueryNode } from '../../src/query/query-tree.ts'
import { execute } from '../../src/search/execute.ts'
import { collection, WORDS } from '../support/arbitrary.ts'
import { buildSegments, cutAt, expanderOf, schemas } from '../support/index-cuts.ts'
import { admittedBy } from '../support/meets.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

const language = { ...plainLanguage(), phrasesFrom: () => [] }
const places = fc.array(fc.nat(100), { maxLength: 4 })
const removals = fc.array(fc.nat(28), { maxLength: 4 })
const matches: Record<string, (words: number) => number> = {
  any: () => 1,
  all: words => words,
  two: words => Math.min(2, words),
  most: words => Math.max(1, Math.ceil(words * 0.75)),
}

const text = (most: number) =>
  fc.array(fc.constantFrom(...WORDS, 'absent'), { minLength: 1, maxLength: most }).map(words => words.join(' '))
const { node } = fc.letrec<{ node: QueryNode }>(tie => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text(2).map((text): QueryNode => ({ type: 'words', text })),
    text(3).map((text): QueryNode => ({ type: 'phrase', text })),
    fc.tuple(text(3), fc.nat(4)).map(([text, near]): QueryNode => ({ type: 'phrase', text, near })),
    fc
      .constantFrom('r', 'pe', 'pê', 'vill', 'cessez', 'week', 'z')
      .map((text): QueryNode => ({ type: 'prefix', text })),
    fc
      .tuple(
        fc.constantFrom('rio', 'viles', 'reime', 'weekned', 'le', 'a', 'absent'),
        fc.constantFrom(1 as const, 2 as const),
      )
      .map(([text, edits]): QueryNode => ({ type: 'fuzzy', text, edits })),
    tie('node').map((of): QueryNode => ({ type: 'not', of })),
    fc
      .tuple(fc.constantFrom('title', 'body'), tie('node'))
      .map(([field, of]): QueryNode => ({ type: 'field', field, of })),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const, 'group' as const),
        fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
      )
      .map(([type, of]): QueryNode => ({ type, of })),
  ),
}))

function answer(list: SegmentList, tree: QueryNode, match: (words: number) => number) {
  const { question, condition, required } = compileTree(tree, language, undefined, list.schema, match)
  const fields = list.schema.fields.map((field, index) => ({ ...field, index }))
  const { ranked, total } = execute(question, list.parts, language, {
    fields,
    required,
    expander: expanderOf(list),
    condition: condition && executable(condition, list.language).documents,
    count: 100,
  })
  return {
    total,
    hits: ranked.map(({ part, document, score }) => ({ id: String(list.parts[part].segment.id(document)), score })),
  }
}

test.each(schemas)(
  'the hits are those that reading every document finds, the best first, then in order, %s',
  (_, schema) => {
    fc.assert(
      fc.property(collection(28), node, fc.constantFrom(...Object.keys(matches)), places, removals, (...drawn) => {
        const [documents, tree, match, cuts, removed] = drawn
        const gone = new Set(removed.map(i => `d${i}`))
        const left = documents.filter(({ id }) => !gone.has(id))
        const whole = answer(
          buildSegments([{ documents: left, packed: false }], language, 128, schema),
          tree,
          matches[match],
        )
        const expected = admittedBy(tree, left, language, matches[match], schema.stopWordPositions)
        expect(whole.total).toBe(expected.length)
        expect(whole.hits.map(({ id }) => id).sort()).toEqual([...expected].sort())
        const order = new Map(left.map(({ id }, i) => [id, i]))
        for (const [i, { id, score }] of whole.hits.entries()) {
          const before = whole.hits[i - 1]
          if (before === undefined) continue
          expect(before.score).toBeGreaterThanOrEqual(score)
          if (before.score === score) expect(order.get(before.id)).toBeLessThan(Number(order.get(id)))
        }
        const list = buildSegments(cutAt(documents, cuts), language, 3, schema)
        for (const { id } of documents) if (gone.has(id)) list.remove(id)
        expect(answer(list, tree, matches[match])).toEqual(whole)
        list.compact()
        expect(answer(list, tree, matches[match])).toEqual(whole)
      }),
      { numRuns: runs(400) },
    )
  },
)
