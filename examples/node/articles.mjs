/** Reads the articles of index-data/ into plain objects, as an application would get its own from a database. */
import { readdir, readFile } from 'node:fs/promises'

const folder = new URL('../../index-data/articles/', import.meta.url)

/** @returns {Promise<{ id: string, title: string, date: string, section: string, author: string, body: string }[]>} */
export async function readArticles() {
  const names = (await readdir(folder)).filter(name => name.endsWith('.md')).sort()
  return Promise.all(names.map(async name => readArticle(await readFile(new URL(name, folder), 'utf8'))))
}

/** The front matter of these articles is one `key: value` a line; `trouvaille build` reads any YAML. */
function readArticle(text) {
  const [, head, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text)
  const pairs = head.split('\n').map(line => {
    const [, key, value] = /^(\w+): (.*)$/.exec(line)
    return [key, value.startsWith("'") ? value.slice(1, -1).replaceAll("''", "'") : value]
  })
  return { ...Object.fromEntries(pairs), body: body.trim() }
}
