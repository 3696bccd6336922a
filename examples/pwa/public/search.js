/** Answers while someone types. The service worker keeps everything that this needs. */
import { openIndex } from './trouvaille/client.js'

// Without a service worker the page still searches, but only with a network.
navigator.serviceWorker?.register('./worker.js').catch(console.error)

// Offline there are no ranges to ask for: the whole file is kept.
const index = openIndex(new URL('./articles.trv', import.meta.url), { load: 'whole' })
const [form, field, status, results] = ['search', 'query', 'status', 'results'].map(id => document.getElementById(id))
let newest = 0

field.addEventListener('focus', () => index.warmUp().catch(() => {}), { once: true })
// While someone types, the last word may be unfinished.
field.addEventListener('input', () => answer({ prefix: true }))
form.addEventListener('submit', event => {
  event.preventDefault()
  answer({ prefix: false })
})

async function answer({ prefix }) {
  // Only the last query counts. The others are not aborted: what they read of the index serves the next one.
  const number = ++newest
  const query = field.value.trim()
  const highlight = { fields: ['title', 'body'], snippet: 160 }
  try {
    const { total, hits } = await index.search(query, { prefix, highlight })
    if (number !== newest) return
    status.textContent = query === '' ? '' : countOf(total, query)
    results.replaceChildren(...hits.map(item))
  } catch (error) {
    if (number !== newest) return
    // The next query tries again.
    status.textContent = 'La recherche est indisponible pour le moment. Réessayez dans un instant.'
    results.replaceChildren()
    console.error(error)
  }
}

function countOf(total, query) {
  if (total === 0) return `Aucun résultat pour « ${query} ».`
  return `${total} résultat${total > 1 ? 's' : ''}.`
}

function item(hit) {
  const title = document.createElement('strong')
  title.append(passage(hit, 'title'))
  const text = document.createElement('p')
  text.append(passage(hit, 'body'))
  const item = document.createElement('li')
  item.append(title, text)
  return item
}

/** Highlights are missing if a field is empty, or if their code could not be loaded. */
function passage({ document, highlights }, field) {
  return marked(highlights?.[field] ?? { text: (document[field] ?? '').slice(0, 160), ranges: [] })
}

/** The text with each of its ranges in a `<mark>`. It stays text: nothing needs escaping. */
function marked({ text, ranges }) {
  const fragment = document.createDocumentFragment()
  let end = 0
  for (const [from, to] of ranges) {
    const mark = document.createElement('mark')
    mark.textContent = text.slice(from, to)
    fragment.append(text.slice(end, from), mark)
    end = to
  }
  fragment.append(text.slice(end))
  return fragment
}
