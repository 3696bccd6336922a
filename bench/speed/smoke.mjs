/** A collection made of the repository's own articles, repeated: enough to see that the bench runs, never to measure with. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const REPEATED = 20

/**
 * @param {string} parent the folder to make it in
 * @returns {string} the collection's folder
 */
export function smokeCollection(parent) {
  const source = fileURLToPath(new URL('../../index-data/articles', import.meta.url))
  const articles = readdirSync(source)
    .filter(file => file.endsWith('.md'))
    .map(file => {
      const markdown = readFileSync(join(source, file), 'utf8')
      const title = /^(?:title: *|# +)["']?(.*?)["']?$/m.exec(markdown)?.[1] ?? file
      return { id: file, title, text: markdown }
    })
  const documents = Array.from({ length: REPEATED }, (_, n) =>
    articles.map(article => ({ ...article, id: `${n}/${article.id}` })),
  )
  const folder = join(parent, 'smoke')
  mkdirSync(folder)
  const lines = (/** @type {readonly object[]} */ values) => values.map(value => `${JSON.stringify(value)}\n`).join('')
  writeFileSync(join(folder, 'corpus.jsonl'), lines(documents.flat()))
  writeFileSync(join(folder, 'queries.jsonl'), lines(articles.map(({ id, title }) => ({ id, text: title }))))
  writeFileSync(join(folder, 'qrels.tsv'), articles.map(({ id }) => `${id}\t0/${id}\t1\n`).join(''))
  return folder
}
