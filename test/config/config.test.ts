import { describe, expect, test } from 'vitest'
import { defineConfig, type TrouvailleConfig } from '../../src/node.ts'

const least = { input: 'content', out: 'search.trv' }

test.each([
  [least],
  [{ ...least, input: ['content', 'notes/*.md'] }],
  [{ ...least, fields: ['title', 'body'], storeFields: ['title'], idField: 'slug' }],
  [{ ...least, fields: { title: { boost: 3 }, section: { type: 'keyword' } } }],
  [{ out: 'search.trv', sitemap: 'https://exemple.fr/sitemap.xml' }],
  [{ out: 'search.trv', sitemap: { url: 'https://exemple.fr/sitemap.xml', delay: 1000, limit: 500 } }],
  [{ ...least, editorial: 'decisions.yaml' }],
  [{ ...least, editorial: { promote: [{ query: 'aide', ids: ['apl'] }], hide: [7] } }],
  // Texts are found when documents are read.
  [{ ...least, fields: { date: { type: 'date' } } }],
  [{ ...least, fields: {} }],
  [{ ...least, stopWordPositions: false }],
  [{ ...least, french: { synonyms: [['trêve', 'répit']] }, sections: true, code: false, strict: true }],
  [{ ...least, include: '**/*.md', exclude: ['brouillons'], mapping: { title: ['titre', 'nom'] } }],
] as TrouvailleConfig[][])('%j is given back as it is', config => {
  expect(defineConfig(config)).toBe(config)
})

describe('what is wrong is named', () => {
  test.each([
    [undefined, 'config'],
    [[], 'config'],
    [{ out: 'a' }, 'input'],
    [{ ...least, input: [] }, 'input'],
    [{ ...least, input: '' }, 'input'],
    [{ ...least, sitemap: 'https://exemple.fr/sitemap.xml' }, 'input'],
    [{ out: 'a', sitemap: 'exemple.fr' }, 'sitemap'],
    [{ out: 'a', sitemap: { delay: 1 } }, 'sitemap.url'],
    [{ out: 'a', sitemap: { url: 'https://exemple.fr/sitemap.xml', limit: 0 } }, 'sitemap.limit'],
    [{ ...least, out: 3 }, 'out'],
    [{ ...least, langage: 'fr' }, 'langage'],
    [{ ...least, onProblem: () => {} }, 'onProblem'],
    [{ ...least, fields: 'title' }, 'fields'],
    [{ ...least, fields: ['title', 'title'] }, 'fields'],
    [{ ...least, fields: { title: { boost: -1 } } }, 'fields.title.boost'],
    [{ ...least, fields: { date: { type: 'jour' } } }, 'fields.date.type'],
    [{ ...least, storeFields: 'title' }, 'storeFields'],
    [{ ...least, idField: '' }, 'idField'],
    [{ ...least, stopWordPositions: 'none' }, 'stopWordPositions'],
    [{ ...least, french: { synonyms: 'trêve' } }, 'synonyms'],
    [{ ...least, mapping: { title: 0 } }, 'mapping.title'],
    [{ ...least, transform: 'x' }, 'transform'],
    [{ ...least, sections: 1 }, 'sections'],
    [{ ...least, editorial: { hide: 'a' } }, 'editorial.hide'],
  ])('%j', (config, option) => {
    expect(() => defineConfig(config as unknown as TrouvailleConfig)).toThrow(
      expect.objectContaining({ name: 'InvalidOptionError', option }),
    )
  })
})
