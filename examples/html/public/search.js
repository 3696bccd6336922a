/** Answers while the question is typed, from the file that `trouvaille build` made of these pages. */
import { loadLazily, toHTML } from './trouvaille.js'

const index = loadLazily(new URL('./search.trv', import.meta.url))
const [question, status, results] = ['question', 'status', 'results'].map(id => document.getElementById(id))

question.addEventListener('focus', () => index.open(), { once: true })
question.addEventListener('input', async () => {
  const asked = question.value
  const { total, hits } = await index.search(asked, {
    prefix: true,
    highlight: { fields: ['title', 'body'], snippet: 160 },
  })
  // What was typed meanwhile has an answer of its own.
  if (asked !== question.value) return
  status.textContent = asked.trim() === '' ? '' : total === 0 ? 'Aucune page.' : `${total} page${total > 1 ? 's' : ''}.`
  results.innerHTML = hits
    .map(
      ({ id, highlights: { title, body } }) => `<li><a href="${id}.html">${toHTML(title)}</a><br>${toHTML(body)}</li>`,
    )
    .join('')
})
