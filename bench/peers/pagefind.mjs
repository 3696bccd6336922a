/**
 * Pagefind in Node: its indexer reads each document as a page of a site, and the code that it has for browsers answers, with the files of the index at hand.
 *
 * A document is an HTML page with its title as `h1`, which counts seven times by default. A custom record has no heading. Pagefind finds only pages that
 * hold all words of a query.
 */

import { createIndex } from 'pagefind'
import { fromJsonBytes, packageVersion, toJsonBytes } from './peer.mjs'

/**
 * @typedef {import('./peer.mjs').Hit} Hit
 * @typedef {{ id: string, score: number, data(): Promise<{ url: string }> }} Result
 * @typedef {{ search(query: string): Promise<{ results: Result[] }> }} Instance
 * @typedef {{ files: Map<string, Uint8Array>, ids: string[], instance: Instance, documentOf: Map<string, string> }} PagefindIndex
 *   `files`: those of the index by path; `ids`: of the documents, by their number, which is their address; `documentOf`: the documents of results seen before
 */

/** Pages are handed over to the indexer in groups, which its pipe can hold. */
const GROUP = 200
/** Where the client believes that the index is. Nothing is requested: `fetch` answers from memory. */
const ORIGIN = 'https://pagefind.invalid'
const FOLDER = `${ORIGIN}/pagefind/`

/**
 * @param {string} name
 * @param {string} language ISO 639-1
 * @returns {import('./peer.mjs').Peer<PagefindIndex>}
 */
export function pagefindPeer(name, language) {
  return {
    name,
    version: packageVersion('pagefind'),
    build: async documents => {
      const { index, errors } = await createIndex({ forceLanguage: language })
      if (index === undefined) throw new Error(errors.join('\n'))
      for (let from = 0; from < documents.length; from += GROUP) {
        const group = documents.slice(from, from + GROUP)
        const added = await Promise.all(
          group.map((document, i) => index.addHTMLFile({ url: `/${from + i}`, content: pageOf(document, language) })),
        )
        const problems = added.flatMap(({ errors }) => errors)
        if (problems.length > 0) throw new Error(problems.join('\n'))
      }
      const { files } = await index.getFiles()
      await index.deleteIndex()
      return openFiles(
        files.map(({ path, content }) => [path, content]),
        documents.map(({ id }) => id),
      )
    },
    save: ({ files, ids }) =>
      toJsonBytes({ ids, files: [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]) }),
    load: bytes => {
      const { ids, files } = fromJsonBytes(bytes)
      return openFiles(
        files.map((/** @type {[string, string]} */ [path, text]) => [path, Buffer.from(text, 'base64')]),
        ids,
      )
    },
    search: async ({ instance, ids, documentOf }, question, limit) => {
      const { results } = await instance.search(question)
      /** @type {Hit[]} */
      const hits = []
      for (const result of results.slice(0, limit)) {
        let document = documentOf.get(result.id)
        if (document === undefined) {
          document = ids[Number((await result.data()).url.replaceAll('/', ''))]
          documentOf.set(result.id, document)
        }
        hits.push({ id: document, score: result.score })
      }
      return hits
    },
  }
}

/**
 * @param {[string, Uint8Array][]} entries
 * @param {string[]} ids
 * @returns {Promise<PagefindIndex>}
 */
async function openFiles(entries, ids) {
  const files = new Map(entries)
  const script = files.get('pagefind.js')
  if (script === undefined) throw new Error('Pagefind built no client.')
  answerFetchesFrom(files)
  const { createInstance } = await import(`data:text/javascript;base64,${Buffer.from(script).toString('base64')}`)
  const instance = createInstance({ basePath: FOLDER, baseUrl: '/' })
  await instance.init()
  return { files, ids, instance, documentOf: new Map() }
}

/** One index a process, so the global `fetch` may answer for it. @param {ReadonlyMap<string, Uint8Array>} files */
function answerFetchesFrom(files) {
  globalThis.fetch = async address => {
    const { pathname } = new URL(String(address))
    const bytes = files.get(pathname.slice(new URL(FOLDER).pathname.length))
    return bytes === undefined ? new Response(null, { status: 404 }) : new Response(new Uint8Array(bytes))
  }
}

/**
 * @param {import('../collections.mjs').Article} document
 * @param {string} language
 */
function pageOf({ title, text }, language) {
  const heading = escaped(title)
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${heading}</title></head><body><h1>${heading}</h1><p>${escaped(text)}</p></body></html>`
}

/** @param {string} text */
const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
