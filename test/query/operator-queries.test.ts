/** A hundred queries that are written in the query language: every sign of them means what it can mean. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { QueryNode } from '../../src/query/query-tree.ts'
import { parseQuery } from '../../src/text-functions.ts'

const QUERIES = readFileSync(join(import.meta.dirname, 'operator-queries.txt'), 'utf8')
  .trim()
  .split('\n')
const fields = ['title', 'body']
const columns = { section: 'keyword', date: 'date' } as const

test('there are a hundred', () => expect(QUERIES).toHaveLength(100))

test.each(QUERIES)('%s', query => {
  const { tree, reading, problems } = parseQuery(query, { fields, columns })
  expect(problems).toEqual([])
  expect(reading.filter(({ type, as }) => type === 'phrase' && as !== 'required')).toEqual([])
  expect(count(tree, 'not')).toBe(query.match(/(?:^|\s)-/g)?.length ?? 0)
})

function count(node: QueryNode, type: QueryNode['type']): number {
  const inside = 'of' in node ? [node.of].flat() : []
  return inside.reduce((sum, of) => sum + count(of, type), node.type === type ? 1 : 0)
}
