/** Names that every object has are names as any other: what an index answers does not depend on what its fields, ids, values and words are called. */
import { describe, expect, test } from 'vitest'
import { IndexSearcher } from '../../src/index-searcher.ts'
import { memorySource } from '../../src/open/byte-source.ts'
import { openIndex } from '../../src/open/search-client.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { readFields } from '../readers/read.ts'
import { NAMES, PLAIN, record, renamed } from '../support/hostile-names.ts'

type Fields = Record<string, unknown>

/** An index whose names are these. */
function indexOf([title, body, section, views, note, other, id]: readonly string[]): SearchIndex<Fields> {
  const names = [title, body, section, views, note, other, id]
  const fields = record([
    [title, { title: true }],
    [body, {}],
    [section, { type: 'keyword' }],
    [views, { type: 'number' }],
  ])
  const index = new SearchIndex<Fields>({
    idField: id,
    fields: fields as never,
    storeFields: [title, body, section, note] as never,
  })
  index.addAll(
    names.map((name, i) =>
      record([
        [id, name],
        [title, `La pêche au ${name}`],
        [body, `Le roi parle de ${names[(i + 1) % names.length]} et de ${name} ; la ville dort.`],
        [section, [name, names[(i + 2) % names.length]]],
        [views, i * 10],
        [note, { [`${i}`]: name }],
      ]),
    ),
  )
  return index
}

/** All that can be asked, as JSON, with the one kind of names in the place of the other. */
async function answersOf(names: readonly string[], renamed: (text: string) => string) {
  const [title, body, section, views, , ,] = names
  const built = indexOf(names)
  const bytes = built.toBytes()
  const searcher = IndexSearcher.fromBytes<Fields>(bytes)
  const client = openIndex<Fields>(memorySource(bytes), { load: 'ranges' })
  const options = [
    {},
    { highlight: { fields: [title, body] }, explain: true },
    { filter: record([[section, names[1]]]), facets: [section] },
    { filter: record([[section, { not: names[5] }], [views, { gte: 20 }]]), facets: record([[section, { limit: 3 }]]) },
    { sort: { field: views, order: 'desc' } },
    { sort: { field: section } },
    { group: { field: section, limit: 2 } },
    { boost: record([[title, 3]]), fields: [title] },
    { fields: [body], match: 'all' },
  ] as object[] // biome-ignore format: a list of options reads best in lines
  const queries = [
    'roi',
    `pêche ${names[0]}`,
    names[1],
    names[2],
    `"parle de ${names[3]}"`,
    `${title}:pêche`,
    `${section}:${names[2]}`,
    `${names[4]}*`,
    '',
  ]
  const answers: unknown[] = []
  const take = (answer: unknown) => answers.push(JSON.parse(renamed(JSON.stringify(answer, withoutTime))))
  for (const index of [built, searcher]) {
    for (const query of queries) for (const option of options) take(index.search(query, option))
    for (const name of names) {
      take([index.has(name), index.get(name), index.similar(name), index.suggest(name)])
      take([index.passages(`ville ${name}`)])
    }
    take([index.fields(), index.inspect(), index.inspect().frequentWords()])
  }
  for (const query of queries) for (const option of options) take(await client.search(query, option))
  for (const name of names) take([await client.has(name), await client.get(name)])
  built.remove(names[0])
  built.replace(
    record([
      [names[6], names[1]],
      [title, 'Autre'],
    ]),
  )
  for (const query of queries) take(built.search(query))
  return answers
}

function withoutTime(key: string, value: unknown): unknown {
  return ['tookMs', 'next', 'contentHash', 'bytes', 'sections'].includes(key) ? undefined : value
}

test('an index answers the same whatever its names are', async () => {
  expect(await answersOf(NAMES, renamed)).toEqual(await answersOf(PLAIN, text => text))
})

test('no name changes what every object has', async () => {
  await answersOf(NAMES, text => text)
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(Object.keys(Object)).toEqual([])
  for (const name of ['title', 'roi', '0', 'polluted']) expect(({} as Fields)[name]).toBeUndefined()
})

test('a document without a field is not given what every object has', () => {
  const index = new SearchIndex<Fields>({ fields: ['title', 'constructor'], storeFields: ['title', 'toString'] })
  index.addAll([
    { id: 'a', title: 'roi' },
    { id: 'b', title: 'roi', constructor: 'ville' },
  ])
  expect(index.get('a')).toEqual({ title: 'roi' })
  expect(index.similar('a').hits.map(({ id }) => id)).toEqual(['b'])
  expect(index.search('ville', { highlight: { fields: ['title'] } }).hits[0].matches).toEqual(
    record([['constructor', ['ville']]]),
  )
})

describe('readers', () => {
  const files: Record<string, string> = {
    'a.md': '---\n__proto__: { polluted: oui }\nconstructor: maçon\ntoString: texte\ntitle: Un\n---\n\nLe texte.\n',
    'b.md': '+++\ntitle = "Deux"\nconstructor = "maçon"\n"__proto__" = "p"\n+++\n\nLe texte.\n',
    'c.csv': 'id,__proto__,constructor,toString,title\n1,p,maçon,texte,Trois\n2,q,bâtisseur,mot,Quatre\n',
    'd.json': '[{"id":"j","__proto__":{"polluted":"oui"},"constructor":"maçon","title":"Cinq"}]',
    'e.jsonl': '{"id":"l","__proto__":{"polluted":"oui"},"constructor":"maçon","title":"Six"}\n',
    'f.html': '<html><head><title>Sept</title><meta name="__proto__" content="p"><meta name="constructor" content="maçon"></head><body><p>Le texte de la page.</p></body></html>',
  } // biome-ignore format: files read best in lines

  test.each(Object.keys(files))('%s', async name => {
    const documents = await readFields(name, files[name])
    expect(documents.length).toBeGreaterThan(0)
    for (const document of documents) {
      expect(Object.getPrototypeOf(document)).toBe(Object.prototype)
      expect((document as Fields).polluted).toBeUndefined()
      if (Object.hasOwn(document, 'constructor')) expect(typeof document.constructor).toBe('string')
    }
    expect(({} as Fields).polluted).toBeUndefined()
  })
})
