/** Typed questions become trees; what isn't well formed is words; trees are printed as text that reads the same. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { QueryNode } from '../../src/query/query-tree.ts'
import { parseQuery, printQuery } from '../../src/text-functions.ts'
import { NO_TIME } from '../support/no-time.ts'
import { operatorNoise } from '../support/operator-noise.ts'
import { bare, tree as randomTree } from '../support/random-tree.ts'
import { runs } from '../support/runs.ts'

const options = {
  fields: ['title', 'body'],
  columns: { published: 'date', year: 'number', section: 'keyword' },
} as const
const words = (text: string): QueryNode => ({ type: 'words', text })
const phrase = (text: string): QueryNode => ({ type: 'phrase', text })
const parse = (text: string) => parseQuery(text, options)
const read = (text: string) => parse(text).tree.of.map(bare)

describe('well-formed questions', () => {
  test.each<[string, QueryNode[]]>([
    ['Haftar Tripoli cessez-le-feu', [words('Haftar Tripoli cessez-le-feu')]],
    ['  trêve\u00a0! ', [words('trêve\u00a0!')]],
    ['"cessez-le-feu" Tripoli', [phrase('cessez-le-feu'), words('Tripoli')]],
    ['«\u00a0le monde entier\u00a0»', [phrase('le monde entier')]],
    ['“le monde” „le temps” „das Haus“', [phrase('le monde'), phrase('le temps'), phrase('das Haus')]],
    ['l’« Arabie saoudite »', [words('l’'), phrase('Arabie saoudite')]],
    ['"trêve Tripoli"~5 paix', [{ type: 'phrase', text: 'trêve Tripoli', near: 5 }, words('paix')]],
    ['trêve -Tripoli', [words('trêve'), { type: 'not', of: words('Tripoli') }]],
    ['-"premier ministre" -(a b)', [{ type: 'not', of: phrase('premier ministre') }, { type: 'not', of: words('a b') }]],
    ['aéroport -Las -lesbien', [words('aéroport'), { type: 'not', of: words('Las') }, { type: 'not', of: words('lesbien') }]],
    ['-(je) -jeune', [{ type: 'not', of: words('je') }, { type: 'not', of: words('jeune') }]],
    ['-title:trêve', [{ type: 'not', of: { type: 'field', field: 'title', of: words('trêve') } }]],
    ['paix Tripoli OU Benghazi trêve', [words('paix'), { type: 'or', of: [words('Tripoli'), words('Benghazi')] }, words('trêve')]],
    ['a ET b OR c AND d', [{ type: 'or', of: [{ type: 'and', of: [words('a'), words('b')] }, { type: 'and', of: [words('c'), words('d')] }] }]],
    ['(a OR b) AND c', [{ type: 'and', of: [{ type: 'or', of: [words('a'), words('b')] }, words('c')] }]],
    ['(paix durable) ET trêve', [{ type: 'and', of: [words('paix durable'), words('trêve')] }]],
    ['title:trêve', [{ type: 'field', field: 'title', of: words('trêve') }]],
    ['title:"premier ministre"', [{ type: 'field', field: 'title', of: phrase('premier ministre') }]],
    ['title:(Haftar Tripoli) paix', [{ type: 'field', field: 'title', of: words('Haftar Tripoli') }, words('paix')]],
    ['négoc* Hafter~ trèves~1', [{ type: 'prefix', text: 'négoc' }, { type: 'fuzzy', text: 'Hafter' }, { type: 'fuzzy', text: 'trèves', edits: 1 }]],
    ['published:2019-11-01..2019-11-30', [{ type: 'range', field: 'published', gte: '2019-11-01', lte: '2019-11-30' }]],
    ['published:2019..', [{ type: 'range', field: 'published', gte: '2019' }]],
    ['-published:<2019 published:>=2020', [{ type: 'not', of: { type: 'range', field: 'published', lt: '2019' } }, { type: 'range', field: 'published', gte: '2020' }]],
    ['section:monde', [{ type: 'field', field: 'section', of: words('monde') }]],
    ['section:a..b', [{ type: 'field', field: 'section', of: words('a..b') }]],
    ['year:2019', [{ type: 'field', field: 'year', of: words('2019') }]],
    ['year:>3,5', [{ type: 'range', field: 'year', gt: '3,5' }]],
    ['(HAFTAR ET TRIPOLI)', [{ type: 'and', of: [words('HAFTAR'), words('TRIPOLI')] }]],
    ['\\-tiret "a \\"b\\" c"', [words('-tiret'), phrase('a "b" c')]],
    ['\\-tiret \\OU \\\'x\'', [words("-tiret OU 'x'")]],
    ['((((a))))', [words('((((a))))')]],
    ['(a "b c")', [{ type: 'group', of: [words('a'), phrase('b c')] }]],
    ["'premier ministre' ‘Proche-Orient’", [phrase('premier ministre'), phrase('Proche-Orient')]],
    ["'l’eau d'Évian' -'eaux grasses'", [phrase("l’eau d'Évian"), { type: 'not', of: phrase('eaux grasses') }]],
  ])('%s', (text, expected) => {
    const { problems } = parse(text)
    expect(read(text)).toEqual(expected)
    expect(problems).toEqual([])
  }) // biome-ignore format: one question a line
})

const wish = (text: string): QueryNode => ({ type: 'phrase', text, optional: true })
const without = (text: string): QueryNode => ({ type: 'not', of: words(text) })

describe('quotations beside words', () => {
  test.each<[string, QueryNode[]]>([
    ['Emmanuel Macron « en guerre »', [words('Emmanuel Macron'), wish('en guerre')]],
    ['Emmanuel Macron “en guerre”', [words('Emmanuel Macron'), wish('en guerre')]],
    ["Emmanuel Macron 'en guerre'", [words('Emmanuel Macron'), wish('en guerre')]],
    ['« En guerre », dit-il hier', [wish('En guerre'), words(', dit-il hier')]],
    ['Le roi (« un sage ») est mort', [words('Le roi'), wish('un sage'), words('est mort')]],
    ['deux mots (et "une phrase" encore)', [words('deux mots'), { type: 'group', of: [words('et'), wish('une phrase'), words('encore')] }]],
    ['Macron "en guerre"', [words('Macron'), phrase('en guerre')]],
    ['"en guerre" "à la paix"', [phrase('en guerre'), phrase('à la paix')]],
    ['"en guerre" -paix -trêve', [phrase('en guerre'), without('paix'), without('trêve')]],
    ['Emmanuel Macron "en guerre" -paix', [words('Emmanuel Macron'), wish('en guerre'), without('paix')]],
    ['Emmanuel Macron +"en guerre"', [words('Emmanuel Macron'), phrase('en guerre')]],
    ['Emmanuel Macron +"en guerre" "et la paix"', [words('Emmanuel Macron'), phrase('en guerre'), wish('et la paix')]],
    ['Emmanuel Macron "en guerre" OU paix', [words('Emmanuel Macron'), { type: 'or', of: [phrase('en guerre'), words('paix')] }]],
    ['Emmanuel Macron title:trêve "en guerre"', [words('Emmanuel Macron'), { type: 'field', field: 'title', of: words('trêve') }, phrase('en guerre')]],
    ['Emmanuel Macron "en guerre" trêv*', [words('Emmanuel Macron'), phrase('en guerre'), { type: 'prefix', text: 'trêv' }]],
    ['Emmanuel Macron "en guerre" trêvr~', [words('Emmanuel Macron'), phrase('en guerre'), { type: 'fuzzy', text: 'trêvr' }]],
    ['Emmanuel Macron "guerre paix"~3', [words('Emmanuel Macron'), { type: 'phrase', text: 'guerre paix', near: 3 }]],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected)) // biome-ignore format: one question a line
})

describe('a minus', () => {
  test.each<[string, QueryNode[]]>([
    ['a b c d e -f', [words('a b c d e'), without('f')]],
    ['a b c d e f -g', [words('a b c d e f -g')]],
    ['a b c d e f (-g)', [words('a b c d e f'), without('g')]],
    ['title:a b c d e f g -h', [{ type: 'field', field: 'title', of: words('a') }, words('b c d e f g'), without('h')]],
    ['a -f, b', [words('a -f, b')]],
    ['a 3,5 -f', [words('a 3,5'), without('f')]],
    ['a – b -f', [words('a – b -f')]],
    ['a - b -f', [words('a - b -f')]],
    ['un -deux- trois', [words('un -deux- trois')]],
    ['week-end -cessez-le-feu', [words('week-end'), without('cessez-le-feu')]],
    ['-(a b)', [{ type: 'not', of: words('a b') }]],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected)) // biome-ignore format: one question a line

  test('is reported if it excludes nothing', () => {
    const text = 'Le train de nuit -Paris-Nice- est reparti hier'
    const [{ start, end, code }] = parse(text).problems
    expect([text.slice(start, end), code]).toEqual(['-Paris-Nice-', 'no-exclusion'])
  })
})

test('the reading says how each part was read', () => {
  const reading = (text: string) => parse(text).reading.map(({ as, start, end }) => [as, text.slice(start, end)])
  expect(reading('Emmanuel Macron "en guerre" -paix')).toEqual([
    ['optional', 'Emmanuel Macron'],
    ['optional', '"en guerre"'],
    ['exclusion', '-paix'],
  ])
  expect(reading('"en guerre" (a OU b) section:monde title:roi')).toEqual([
    ['required', '"en guerre"'],
    ['required', 'a OU b'],
    ['filter', 'section:monde'],
    ['optional', 'title:roi'],
  ])
  expect(reading('')).toEqual([])
})

describe('what is read as words', () => {
  test.each([
    'HAFTAR ET TRIPOLI CESSEZ-LE-FEU', 'cessez-le-feu', '- tiret', '-5 °C', 'il fait −5', 'RDV à 12:30', 'https://lemonde.fr/a?b=(c)&d="e"',
    'a:b', 'étudiant(e)s', 'Rome (Italie)', 'écran 24"', 'et ou', 'C:\\Users', '🙂 :) (-:', 'mailto:a@b.fr', '***', '~', 'le « ', 'title :', 'C++ -> D',
    "rock 'n roll", "' '", "les années '80", 'C+"',
    '“”', '""', '()', 'l’ET de Spielberg', 'prix title://x', '12:title', 'a--b --c', 'Puis -je partir, a -t-il dit',
  ])('%s', text => expect(read(text)).toEqual([words(text.trim())])) // biome-ignore format: a list of questions reads best in lines

  test.each<[string, number, string]>([
    ['trêve OU', 6, 'lone-operator'],
    ['dit "la trêve', 4, 'unclosed-quote'],
    ['(trêve paix', 0, 'unclosed-parenthesis'],
    ['trêve) paix', 5, 'unopened-parenthesis'],
    ['titel:trêve', 0, 'unknown-field'],
    ['published:hier', 0, 'unreadable-value'],
    ['year:2019..demain', 0, 'unreadable-value'],
    ['le published:>', 3, 'unreadable-value'],
  ])('%s tells what is odd', (text, start, code) => {
    expect(read(text)).toEqual([words(text)])
    expect(parse(text).problems).toMatchObject([{ start, code }])
  })

  test('an open parenthesis leaves the rest well formed', () => {
    expect(read('(trêve OU paix -guerre')).toEqual([
      words('('),
      { type: 'or', of: [words('trêve'), words('paix')] },
      { type: 'not', of: words('guerre') },
    ])
  })
})

test('nodes say where they stand', () => {
  const text = 'paix -title:"le temps"~2 (a OU b*)'
  const check = (node: QueryNode): void => {
    const slice = text.slice(node.start, node.end)
    if (node.type === 'words') expect(slice).toBe(node.text)
    if (node.type === 'phrase') expect(slice).toBe('"le temps"~2')
    if (node.type === 'field') expect(slice).toBe('title:"le temps"~2')
    if (node.type === 'not') expect(slice).toBe('-title:"le temps"~2')
    if (node.type === 'prefix') expect(slice).toBe('b*')
    if (node.type === 'or') expect(slice).toBe('a OU b*')
    if ('of' in node) for (const child of [node.of].flat()) check(child)
  }
  check(parse(text).tree)
})

test('without fields, a colon is nothing', () => {
  expect(bare(parseQuery('title:trêve').tree)).toEqual({ type: 'group', of: [words('title:trêve')] })
})

test('a printed tree reads as the same tree', () => {
  fc.assert(
    fc.property(randomTree, drawn => {
      expect(bare(parse(printQuery(drawn)).tree)).toEqual(drawn)
    }),
    { numRuns: runs(3000) },
  )
})

test('what was read once is printed and read again as the same', () => {
  const piece = operatorNoise(['a', 'B', '5'])
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
      const { tree, problems } = parse(pieces.join(''))
      const again = parse(printQuery(tree))
      expect(bare(again.tree)).toEqual(bare(tree))
      for (const { start, end } of problems) expect(start).toBeLessThan(end)
    }),
    { numRuns: runs(3000) },
  )
})

test.each([
  '(',
  ')',
  '"',
  '«',
  '„a” ',
  '-(',
  'title:(',
  '"a" ',
  '(a OU ',
  '\\"',
  '« ',
  'a:',
  '-',
  'a* ',
  ' ',
  'a)',
  '" "',
  'title:',
])(
  '100 kB of %s take no time',
  piece => {
    const text = piece.repeat(100_000 / piece.length)
    const { tree } = parse(text)
    printQuery(tree.of.length > 500 ? { type: 'group', of: tree.of.slice(0, 500) } : tree)
    expect(tree.type).toBe('group')
  },
  NO_TIME,
)

describe('a tree made by hand', () => {
  test.each<[unknown, string]>([
    [undefined, 'query'],
    [{ type: 'word', text: 'a' }, 'query.type'],
    [{ type: 'words', text: 5 }, 'query.text'],
    [{ type: 'group', of: [words('a'), { type: 'not', of: { type: 'phrase' } }] }, 'query.of[1].of.text'],
    [{ type: 'and', of: words('a') }, 'query.of'],
    [{ type: 'prefix', text: 'a b' }, 'query.text'],
    [{ type: 'fuzzy', text: 'a', edits: 3 }, 'query.edits'],
    [{ type: 'phrase', text: 'a', near: -1 }, 'query.near'],
    [{ type: 'phrase', text: 'a', optional: 1 }, 'query.optional'],
    [{ type: 'phrase', text: 'a b', near: 1, optional: true }, 'query.optional'],
    [{ type: 'phrase', text: 'a b', optional: true }, 'query.optional'],
    [{ type: 'range', field: 'published' }, 'query'],
    [{ type: 'field', field: '', of: words('a') }, 'query.field'],
    [{ type: 'range', field: 'published', gt: 1, lt: 2 }, 'query'],
    [{ type: 'range', field: 'published', gt: 'a b' }, 'query.gt'],
    [{ type: 'field', field: 'mon titre', of: words('a') }, 'query.field'],
  ])('%j is refused', (tree, option) => {
    expect(() => printQuery(tree as QueryNode)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION', option }))
  })

  test('one that is too deep is refused', () => {
    let deep = words('a')
    for (let i = 0; i < 200; i++) deep = { type: 'not', of: deep }
    expect(() => printQuery(deep)).toThrow('and 128 levels')
  })
})
