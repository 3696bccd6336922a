/** The paragraphs of this repository's articles as documents of one index: some hundred pages of 4 KiB, enough for a file that is read in parts. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SearchIndex } from '../../src/search-index.ts'

export interface Paragraph {
  id: string
  title: string
  body: string
}

/** An article with what is known about it. */
export interface Article extends Paragraph {
  section: string
  /** `2019-11-14` */
  date: string
  author: string
}

export function readArticles(): Paragraph[] {
  return readWholeArticles().map(({ id, title, body }) => ({ id, title, body }))
}

export function readWholeArticles(): Article[] {
  const folder = join(import.meta.dirname, '../../index-data/articles')
  return readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .map(name => {
      const [, head, body] = readFileSync(join(folder, name), 'utf8').split(/^---$/m)
      const field = (name: string) => new RegExp(`^${name}: *["']?(.*?)["']?$`, 'm').exec(head)?.[1] ?? ''
      const [title, section, date, author] = ['title', 'section', 'date', 'author'].map(field)
      return { id: name.slice(0, -3), title, body: body.trim(), section, date, author }
    })
}

export function readParagraphs(): Paragraph[] {
  return readArticles().flatMap(({ id, title, body }) =>
    body.split(/\n\n+/).map((paragraph, i) => ({ id: `${id}/${i}`, title, body: paragraph })),
  )
}

/** The bytes of the index of all paragraphs, or of the first `most`. */
export function buildParagraphs(most = Number.POSITIVE_INFINITY): Uint8Array {
  const index = new SearchIndex<Paragraph>({ fields: ['title', 'body'], storeFields: ['title', 'body'] })
  index.addAll(readParagraphs().slice(0, most))
  return index.toBytes()
}

/** Questions that take every way through the executor: inflections, wholes, other spellings, families, typos, numbers, stop words alone. */
export const QUESTIONS = [
  'Haftar Tripoli cessez-le-feu',
  'negocier une treve',
  'manifestation étudiante',
  'week-end',
  'Hafter Tripolli',
  'l’eau des glaciers',
  '14 novembre 2019',
  'élections municipales à Paris',
  'à la',
  '"cessez-le-feu" Tripoli',
  'glaciers -Alpes',
  'title:Tripoli OU pêch*',
  'introuvablissime',
  '',
]
