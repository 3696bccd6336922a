/** Data files as programs write them: CMSes, feeds, spreadsheets, databases. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocuments as readFiles } from '../../src/readers/read-documents.ts'
import { readerFor } from '../../src/readers/registry.ts'
import { Skip } from '../../src/readers/skip.ts'
import { textFile } from '../../src/readers/source.ts'
import { problemOf, readDocuments, readFields } from './read.ts'

describe('JSON', () => {
  test('in one line is read in linear time, with the places of its documents', async () => {
    const time = async (count: number) => {
      const text = JSON.stringify(
        Array.from({ length: count }, (_, id) => ({ id, body: 'Le calme revient. '.repeat(20) })),
      )
      const start = performance.now()
      const documents = await readDocuments('a.json', text)
      expect(documents).toHaveLength(count)
      expect(documents.at(-1)?.lineOf('body')).toBe(1)
      return performance.now() - start
    }
    await time(500)
    // Quadratic time would be a hundred times as long.
    expect(await time(20_000)).toBeLessThan(60 * Math.max(await time(2000), 20))
  })

  test('comes element by element, however its text is cut', async () => {
    const text = '  [ {"id": "a\\"]", "b": [1, {"c": "}"}]} ,\n{"id":"\\\\"},{"id":"x"}\n]\n'
    for (const size of [1, 2, 3, 7, 100]) {
      const file = {
        name: 'a.json',
        async *chunks() {
          for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
        },
      }
      const documents = await readDocuments('a.json', file)
      expect(documents.map(({ fields, line }) => [fields.id, line])).toEqual([
        ['a"]', 1],
        ['\\', 2],
        ['x', 2],
      ])
    }
  })

  test.each([
    ['[{"id":1},]', { kind: 'json', found: ']', column: 11 }],
    ['[{"id":1}{"id":2}]', { kind: 'json', found: '{', column: 10 }],
    ['[{"id":1}] x', { kind: 'json', found: 'x', column: 12 }],
    ['[{"id":1}, {"id":]}]', { kind: 'json', found: ']', column: 18 }],
    ['[,{"id":1}]', { kind: 'json', found: ',', column: 2 }],
  ])('%j is refused with its place', async (text, problem) => {
    expect(await problemOf('a.json', text)).toEqual({ line: 1, ...problem })
  })

  test('ids above 2^53 keep their digits', async () => {
    const text =
      '[{"id": 12345678901234567890, "n": 9007199254740991, "t": "n° 12345678901234567890", "x": [1152921504606846977]}]'
    const fields = {
      id: '12345678901234567890',
      n: 9007199254740991,
      t: 'n° 12345678901234567890',
      x: ['1152921504606846977'],
    }
    expect(await readFields('a.json', text)).toEqual([fields])
    expect(await readFields('a.jsonl', text.slice(1, -1))).toEqual([fields])
  })

  test('posts of WordPress', async () => {
    const post = (id: number, status: string) => ({
      id,
      date_gmt: '2020-01-12T08:00:00',
      modified: '2020-01-13T09:00:00',
      status,
      link: 'https://exemple.fr/treve/',
      title: { rendered: 'L&rsquo;offensive &#8211; une trêve' },
      content: { rendered: '<p>Le <b>calme</b> revient.</p>\n<p>Fin.</p>', protected: false },
      excerpt: { rendered: '<p>Le calme.</p>' },
      _embedded: {
        author: [{ name: 'Inès' }],
        'wp:term': [[{ taxonomy: 'category', name: 'Monde' }], [{ taxonomy: 'post_tag', name: 'Libye' }]],
      },
    })
    const text = JSON.stringify([post(1, 'publish'), post(2, 'draft')])
    expect(await readFields('a.json', text)).toEqual([
      {
        id: 1,
        title: 'L’offensive – une trêve',
        description: 'Le calme.',
        body: 'Le calme revient.\n\nFin.',
        url: 'https://exemple.fr/treve/',
        date: '2020-01-12T08:00:00Z',
        updated: '2020-01-13T09:00:00',
        author: 'Inès',
        section: ['Monde'],
        tags: ['Libye'],
      },
    ])
    expect(await readFields('a.json', text, { drafts: true })).toHaveLength(2)
  })

  test('JSON Feed', async () => {
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Le Journal',
      items: [
        {
          id: 'a',
          url: '/a',
          title: 'Une trêve',
          content_html: '<p>Le calme.</p>',
          date_published: '2020-01-12T08:00:00Z',
          tags: ['Libye'],
          authors: [{ name: 'Inès' }],
        },
        { id: 'b', content_text: 'Court.' },
      ],
    })
    expect(await readFields('feed.json', text)).toEqual([
      {
        id: 'a',
        title: 'Une trêve',
        body: 'Le calme.',
        url: '/a',
        date: '2020-01-12T08:00:00Z',
        author: ['Inès'],
        tags: ['Libye'],
      },
      { id: 'b', body: 'Court.' },
    ])
  })

  test('exports of Ghost, drafts left out', async () => {
    const data = {
      posts: [
        {
          id: 'p1',
          title: 'Une trêve',
          slug: 'treve',
          html: '<p>Le calme.</p>',
          status: 'published',
          published_at: '2020-01-12T08:00:00.000Z',
        },
        { id: 'p2', title: 'Plus tard', slug: 'tard', html: '<p>Rien.</p>', status: 'draft' },
      ],
      tags: [
        { id: 't1', name: 'Libye' },
        { id: 't2', name: '#interne' },
      ],
      users: [{ id: 'u1', name: 'Inès' }],
      posts_tags: [
        { post_id: 'p1', tag_id: 't1' },
        { post_id: 'p1', tag_id: 't2' },
      ],
      posts_authors: [{ post_id: 'p1', author_id: 'u1' }],
    }
    const found: unknown[] = []
    const text = JSON.stringify({ db: [{ meta: {}, data }] })
    for await (const document of readerFor('a.json')?.read(textFile('a.json', text), {}) ?? []) {
      found.push(document instanceof Skip ? document.reason : 'fields' in document ? document.fields : document)
    }
    expect(found).toEqual([
      {
        id: 'p1',
        title: 'Une trêve',
        body: 'Le calme.',
        url: '/treve/',
        date: '2020-01-12T08:00:00.000Z',
        author: ['Inès'],
        tags: ['Libye'],
      },
      'draft',
    ])
  })
})

async function readBytes(name: string, bytes: Uint8Array | string) {
  const folder = await mkdtemp(join(tmpdir(), 'trouvaille-test-'))
  await writeFile(join(folder, name), bytes)
  const reading = readFiles(folder)
  const documents: Record<string, unknown>[] = []
  for await (const { fields } of reading) documents.push(fields)
  return {
    documents,
    problems: reading.problems.map(({ problem }) => problem.kind),
    notes: reading.notes.map(({ kind, count }) => [kind, count]),
  }
}

describe('CSV as spreadsheets write it', () => {
  test.each([
    ['the line that names the separator', 'sep=;\nid;titre\n1;Une trêve\n'],
    ['the same for commas', 'sep=,\r\nid,titre\r\n1,Une trêve\r\n'],
    ['a mark, and the separator by the first line', '\ufeffid;titre\n1;Une trêve\n'],
    ['rows that something was once in', 'id;titre\n1;Une trêve\n;\n;\n'],
    ['bars', 'id|titre\n1|Une trêve\n'],
  ])('%s', async (_name, text) => {
    expect(await readFields('a.csv', text)).toEqual([{ id: '1', titre: 'Une trêve' }])
  })

  test('Windows-1252 is read and noted, if it is clearly French', async () => {
    const bytes = Buffer.from('id;titre\n1;Une trêve à Nîmes, 5 ', 'latin1')
    const { documents, problems, notes } = await readBytes('a.csv', Buffer.concat([bytes, Buffer.from([0x80, 0x0a])]))
    expect(documents).toEqual([{ id: '1', titre: 'Une trêve à Nîmes, 5 €' }])
    expect({ problems, notes }).toEqual({ problems: [], notes: [['windows-1252', 1]] })
  })

  test('accents that come late, and at the edge of a piece of the file', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i};texte`).join('\n')
    for (const padding of [0, 1, 2, 3]) {
      const head = `id;titre\n${rows}\n`
      // Files are read in pieces of 64 KiB.
      const fill = 'x '.repeat(40_000).slice(0, 65_536 - ((head.length + 6) % 65_536) - 1 + padding)
      const { documents, notes } = await readBytes('a.csv', Buffer.from(`${head}99999;${fill}é\n`, 'latin1'))
      expect(String(documents.at(-1)?.titre).endsWith('é')).toBe(true)
      expect(notes.map(([kind]) => kind)).toContain('windows-1252')
    }
  })

  test('what is no French stays a problem, as other kinds of files do', async () => {
    expect(await readBytes('a.csv', Buffer.from([0x69, 0x64, 0x0a, 0xd0, 0xcf, 0xfd, 0xf0, 0x0a]))).toMatchObject({
      documents: [],
      problems: ['wrong-encoding'],
    })
    expect(await readBytes('a.csv', Buffer.from([0x69, 0x64, 0x0a, 0xe9, 0x81, 0x0a]))).toMatchObject({
      documents: [],
      problems: ['wrong-encoding'],
    })
    expect(await readBytes('a.md', Buffer.from('une trêve', 'latin1'))).toMatchObject({
      documents: [],
      problems: ['wrong-encoding'],
    })
  })

  test('UTF-8 stays UTF-8', async () => {
    const { documents, notes } = await readBytes('a.csv', 'id;titre\n1;Une trêve — « 5 € »\n')
    expect(documents).toEqual([{ id: '1', titre: 'Une trêve — « 5 € »' }])
    expect(notes).toEqual([])
  })
})

describe('words without end', () => {
  const BASE64 = 'iVBORw0KGgoAAAANSUhEUgAA'
  test.each([
    ['a picture in a text', `Avant ${BASE64.repeat(20)}== après.`, 'Avant  après.', 1],
    [
      'a key in lines',
      `Avant\n\n${`${BASE64.repeat(3).slice(0, 64)}\n`.repeat(5)}\nAprès.`,
      expect.stringMatching(/^Avant\s+Après\.$/),
      1,
    ],
    ['marks on a letter', `Avant e${'\u0301'.repeat(1000)} après.`, 'Avant  après.', 1],
    ['two of them', `${'a'.repeat(500)} et ${'b'.repeat(500)}`, 'et', 2],
  ])('%s are taken out and counted', async (_name, text, body, count) => {
    const { documents, notes } = await readBytes('a.md', text)
    expect(documents[0].body).toEqual(typeof body === 'string' ? expect.stringContaining(body) : body)
    expect(notes).toEqual([['endless-words', count]])
  })

  test.each([
    ['long words', `anticonstitutionnellement ${'abc'.repeat(40)}`],
    ['scripts without spaces', '的'.repeat(500)],
    ['dots', `Sommaire ${'.'.repeat(300)} 12`],
  ])('%s stay', async (_name, text) => {
    const { documents, notes } = await readBytes('a.md', text)
    expect(documents[0].body).toBe(text)
    expect(notes).toEqual([])
  })

  test('an address in a field of its own stays', async () => {
    const image = `data:image/png;base64,${BASE64.repeat(30)}`
    const { documents } = await readBytes('a.json', JSON.stringify({ id: 'a', body: 'Texte.', image }))
    expect(documents[0].image).toBe(image)
  })
})
