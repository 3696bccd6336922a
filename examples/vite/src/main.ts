/** The page: opens the index, answers as you type, speaks two languages. */
import type { Highlight } from 'trouvaille'
import { type ClientInspection, openIndex } from 'trouvaille/client'
import articlesUrl from './articles.trv?url'
import { type Article, resultItem } from './result.ts'
import './style.css'
import { examples, type Language, texts } from './texts.ts'

const LIMIT = 10
const HIGHLIGHT = { fields: ['title', 'body'], snippet: 220 } as const

const index = openIndex<Article, keyof Article>(articlesUrl)
const form = find('form', HTMLFormElement)
const input = find('input', HTMLInputElement)
const status = find('.status', HTMLElement)
const results = find('.results', HTMLElement)

const address = new URL(location.href)
let language: Language = (address.searchParams.get('lang') ?? navigator.language).startsWith('fr') ? 'fr' : 'en'
let inspection: ClientInspection | undefined
let newest = 0

input.value = address.searchParams.get('q') ?? ''
speak()
showExamples()
form.addEventListener('submit', event => {
  event.preventDefault()
  answer()
})
input.addEventListener('input', answer)
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-language]')) {
  button.addEventListener('click', () => {
    language = button.dataset.language === 'fr' ? 'fr' : 'en'
    address.searchParams.set('lang', language)
    speak()
    answer()
  })
}
input.focus()

try {
  // Opens the index before anyone types.
  inspection = await index.inspect()
  speak()
} catch (error) {
  // The first query tries again.
  console.error(error)
}
answer()

/** Answers the query in the field, and keeps it in the address, so that a search can be sent to someone. */
async function answer(): Promise<void> {
  const query = input.value.trim()
  if (query === '') address.searchParams.delete('q')
  else address.searchParams.set('q', query)
  history.replaceState(null, '', address)
  document.body.classList.toggle('answering', query !== '')

  // Only the last query counts. The others are not aborted: what they read of the index serves the next one.
  const turn = ++newest
  const say = texts[language]
  if (query === '') {
    results.replaceChildren()
    status.textContent = say.ready
    return
  }
  try {
    const options = { limit: LIMIT, prefix: true, highlight: HIGHLIGHT }
    const { total, hits, tookMs } = await index.search(query, options)
    if (turn !== newest) return
    status.textContent =
      total === 0 ? say.none(query) : `${say.found(total, hits.length)} ${say.took(number(tookMs, 1))}`
    results.replaceChildren(...hits.map(hit => resultItem(hit, language, () => wholeBody(query, hit.id))))
  } catch (error) {
    if (turn !== newest) return
    results.replaceChildren()
    status.textContent = say.failed
    console.error(error)
  }
}

/** The body of a hit with the words of the query marked. */
async function wholeBody(query: string, id: string | number): Promise<Highlight | undefined> {
  const { hits } = await index.search(query, {
    limit: LIMIT,
    prefix: true,
    highlight: { fields: ['body'], snippet: false },
  })
  return hits.find(hit => hit.id === id)?.highlights?.body
}

/** Puts the page in its language. */
function speak(): void {
  const say = texts[language]
  document.documentElement.lang = language
  document.title = `Trouvaille – ${say.heading}`
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = say[element.dataset.text as 'heading' | 'label' | 'hint' | 'examples']
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-language]')) {
    button.ariaPressed = String(button.dataset.language === language)
  }
  if (inspection === undefined) return
  const { documents, words, bytes } = inspection
  find('footer', HTMLElement).textContent = say.about(number(documents), number(words), number(bytes / 1000))
}

function showExamples(): void {
  const items = examples.map(query => {
    const item = document.createElement('li')
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = query
    button.addEventListener('click', () => {
      input.value = query
      answer()
      input.focus()
    })
    item.append(button)
    return item
  })
  find('.examples ul', HTMLElement).append(...items)
}

function number(value: number, digits = 0): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value)
}

function find<T extends HTMLElement>(selector: string, type: new () => T): T {
  const found = document.querySelector(selector)
  if (found instanceof type) return found
  throw new Error(`index.html has no ${selector}`)
}
