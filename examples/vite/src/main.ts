/** The page: opens the index, answers as you type, speaks two languages. */
import { type Inspection, SearchIndex } from 'trouvaille'
import articlesUrl from './articles.trv?url'
import { completed } from './completed.ts'
import { type Article, resultItem } from './result.ts'
import './style.css'
import { examples, type Language, texts } from './texts.ts'

const LIMIT = 10
const HIGHLIGHT = { fields: ['title', 'body'], snippet: 220 } as const

const form = find('form', HTMLFormElement)
const input = find('input', HTMLInputElement)
const status = find('.status', HTMLElement)
const results = find('.results', HTMLElement)

const address = new URL(location.href)
let language: Language = (address.searchParams.get('lang') ?? navigator.language).startsWith('fr') ? 'fr' : 'en'
let opened: { index: SearchIndex<Article>; inspection: Inspection } | undefined

input.value = address.searchParams.get('q') ?? ''
speak()
showExamples()
form.addEventListener('submit', event => event.preventDefault())
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
  const bytes = new Uint8Array(await (await fetch(articlesUrl)).arrayBuffer())
  const index = SearchIndex.fromBytes<Article>(bytes)
  opened = { index, inspection: index.inspect() }
  // The first question makes tables that all others share: better now than when someone waits.
  index.search(examples[0], { limit: 1, highlight: HIGHLIGHT })
  speak()
  answer()
} catch (error) {
  status.textContent = texts[language].failed
  throw error
}

/** Answers what stands in the field, and keeps it in the address, so that a search can be sent to someone. */
function answer(): void {
  const question = input.value.trim()
  if (question === '') address.searchParams.delete('q')
  else address.searchParams.set('q', question)
  history.replaceState(null, '', address)

  const say = texts[language]
  results.replaceChildren()
  document.body.classList.toggle('answering', question !== '')
  if (opened === undefined) return
  if (question === '') {
    status.textContent = say.ready
    return
  }
  const asked = completed(question, opened.index, opened.inspection)
  const { total, hits, tookMs } = opened.index.search(asked, { limit: LIMIT, highlight: HIGHLIGHT })
  status.textContent =
    total === 0 ? say.none(question) : `${say.found(total, hits.length)} ${say.took(number(tookMs, 1))}`
  results.append(...hits.map(hit => resultItem(hit, asked, language)))
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
  if (opened === undefined) return
  const { documents, words, bytes } = opened.inspection
  find('footer', HTMLElement).textContent = say.about(number(documents), number(words), number(bytes / 1000))
}

function showExamples(): void {
  const items = examples.map(question => {
    const item = document.createElement('li')
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = question
    button.addEventListener('click', () => {
      input.value = question
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
