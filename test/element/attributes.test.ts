/** The attributes of the element, right and wrong. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ATTRIBUTES, settingsOf } from '../../src/element/attributes.ts'

const settings = (attributes: Record<string, string>) => settingsOf(name => attributes[name] ?? null)

test('all take their defaults if none is given', () => {
  expect(settings({})).toMatchObject({
    mode: 'page',
    sources: [],
    param: 'q',
    keepsRecent: false,
    shortcuts: [],
    headingLevel: 2,
    usesWorker: false,
    facets: undefined,
    hits: undefined,
  })
})

describe('what is wrong takes its default', () => {
  test.each([
    [{ mode: 'popup' }, { mode: 'page' }],
    [{ hits: 'many' }, { hits: undefined }],
    [{ hits: '0' }, { hits: 1 }],
    [{ hits: '99999' }, { hits: 1000 }],
    [{ debounce: '-5' }, { debounce: undefined }],
    [{ 'heading-level': '9' }, { headingLevel: 6 }],
  ])('%j', (attributes, expected) => {
    expect(settings(attributes as never)).toMatchObject(expected)
  })
})

test.each([
  [
    { src: ' /a.trv  /b.trv ', labels: 'Articles , Lois' },
    { sources: ['/a.trv', '/b.trv'], sourceLabels: ['Articles', 'Lois'] },
  ],
  [{ facets: 'section: Rubrique, date' }, { facets: ['section', 'date'], labels: { section: 'Rubrique' } }],
  [{ facets: '' }, { facets: [] }],
  [{ mode: 'list', facets: 'section' }, { facets: [] }],
  [{ sorts: 'date: Date : la plus récente' }, { sorts: ['date'], labels: { date: 'Date : la plus récente' } }],
  [{ mode: 'dialog' }, { shortcuts: ['mod+k', '/'], param: undefined }],
  [{ mode: 'dialog', shortcuts: '' }, { shortcuts: [] }],
  [{ mode: 'dialog', shortcuts: 'Mod+J' }, { shortcuts: ['mod+j'] }],
  [{ mode: 'list', param: 's' }, { param: 's' }],
  [{ param: '' }, { param: undefined }],
  [
    { recent: '', worker: '' },
    { keepsRecent: true, usesWorker: true },
  ],
])('%j', (attributes, expected) => {
  expect(settings(attributes as never)).toMatchObject(expected)
})

test.each(['docs/element.md', 'docs/fr/element.md'])('%s describes each attribute', page => {
  const text = readFileSync(join(import.meta.dirname, '../..', page), 'utf8')
  for (const name of ATTRIBUTES) expect(text, name).toContain(`\`${name}\``)
})
