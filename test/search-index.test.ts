/** The index as people use it: what it takes, what it refuses, and that nothing is lost when it refuses. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CorruptIndexError,
  DuplicateIdError,
  french,
  InvalidDocumentError,
  InvalidOptionError,
  MissingLanguageError,
  QueryAbortedError,
  SearchIndex,
  type TrouvailleError,
  UnknownDocumentError,
} from '../src/index.ts'
import { openFile, writeIndex } from '../src/node.ts'

interface Article {
  id: string | number
  title: string
  body?: string
  views?: number
}

const articles: Article[] = [
  { id: 'a', title: 'Le cessez-le-feu tient à Tripoli', body: 'Les milices observent la trêve.' },
  { id: 'b', title: 'Les négociations reprennent', body: 'Haftar a rencontré des émissaires à Tripoli.', views: 3 },
  { id: 3, title: 'La canicule de l’été', body: 'Il fait chaud à Saint-Étienne.' },
]

function makeIndex(documents: Article[] = articles): SearchIndex<Article> {
  const index = new SearchIndex<Article>({ fields: ['title', 'body'], storeFields: ['title', 'views'] })
  index.addAll(documents)
  return index
}

const ids = (index: SearchIndex<Article>, question: string, options = {}) =>
  index.search(question, options).hits.map(({ id }) => id)

describe('searching', () => {
  test('gives id, score, stored fields, matches and the total', () => {
    const { hits, total, tookMs } = makeIndex().search('Tripoli trêve')
    expect(total).toBe(2)
    expect(tookMs).toBeGreaterThanOrEqual(0)
    expect(hits.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(hits[0].document).toEqual({ title: 'Le cessez-le-feu tient à Tripoli' })
    expect(hits[1].document).toEqual({ title: 'Les négociations reprennent', views: 3 })
    expect(hits[0].matches).toEqual({ title: ['tripoli'], body: ['trêve'] })
    expect(hits[0].score).toBeGreaterThan(hits[1].score)
  })

  test.each([
    ['any word', {}, ['a', 'b']],
    ['all words', { match: 'all' }, ['a']],
    ['a minimum', { match: 2 }, ['a']],
    ['a share', { match: '50%' }, ['a', 'b']],
    ['one field', { fields: ['title'] }, ['a']],
    ['a page', { offset: 1, limit: 1 }, ['b']],
    ['no hits wanted', { limit: 0 }, []],
    ['a boost', { boost: { body: 50 }, fields: ['body'] }, ['a', 'b']],
  ])('%s', (_, options, expected) => {
    expect(ids(makeIndex(), 'Tripoli trêve', options)).toEqual(expected)
  })

  test('the total counts as far as it is told; facets and orders need all', () => {
    const index = new SearchIndex({ fields: { body: {}, section: { type: 'keyword' } } })
    index.addAll(Array.from({ length: 9 }, (_, i) => ({ id: i, body: 'ville', section: i < 5 ? 'monde' : 'culture' })))
    const counted = (options: object) => {
      const { total, totalIsLowerBound } = index.search('ville', { limit: 2, ...options })
      return [total, totalIsLowerBound]
    }
    expect(counted({})).toEqual([9, undefined])
    expect(counted({ countUpTo: 9 })).toEqual([9, undefined])
    expect(counted({ countUpTo: 8 })).toEqual([8, true])
    expect(counted({ countUpTo: Number.POSITIVE_INFINITY })).toEqual([9, undefined])
    expect(counted({ countUpTo: 3, filter: { section: 'monde' } })).toEqual([3, true])
    expect(counted({ countUpTo: 5, filter: { section: 'monde' } })).toEqual([5, undefined])
    expect(counted({ countUpTo: 3, facets: ['section'] })).toEqual([9, undefined])
    expect(counted({ countUpTo: 3, sort: { field: 'section' } })).toEqual([9, undefined])
    expect(counted({ countUpTo: 3, boostDocument: () => 2 })).toEqual([9, undefined])
    expect(index.similar(1, { countUpTo: 3 }).totalIsLowerBound).toBe(true)
  })

  test('the total counts beyond the page', () => {
    expect(makeIndex().search('Tripoli trêve', { limit: 1 }).total).toBe(2)
  })

  test.each([
    ['an accent left out', 'treve', ['a']],
    ['an inflection', 'négociation', ['b']],
    ['a compound spelt apart', 'cessez le feu', ['a']],
    ['capitals', 'SAINT ETIENNE', [3]],
    ['a variant', 'St-Etienne', [3]],
    ['stop words alone', 'la', [3, 'a']],
    ['nothing', '', []],
    ['spaces and signs', ' …!? ', []],
  ])('finds by %s', (_, question, expected) => {
    expect(ids(makeIndex(), question, { match: 'all' }).sort()).toEqual(expected.sort())
  })

  test('an empty index answers nothing', () => {
    expect(makeIndex([]).search('Tripoli')).toMatchObject({ total: 0, hits: [] })
    const opened = SearchIndex.fromBytes<Article>(makeIndex([]).toBytes())
    expect(opened.search('Tripoli')).toMatchObject({ total: 0, hits: [] })
    opened.addAll(articles)
    expect(ids(opened, 'été')).toEqual([3])
  })

  test('no text throws: 100,000 characters, lone surrogates, anything', () => {
    const index = makeIndex()
    expect(ids(index, 'Tripoli '.repeat(12_500))).toEqual(['a', 'b'])
    for (const text of ['\ud800', 'a\udfffb', 'l’\ud83d', '\u0000', '"-(:*~', '«'])
      expect(() => index.search(text)).not.toThrow()
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => void index.search(text)))
  })
})

describe('changing', () => {
  test('removed, replaced and added again', () => {
    const index = makeIndex()
    index.remove('a')
    expect(ids(index, 'Tripoli')).toEqual(['b'])
    expect([index.size, index.has('a'), index.get('a')]).toEqual([2, false, undefined])
    index.replace({ id: 'b', title: 'À Benghazi' })
    expect([ids(index, 'Tripoli'), ids(index, 'Benghazi')]).toEqual([[], ['b']])
    index.add(articles[0])
    expect([ids(index, 'Tripoli'), index.size]).toEqual([['a'], 3])
    index.compact()
    expect([ids(index, 'Tripoli'), index.size, index.get('a')]).toEqual([['a'], 3, { title: articles[0].title }])
  })

  test('the same after opening from bytes: a packed segment and a live one', () => {
    const index = SearchIndex.fromBytes<Article>(makeIndex().toBytes())
    index.remove('a')
    index.replace({ id: 'b', title: 'À Benghazi' })
    index.add({ id: 'd', title: 'Tripoli sous les bombes' })
    expect([ids(index, 'Tripoli'), ids(index, 'Benghazi'), index.size]).toEqual([['d'], ['b'], 3])
    const fresh = makeIndex([
      articles[2],
      { id: 'b', title: 'À Benghazi' },
      { id: 'd', title: 'Tripoli sous les bombes' },
    ])
    expect(Buffer.compare(index.toBytes(), fresh.toBytes())).toBe(0)
  })

  test('ids keep their type', () => {
    const index = makeIndex()
    expect([index.has(3), index.has('3')]).toEqual([true, false])
    index.add({ id: '3', title: 'Un autre' })
    const opened = SearchIndex.fromBytes<Article>(index.toBytes())
    expect([opened.get(3)?.title, opened.get('3')?.title]).toEqual(['La canicule de l’été', 'Un autre'])
  })

  test('odd ids come back as given', () => {
    const odd = ['\ud800', 'a\u0010b', '\u00e9', 'e\u0301', '😀', ' ', -1.5, 1e21, 0]
    const index = makeIndex(odd.map(id => ({ id, title: 'Tripoli' })))
    const opened = SearchIndex.fromBytes<Article>(index.toBytes())
    expect(ids(opened, 'Tripoli')).toEqual(odd)
    for (const id of odd) expect(opened.has(id)).toBe(true)
  })
})

describe('refuses, and keeps what was there', () => {
  const bad: [string, unknown[], new (...args: never[]) => TrouvailleError][] = [
    [
      'an id that is there',
      [
        { id: 'z', title: 'neuf' },
        { id: 'a', title: 'double' },
      ],
      DuplicateIdError,
    ],
    [
      'an id twice in a batch',
      [
        { id: 'z', title: 'neuf' },
        { id: 'z', title: 'neuf' },
      ],
      DuplicateIdError,
    ],
    ['no id', [{ id: 'z', title: 'neuf' }, { title: 'sans' }], InvalidDocumentError],
    ['an empty id', [{ id: '', title: 'neuf' }], InvalidDocumentError],
    ['an id of another type', [{ id: {}, title: 'neuf' }], InvalidDocumentError],
    ['NaN as id', [{ id: Number.NaN, title: 'neuf' }], InvalidDocumentError],
    [
      'a field of another type',
      [
        { id: 'z', title: 'neuf' },
        { id: 'y', title: { text: 'neuf' } },
      ],
      InvalidDocumentError,
    ],
    ['a document that is none', ['neuf'], InvalidDocumentError],
    ['null', [null], InvalidDocumentError],
  ]
  test.each(bad)('%s', async (_, documents, error) => {
    const index = makeIndex()
    const before = index.toBytes()
    expect(() => index.addAll(documents as Article[])).toThrow(error)
    await expect(index.addAllAsync(documents as Article[])).rejects.toThrow(error)
    expect(index.size).toBe(3)
    expect(ids(index, 'neuf')).toEqual([])
    expect(Buffer.compare(index.toBytes(), before)).toBe(0)
  })

  test('a stored value that JSON cannot say', () => {
    const circular: Record<string, unknown> = { id: 'z', title: 'neuf' }
    circular.views = circular
    expect(() => makeIndex().add(circular as unknown as Article)).toThrow(InvalidDocumentError)
  })

  test('removing or replacing what is not there', () => {
    expect(() => makeIndex().remove('nobody')).toThrow(UnknownDocumentError)
    expect(() => makeIndex().replace({ id: 'nobody', title: '' })).toThrow(UnknownDocumentError)
  })

  test('the error names the id and has a code', () => {
    try {
      makeIndex().add(articles[0])
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ name: 'DuplicateIdError', code: 'DUPLICATE_ID', id: 'a' })
      expect(String(error)).toContain('"a"')
    }
  })

  test.each([
    ['countUpTo', { countUpTo: 0 }],
    ['countUpTo', { countUpTo: 2.5 }],
    ['countUpTo', { countUpTo: Number.NaN }],
    ['countUpTo', { countUpTo: '10' }],
    ['limit', { limit: -1 }],
    ['limit', { limit: 1.5 }],
    ['limit', { limit: '10' }],
    ['offset', { offset: Number.NaN }],
    ['match', { match: 'most' }],
    ['match', { match: 0 }],
    ['match', { match: '120%' }],
    ['fields', { fields: ['author'] }],
    ['fields', { fields: [] }],
    ['boost', { boost: { author: 2 } }],
    ['boost.title', { boost: { title: -1 } }],
    ['limt', { limt: 3 }],
  ])('the search option %s in %j', (option, options) => {
    expect(() => makeIndex().search('Tripoli', options as never)).toThrow(InvalidOptionError)
    expect(() => makeIndex().search('Tripoli', options as never)).toThrow(`"${option}"`)
  })

  test.each([
    ['fields', {}],
    ['fields', { fields: [] }],
    ['fields', { fields: ['title', 'title'] }],
    ['fields.title.boost', { fields: { title: { boost: 0 } } }],
    ['fields.title.type', { fields: { title: { type: 'texte' } } }],
    ['idField', { fields: ['title'], idField: 3 }],
    ['storeFields', { fields: ['title'], storeFields: 'title' }],
    ['language', { fields: ['title'], language: 'fr' }],
  ])('the index option %s in %j', (option, options) => {
    expect(() => new SearchIndex(options as never)).toThrow(`"${option}"`)
  })

  test('bytes that are none of ours, or cut', () => {
    const bytes = makeIndex().toBytes()
    for (const wrong of [
      new Uint8Array(0),
      bytes.slice(0, 40),
      bytes.slice(0, -1),
      new TextEncoder().encode('{"version":2}'),
    ]) {
      expect(() => SearchIndex.fromBytes(wrong)).toThrow(CorruptIndexError)
    }
    expect(() => SearchIndex.fromBytes('bytes' as never)).toThrow(InvalidOptionError)
  })
})

describe('addAllAsync', () => {
  async function* stream(count: number) {
    for (let i = 0; i < count; i++) yield { id: `s${i}`, title: `Dépêche ${i}`, body: 'Un long texte. '.repeat(40) }
  }

  test('takes an async iterable, tells how far it is, and lets others have their turn', async () => {
    const index = makeIndex()
    const progress: number[] = []
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await index.addAllAsync(stream(3000), { onProgress: ({ added }) => progress.push(added) })
    clearInterval(timer)
    expect(index.size).toBe(3003)
    expect(index.search('dépêche').total).toBe(3000)
    expect(progress.at(-1)).toBe(3000)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(turns).toBeGreaterThan(0)
  })

  test('keeps nothing when aborted', async () => {
    const index = makeIndex()
    const controller = new AbortController()
    const work = index.addAllAsync(stream(100_000), {
      signal: controller.signal,
      onProgress: () => controller.abort('assez'),
    })
    await expect(work).rejects.toThrow(QueryAbortedError)
    expect(index.size).toBe(3)
    await expect(index.addAllAsync([], { signal: AbortSignal.abort() })).rejects.toThrow(QueryAbortedError)
  })

  test('refuses an id that was added meanwhile', async () => {
    const index = makeIndex()
    const work = index.addAllAsync(stream(5))
    index.add({ id: 's4', title: 'Plus vite' })
    await expect(work).rejects.toThrow(DuplicateIdError)
    expect(index.size).toBe(4)
  })
})

test('another stemmer than the file was made with works on it', () => {
  const bytes = makeIndex().toBytes()
  const stemmer = { name: 'none', version: 1, stem: (word: string) => word }
  const plain = SearchIndex.fromBytes<Article>(bytes, { language: french({ stemmer }) })
  expect([ids(plain, 'négociations'), ids(plain, 'négociation', { fuzzy: false })]).toEqual([['b'], []])
  plain.verify()
  plain.add({ id: 'z', title: 'Une négociation' })
  expect(ids(plain, 'négociation')).toEqual(['z'])
  const written = plain.toBytes()
  expect(() => SearchIndex.fromBytes(written)).toThrow(MissingLanguageError)
  expect(ids(SearchIndex.fromBytes<Article>(written, { stemmers: [stemmer] }), 'négociation')).toEqual(['z'])
  const regrouped = SearchIndex.fromBytes<Article>(written, { language: french() })
  expect(ids(regrouped, 'négociation').sort()).toEqual(['b', 'z'])
})

describe('files', () => {
  test('are replaced whole, or not at all', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trouvaille-'))
    try {
      const path = join(folder, 'articles.trv')
      expect(await writeIndex(makeIndex(), path)).toBe((await readFile(path)).length)
      const first = await readFile(path)
      const failing = makeIndex()
      failing.toBytes = () => {
        throw new Error('out of memory')
      }
      await expect(writeIndex(failing, path)).rejects.toThrow('out of memory')
      expect(Buffer.compare(await readFile(path), first)).toBe(0)
      await expect(writeIndex(makeIndex(), join(folder, 'absent', 'x.trv'))).rejects.toThrow()
      // A folder in the way: the renaming fails, and the file written beside it is taken away.
      await expect(writeIndex(makeIndex(), folder)).rejects.toThrow()
      await writeIndex(makeIndex(articles.slice(1)), path)
      expect((await openFile<Article>(path)).size).toBe(2)
      expect(await readdir(folder)).toEqual(['articles.trv'])
      await writeFile(path, first.subarray(0, 100))
      await expect(openFile(path)).rejects.toThrow(CorruptIndexError)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
