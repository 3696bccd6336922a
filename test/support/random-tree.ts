/** Random trees as `parseQuery` makes them, and what is left of a tree without its places. */
import fc from 'fast-check'
import type { QueryNode } from '../../src/query/query-tree.ts'

/** The same tree without places. */
export function bare(node: QueryNode): QueryNode {
  const { start: _, end: __, ...rest } = node
  if (rest.type === 'field' || rest.type === 'not') return { ...rest, of: bare(rest.of) }
  return 'of' in rest ? { ...rest, of: rest.of.map(bare) } : rest
}

const ODD = [
  '-tiret',
  'OU',
  'AND',
  'a:b',
  '12:30',
  '"',
  'le«',
  '(e)s',
  'nég*',
  'x~1',
  '\\',
  'C:\\"',
  '--',
  '-5',
  '«',
  '//',
  'title:a',
  '>5',
  'a..b',
  '🙂',
  "'a",
  "b'",
  '‘x’',
  '—',
  'a,',
  'É',
]
const chunk = fc.oneof(
  fc.constantFrom('roi', 'Reine', 'cessez-le-feu', 'l’été', 'PAIX', ...ODD),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }).filter(text => !/\s/.test(text)),
)
const words = (maxLength: number): fc.Arbitrary<QueryNode> =>
  fc.array(chunk, { minLength: 1, maxLength }).map(chunks => ({ type: 'words', text: chunks.join(' ') }))
const text = fc.array(chunk, { minLength: 1, maxLength: 3 }).map(chunks => chunks.join(' '))
const word = fc.oneof(fc.constantFrom('négoc', 'l’Ara', 'OU'), chunk).filter(text => /[\p{L}\p{N}]$/u.test(text))
const field = fc.constantFrom('title', 'body')
const value = fc.constantFrom('2019', '-5', '1.5', '3,5', '1e3')

const leaf: fc.Arbitrary<QueryNode> = fc.oneof(
  text.map((text): QueryNode => ({ type: 'phrase', text })),
  fc.tuple(text, fc.nat(999)).map(([text, near]): QueryNode => ({ type: 'phrase', text, near })),
  word.map((text): QueryNode => ({ type: 'prefix', text })),
  fc
    .tuple(word, fc.constantFrom(undefined, 1 as const, 2 as const))
    .map(
      ([text, edits]): QueryNode => (edits === undefined ? { type: 'fuzzy', text } : { type: 'fuzzy', text, edits }),
    ),
  fc.tuple(value, value).map(([gte, lte]): QueryNode => ({ type: 'range', field: 'year', gte, lte })),
  fc
    .tuple(fc.constantFrom('gte', 'gt', 'lte', 'lt'), value)
    .map(([end, value]): QueryNode => ({ type: 'range', field: 'year', [end]: value })),
)

/** Things side by side: words never follow words, and words alone are no group. */
const sideBySide = (one: fc.Arbitrary<QueryNode>, least: number) =>
  fc
    .array(fc.oneof(words(3), one), { minLength: least, maxLength: 4 })
    .map(nodes => nodes.filter((node, i) => node.type !== 'words' || nodes[i - 1]?.type !== 'words'))
    .filter(nodes => nodes.length >= least && (least < 2 || nodes.some(({ type }) => type !== 'words')))

const { node } = fc.letrec<{ node: QueryNode }>(tie => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.oneof(words(2), tie('node')).map((of): QueryNode => ({ type: 'not', of })),
    fc.tuple(field, fc.oneof(words(2), tie('node'))).map(([field, of]): QueryNode => ({ type: 'field', field, of })),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(fc.oneof(words(2), tie('node')), { minLength: 2, maxLength: 3 }),
      )
      .map(([type, of]): QueryNode => ({ type, of })),
    sideBySide(tie('node'), 2).map((of): QueryNode => ({ type: 'group', of })),
  ),
}))

export const tree: fc.Arbitrary<QueryNode> = sideBySide(node, 0).map(of => ({ type: 'group', of }))
