/** Wrong options are told before a bundler starts, by their names. */
import { expect, test } from 'vitest'
import { defineConfig } from '../../src/config/config.ts'
import { unplugin } from '../../src/plugin/factory.ts'

const refused = (option: string) => expect.objectContaining({ code: 'INVALID_OPTION', option })

test.each([
  ['options', 'content'],
  ['index', { index: {} }],
  ['indexes', { indexes: {} }],
  ['indexes', { indexes: [{ from: 'content' }] }],
  ['indexes', { indexes: { 'mes articles': { from: 'content' } } }],
  ['indexes.articles', { indexes: { articles: 'content' } }],
  ['indexes.articles.from', { indexes: { articles: {} } }],
  ['indexes.articles.from', { indexes: { articles: { from: [] } } }],
  ['indexes.articles.from', { indexes: { articles: { from: ['content', 7] } } }],
  ['indexes.articles.form', { indexes: { articles: { from: 'content', form: 'content' } } }],
  ['indexes.articles.load', { indexes: { articles: { from: 'content', load: 'lazy' } } }],
  ['indexes.articles.strict', { indexes: { articles: { from: 'content', strict: 'yes' } } }],
  ['fields.title.boost', { indexes: { articles: { from: 'content', fields: { title: { boost: -1 } } } } }],
  ['exclude', { indexes: { articles: { from: 'content', exclude: 7 } } }],
  ['mapping.title', { indexes: { articles: { from: 'content', mapping: { title: 7 } } } }],
  ['indexes.articles.onBytes', { indexes: { articles: { from: 'content', onBytes: () => {} } } }],
  ['synonyms', { indexes: { articles: { from: 'content', french: { synonyms: 'trêve' } } } }],
  ['indexes.articles.french.stemmer', { indexes: { articles: { from: 'content', french: { stemmer: () => '' } } } }],
  ['indexes.articles.from', { indexes: { articles: { input: 7, out: 'articles.trv' } } }],
  ['storeFields', { indexes: { articles: { from: 'content', storeFields: 'title' } } }],
  ['idField', { indexes: { articles: { from: 'content', idField: '' } } }],
  ['stopWordPositions', { indexes: { articles: { from: 'content', stopWordPositions: 1 } } }],
])('%s of %j', (option, options) => {
  for (const make of [unplugin.vite, unplugin.rollup]) {
    expect(() => make(options as never)).toThrow(refused(option))
  }
})

test('right ones are taken', () => {
  const fields = { title: { boost: 3 }, body: {}, section: { type: 'keyword' } } as const
  const articles = {
    from: ['content', 'notes/*.md'],
    fields,
    storeFields: ['title'],
    load: 'ranges',
    strict: true,
    stopWordPositions: false,
  } as const
  const configured = defineConfig({
    input: 'content',
    out: 'public/search.trv',
    french: { stopWords: new Set(['or']) },
  })
  expect(unplugin.vite({ indexes: { articles, configured } }).name).toBe('trouvaille')
})
