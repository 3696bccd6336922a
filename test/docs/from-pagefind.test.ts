/** The examples of docs/from-pagefind.md give what they say: the page that it marks up is read, and the index of it is searched. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openIndex, SearchIndex } from '../../src/index.ts'
import { readHtml } from '../../src/readers/index.ts'
import { testExamples } from '../support/page-examples.ts'

const text = readFileSync(join(import.meta.dirname, '../../docs/from-pagefind.md'), 'utf8')
const [before, after] = [...text.matchAll(/```html\n(<html[\s\S]*?)```/g)].map(([, html]) => html)
const read = async (html: string) => {
  for await (const { fields } of readHtml(html)) return fields
}
const page = await read(after)

const index = new SearchIndex({
  fields: { title: {}, body: {}, section: { type: 'keyword' }, date: { type: 'date' } },
  storeFields: ['title', 'body', 'url'],
})
index.addAll([
  { id: 'foire', ...page },
  { id: 'manege', title: 'Les chevaux du manège', body: 'Un tour, encore un tour.', section: 'loisirs' },
])

testExamples('from-pagefind.md', 1, { openIndex: () => openIndex(index.toBytes()) })

test('the marks are read', () => {
  expect(page).toEqual({
    lang: 'fr',
    title: 'La foire aux chevaux',
    author: 'Inès Bouaziz',
    section: 'sport',
    date: '2025-03-21',
    url: '/foire/',
    body: 'Un cheval de trait a gagné.',
  })
})

test('those of Pagefind are not', async () => {
  expect((await read(before))?.body).toContain('Partager cette page')
})

test('a field of one’s own, an image', async () => {
  const fields = await read(
    '<head><meta name="trouvaille:saison" content="hiver"><meta name="trouvaille:image" content="/photo.jpg"></head><body><h1>Neige</h1><img alt="Un col"></body>',
  )
  expect(fields).toMatchObject({ saison: 'hiver', image: '/photo.jpg', body: 'Un col' })
})
