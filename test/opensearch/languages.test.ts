/** What an index on a cluster says of its languages, and that documents read in other languages do not get into it. Without a cluster: one that only keeps mappings. */
import { describe, expect, test } from 'vitest'
import { type Language, multilingual } from '../../src/index.ts'
import { english } from '../../src/languages/english/english.ts'
import { french } from '../../src/languages/french/french.ts'
import { type ClusterTransport, IndexMismatchError, openCluster } from '../../src/opensearch/index.ts'

interface Made {
  mappings: { _meta: { trouvaille: string }; properties: Record<string, { properties?: object }> }
}

/** A cluster that has the mappings of the indexes that were made, and one alias to them. */
function makeCluster() {
  const indexes = new Map<string, Made>()
  const transport: ClusterTransport = {
    async request({ method, path, body }) {
      const [, name = ''] = /^\/([\w-]+)/.exec(path) ?? []
      if (path === '/') return { status: 200, body: { version: { distribution: 'opensearch', number: '2.11.0' } } }
      if (method === 'PUT') indexes.set(name, JSON.parse(body ?? ''))
      if (!path.endsWith('/_mapping')) return { status: 200, body: {} }
      const found = indexes.get(`${name}-1`)
      return found === undefined ? { status: 404, body: {} } : { status: 200, body: { [`${name}-1`]: found } }
    },
  }
  const open = (language?: Language, fields?: string[]) =>
    openCluster<Page>({ transport, name: 'pages', language, fields: fields as never })
  return { indexes, open }
}

interface Page {
  id: string
  lang?: string
  body: string
}

const both = () => multilingual({ en: english(), fr: french() })
const page = { id: 'a', lang: 'en', body: 'The children are running.' }

describe('an index in two languages', () => {
  test('names both, with their tags and versions, in both of its indexes', async () => {
    const { indexes, open } = makeCluster()
    await open(both(), ['body'])
    expect([...indexes.keys()].sort()).toEqual(['pages-1', 'pages-1-words'])
    for (const { mappings } of indexes.values()) {
      const { language } = JSON.parse(mappings._meta.trouvaille)
      expect(language).toEqual(JSON.parse(JSON.stringify(both().definition)))
      expect(language.options.field).toBe('lang')
      expect(language.options.languages.map(({ tag, name }: Record<string, string>) => [tag, name])).toEqual([
        ['en', 'english'],
        ['fr', 'french'],
      ])
    }
  })

  test('is opened in them by whoever names none', async () => {
    const { open } = makeCluster()
    await open(both(), ['body'])
    const index = await open()
    // No mismatch: it is sent, and the cluster that only keeps mappings gives no answer.
    const { rejected } = await index.addAll([page], { patience: 0 })
    expect(rejected).toMatchObject([{ id: 'a', reason: expect.stringContaining('not one of OpenSearch') }])
  })

  test.each<[string, Language]>([
    ['one of them', english()],
    ['them in another order', multilingual({ fr: french(), en: english() })],
    ['another field', multilingual({ en: english(), fr: french() }, { field: 'locale' })],
    ['other options of one', multilingual({ en: english({ stopWords: ['the'] }), fr: french() })],
  ])('refuses documents that are read in %s', async (_, language) => {
    const { open } = makeCluster()
    await open(both(), ['body'])
    const index = await open(language, ['body'])
    await expect(index.addAll([page])).rejects.toThrow(IndexMismatchError)
    await expect(index.addAll([page])).rejects.toThrow('another language, or another version of it')
  })
})
