/** Answers while the question is typed; the service worker has kept all that this needs. */
import { loadLazily, toHTML } from './trouvaille.js'

await navigator.serviceWorker.register('./worker.js')

const index = loadLazily(new URL('./articles.trv', import.meta.url))
const [question, status, results] = ['question', 'status', 'results'].map(id => document.getElementById(id))

question.addEventListener('input', async () => {
  const asked = question.value
  const { total, hits } = await index.search(asked, {
    prefix: true,
    highlight: { fields: ['title', 'body'], snippet: 160 },
  })
  // What was typed meanwhile has an answer of its own.
  if (asked !== question.value) return
  status.textContent =
    asked.trim() === '' ? '' : total === 0 ? 'Aucun article.' : `${total} article${total > 1 ? 's' : ''}.`
  results.innerHTML = hits
    .map(({ highlights: { title, body } }) => `<li><strong>${toHTML(title)}</strong><br>${toHTML(body)}</li>`)
    .join('')
})
