/** Rendered on the server: the page that answers is HTML, and needs no script in the browser. */
import { openArticles } from './articles.mjs'
import { Marked } from './marked.jsx'

export default async function Page({ searchParams }) {
  const { q = '' } = await searchParams
  const index = await openArticles()
  const { total, hits } = index.search(String(q), { highlight: { fields: ['title', 'body'], snippet: 160 } })
  return (
    <main>
      <h1>La Gazette du val</h1>
      <search>
        <form>
          <label htmlFor="q">Chercher dans la gazette</label> <input id="q" name="q" type="search" defaultValue={q} />
        </form>
      </search>
      {q !== '' && <p>{total === 0 ? 'Aucun article.' : `${total} article${total > 1 ? 's' : ''}.`}</p>}
      <ol>
        {hits.map(({ id, highlights }) => (
          <li key={id}>
            <h2>
              <Marked highlight={highlights.title} />
            </h2>
            <p>
              <Marked highlight={highlights.body} />
            </p>
          </li>
        ))}
      </ol>
    </main>
  )
}
