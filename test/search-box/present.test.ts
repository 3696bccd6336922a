/** Hits as they are shown: titles, addresses that may be followed, sections of pages. */
import { describe, expect, test } from 'vitest'
import { planOf } from '../../src/search-box/plan.ts'
import { presentHit } from '../../src/search-box/present.ts'

const text = (name: string, title = false) => ({ name, type: 'text', stored: true, boost: 1, title }) as const
const plan = planOf([text('title', true), text('body'), text('heading')], {})
const pages = planOf(
  [text('title', true), text('body'), text('heading'), { name: 'page', type: 'keyword', stored: true }],
  {},
)
const hit = (document: Record<string, unknown>, others: object = {}) => ({
  id: 'x',
  score: 1,
  document,
  matches: {},
  ...others,
})

describe('addresses', () => {
  test.each([
    ['https://exemple.fr/a', 'https://exemple.fr/a'],
    ['/guide/', '/docs/guide/'],
    ['guide.html#b', 'guide.html#b'],
    ['//exemple.fr/a', '//exemple.fr/a'],
    ['#b', '#b'],
    ['?p=a:b', '?p=a:b'],
    ['a/b:c', 'a/b:c'],
    ['javascript:alert(1)', undefined],
    ['JavaScript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    [' \u0001javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['vbscript:x', undefined],
    ['', undefined],
    [5, undefined],
  ])('%j leads to %j', (url, href) => {
    expect(presentHit(hit({ title: 'A', url }), plan, { base: '/docs/' }).href).toBe(href)
  })

  test.each([
    ['https://exemple.fr/guide/a#b', '/guide/a#b'],
    ['https://exemple.fr', 'https://exemple.fr'],
    ['https://exemple.fr//ailleurs.fr/a', '/ailleurs.fr/a'],
    ['https://exemple.fr.ailleurs.fr/a', 'https://exemple.fr.ailleurs.fr/a'],
    ['https://autre.fr/a', 'https://autre.fr/a'],
    ['/a', '/docs/a'],
  ])('on its own site %j leads to %j', (url, href) => {
    expect(presentHit(hit({ title: 'A', url }), plan, { base: '/docs', site: 'https://exemple.fr/' }).href).toBe(href)
  })

  test('the setting names another field', () => {
    const document = { title: 'A', url: '/a', lien: '/b', photo: '/c.jpg' }
    expect(presentHit(hit(document), plan, { urlField: 'lien', imageField: 'photo' })).toMatchObject({
      href: '/b',
      image: '/c.jpg',
    })
  })
})

describe('texts', () => {
  test('the title is the id if there is none', () => {
    expect(presentHit(hit({}), plan, {}).title).toEqual({ text: 'x', ranges: [] })
  })

  test('the excerpt is the text with most marks', () => {
    const highlights = {
      title: { text: 'Une trêve', ranges: [[4, 9]] },
      body: {
        text: 'La trêve à Tripoli',
        ranges: [
          [3, 8],
          [11, 18],
        ],
      },
      author: { text: 'Anne Roy', ranges: [] },
    }
    const shown = presentHit(hit({ title: 'Une trêve', body: 'La trêve à Tripoli' }, { highlights }), plan, {})
    expect([shown.title, shown.excerpt]).toEqual([highlights.title, highlights.body])
  })

  test('without highlights, the texts are shown without marks, and a long one is cut', () => {
    const body = 'mot '.repeat(300)
    const { title, excerpt } = presentHit(hit({ title: 'Une trêve', body }, { highlights: {} }), plan, {})
    expect(title).toEqual({ text: 'Une trêve', ranges: [] })
    expect(excerpt?.text.length).toBeLessThanOrEqual(201)
    expect(excerpt?.text).toMatch(/ mot…$/)
  })

  test('the line below has a date, a section and an author, under their usual names', () => {
    const document = { title: 'A', published: '2019-11-14', rubrique: 'Monde', authors: ['A', 'B'], views: 3 }
    expect(presentHit(hit(document), plan, {}).meta).toEqual(['2019-11-14', 'Monde', 'A, B'])
    expect(presentHit(hit(document), plan, { metaFields: ['views'] }).meta).toEqual(['3'])
  })
})

describe('sections of a page', () => {
  const section = (heading: string, anchor: string) =>
    hit({ title: 'Guide', heading, body: `Sous ${heading} ici.`, url: `/guide/#${anchor}` })

  test('are links of their own below the page', () => {
    const best = { ...section('Installer', 'installer'), grouped: [section('Mettre à jour', 'maj')], groupedTotal: 4 }
    const shown = presentHit(best, pages, {})
    expect(shown).toMatchObject({ title: { text: 'Guide' }, href: '/guide/', excerpt: undefined, moreSections: 3 })
    expect(shown.sections).toMatchObject([
      { name: { text: 'Installer' }, href: '/guide/#installer', excerpt: { text: 'Sous Installer ici.' } },
      { name: { text: 'Mettre à jour' }, href: '/guide/#maj' },
    ])
  })

  test('what stands before the first heading is the page itself', () => {
    const lead = hit({ title: 'Guide', body: 'Ce que fait ce guide.', url: '/guide/' })
    const shown = presentHit({ ...lead, grouped: [section('Installer', 'installer')], groupedTotal: 1 }, pages, {})
    expect(shown).toMatchObject({ excerpt: { text: 'Ce que fait ce guide.' }, moreSections: 0 })
    expect(shown.sections.map(({ href }) => href)).toEqual(['/guide/#installer'])
  })
})
