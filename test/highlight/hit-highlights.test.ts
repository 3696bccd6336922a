/** Highlights of hits: asked for with the search, from stored fields, the same however the index is cut. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidOptionError, SearchIndex, toHTML } from '../../src/index.ts'
import { collection, question } from '../support/arbitrary.ts'
import { withBrackets } from '../support/brackets.ts'
import type { PlainDocument } from '../support/brute-force.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

interface Article {
  id: number
  title: string
  body: string
  tags?: (string | number)[] | string | null
  secret?: string
}

const ARTICLES: Article[] = [
  {
    id: 1,
    title: 'L’offensive d’Haftar',
    body: `${'Rien à signaler ici. '.repeat(20)}Haftar refuse le cessez-le-feu. ${'Rien. '.repeat(40)}`,
    tags: ['Libye', 'Haftar', 5, '500'],
    secret: 'Haftar',
  },
  { id: 2, title: 'À Tripoli', body: 'Un feu à Tripoli.', tags: null },
]

const index = () => {
  const made = new SearchIndex<Article>({
    fields: ['title', 'body', 'tags', 'secret'],
    storeFields: ['title', 'body', 'tags'],
  })
  made.addAll(ARTICLES)
  return made
}

describe('search with highlight', () => {
  test('gives titles whole and the best window of long texts', () => {
    const { hits } = index().search('haftar cessez-le-feu', { highlight: { fields: ['title', 'body'] } })
    expect(hits[0].highlights && withBrackets(hits[0].highlights.title ?? { text: '', ranges: [] })).toBe(
      'L’offensive d’[Haftar]',
    )
    const body = hits[0].highlights?.body
    expect(body && withBrackets(body)).toMatch(/^…\[Haftar\] refuse le \[cessez-le-feu\]\. Rien\. .*…$/)
    expect(body?.text.length).toBeLessThanOrEqual(162)
    expect(body && toHTML(body)).toContain('<mark>Haftar</mark> refuse le <mark>cessez-le-feu</mark>.')
  })

  test('gives whole texts with snippet: false, shorter windows with a number', () => {
    const whole = index().search('haftar', { highlight: { fields: ['body'], snippet: false } }).hits[0].highlights?.body
    expect(whole?.text).toBe(ARTICLES[0].body)
    const short = index().search('haftar', { highlight: { fields: ['body'], snippet: 50 } }).hits[0].highlights?.body
    expect(short?.text.length).toBeLessThanOrEqual(52)
    expect(short && withBrackets(short)).toContain('[Haftar]')
  })

  test('puts the texts of an array on lines of their own, so that no word runs across two', () => {
    const hit = index().search('haftar 5500', { highlight: { fields: ['tags'] } }).hits[0]
    expect(hit.highlights?.tags && withBrackets(hit.highlights.tags)).toBe('Libye\n[Haftar]\n5\n500')
  })

  test('has no highlight for a field without text, and no highlights where none were asked for', () => {
    const { hits } = index().search('tripoli', { highlight: { fields: ['tags', 'title'] } })
    expect(Object.keys(hits[0].highlights ?? {})).toEqual(['title'])
    expect('highlights' in index().search('tripoli').hits[0]).toBe(false)
  })

  test('marks the one word that two of the question make', () => {
    const made = new SearchIndex<Article>({ fields: ['title'], storeFields: ['title'] })
    made.add({ id: 1, title: 'Un weekend à la mer', body: '' })
    const { hits } = made.search('week end', { match: 'all', highlight: { fields: ['title'] } })
    expect(hits.map(({ highlights }) => highlights?.title && withBrackets(highlights.title))).toEqual([
      'Un [weekend] à la mer',
    ])
  })

  test('shows a text that answers nothing from its beginning', () => {
    const { hits } = index().search('offensive', { highlight: { fields: ['body'], snippet: 40 } })
    expect(hits[0].highlights?.body).toEqual({ text: 'Rien à signaler ici. Rien à signaler…', ranges: [] })
  })

  test('shows the rarer word where there is room for one only', () => {
    const many = new SearchIndex<Article>({ fields: ['body'], storeFields: ['body'] })
    const gap = 'et puis encore autre chose '.repeat(10)
    many.add({ id: 0, title: '', body: `La ville est là ${gap} le maréchal aussi ${gap}` })
    for (let id = 1; id < 20; id++) many.add({ id, title: '', body: 'une ville' })
    const hit = many.search('ville maréchal', { highlight: { fields: ['body'], snippet: 60 } }).hits[0]
    expect(hit.highlights?.body && withBrackets(hit.highlights.body)).toContain('[maréchal]')
  })
})

describe('names what is wrong', () => {
  const search = (highlight: unknown) => () => index().search('feu', { highlight: highlight as { fields: ['title'] } })
  test.each([
    ['highlight', null],
    ['highlight', 'title'],
    ['highlight.fields', {}],
    ['highlight.fields', { fields: [] }],
    ['highlight.fields', { fields: 'title' }],
    ['highlight.fields', { fields: ['titel'] }],
    ['highlight.fields', { fields: ['secret'] }],
    ['highlight.snippet', { fields: ['title'], snippet: 39 }],
    ['highlight.snippet', { fields: ['title'], snippet: true }],
    ['highlight.snippet', { fields: ['title'], snippet: 10_001 }],
    ['highlight.tag', { fields: ['title'], tag: 'b' }],
  ])('%s for %j', (option, highlight) => {
    expect(search(highlight)).toThrow(InvalidOptionError)
    expect(search(highlight)).toThrow(`ption "${option}"`)
  })

  test('and what is allowed', () => {
    expect(search({ fields: ['secret'] })).toThrow(
      'Option "highlight.fields" is "secret". Expected one or more of the stored text fields: title, body, tags.',
    )
  })
})

test('live, packed and reopened indexes give the same highlights', () => {
  const language = plainLanguage('french')
  const options = { fields: ['title', 'body'] as const, storeFields: ['title', 'body'] as const, language }
  fc.assert(
    fc.property(collection(), question, fc.nat(24), (documents, asked, cutAt) => {
      const live = new SearchIndex<PlainDocument>(options)
      live.addAll(documents)
      const first = new SearchIndex<PlainDocument>(options)
      first.addAll(documents.slice(0, cutAt))
      const cut = SearchIndex.fromBytes<PlainDocument>(first.toBytes(), { language })
      cut.addAll(documents.slice(cutAt))
      const answer = (made: SearchIndex<PlainDocument>) =>
        made
          .search(asked, { limit: 30, highlight: { fields: ['title', 'body'], snippet: 40 } })
          .hits.map(hit => hit.highlights)
      expect(answer(cut)).toEqual(answer(live))
    }),
    { numRuns: runs(150) },
  )
})

test('every hit that holds a word of the question in a stored field has it marked there', () => {
  const language = plainLanguage()
  fc.assert(
    fc.property(collection(), question, (documents, asked) => {
      const made = new SearchIndex<PlainDocument>({
        fields: ['title', 'body'],
        storeFields: ['title', 'body'],
        language,
      })
      made.addAll(documents)
      for (const { matches, highlights } of made.search(asked, { limit: 30, highlight: { fields: ['title', 'body'] } })
        .hits) {
        expect((highlights?.title?.ranges.length ?? 0) > 0).toBe(matches.title !== undefined)
        expect((highlights?.body?.ranges.length ?? 0) > 0).toBe(matches.body !== undefined)
      }
    }),
    { numRuns: runs(150) },
  )
})
