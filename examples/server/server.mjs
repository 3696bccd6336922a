/** A search API over HTTP: `/api/search?q=…&section=…&after=…` gives a page of hits with highlights, facets, and the way to the next page. */
import { createServer } from 'node:http'
import { toHTML } from 'trouvaille'
import { openFile } from 'trouvaille/node'

const PAGE = 2

const index = await openFile(new URL('./articles.trv', import.meta.url).pathname)

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost')
  if (pathname !== '/api/search') return send(response, 404, { error: 'Il n’y a rien à cette adresse.' })
  try {
    send(response, 200, answer(searchParams))
  } catch (error) {
    // A cursor that someone made up, or one of a file that was replaced.
    if (!['INVALID_OPTION', 'STALE_CURSOR'].includes(error.code)) throw error
    send(response, 400, { error: error.message })
  }
})

function answer(parameters) {
  const section = parameters.getAll('section')
  const { total, hits, next, facets, correction } = index.search(parameters.get('q') ?? '', {
    limit: PAGE,
    after: parameters.get('after') ?? undefined,
    filter: section.length > 0 ? { section } : undefined,
    facets: ['section'],
    highlight: { fields: ['title', 'body'], snippet: 160 },
  })
  return {
    total,
    next,
    correction,
    facets,
    hits: hits.map(({ id, score, document, highlights }) => ({
      id,
      score,
      date: document.date,
      section: document.section,
      title: toHTML(highlights.title),
      passage: toHTML(highlights.body),
    })),
  }
}

function send(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/api/search?q=chevaux`)
})
