/** The page of `serve`: `<trouvaille-search>` over the served indexes, with an explanation of each hit. The server answers; the page displays. */
import type { TrouvailleSearch } from '../../../element/index.ts'
import type { Answer, IndexCard } from '../answers.ts'
import { all, byId, element } from './elements.ts'
import { explanationOf } from './explanation.ts'
import { explanationSheet } from './explanation-style.ts'
import { type Formats, formatsOf, languageAtStart } from './formats.ts'

const search = document.querySelector('trouvaille-search') as TrouvailleSearch
const file = byId('file', HTMLSelectElement)
const notes = byId('notes', HTMLElement)

let card: IndexCard | undefined
let formats: Formats = formatsOf(languageAtStart())

async function ask<Type>(path: string, parameters: Record<string, string>): Promise<Type> {
  const response = await fetch(`/api/${path}?${new URLSearchParams(parameters)}`)
  const body = await response.json()
  if (!response.ok) throw Object.assign(new Error(body.error), { code: body.code })
  return body
}

/** The selected index, with the interface that the element needs. */
function servedIndex({ name, fields }: IndexCard) {
  return {
    warmUp: async () => {},
    fields: async () => [...fields],
    search: async (query: string, options: object = {}) => {
      const answer = await ask<Answer>('search', { file: name, q: query, options: JSON.stringify(options) })
      showNotes(answer)
      return answer
    },
  }
}

/** What the element does not show: the time taken, and apparent operators that are read as words. */
function showNotes({ tookMs, problems }: Answer): void {
  const { texts, number } = formats
  const read = problems.map(({ code, text }) => texts.asWords(text, texts.problems[code]))
  notes.textContent = [texts.took(number(tookMs)), ...read].join(' · ')
}

/** Changes the language. */
function speak(language: 'fr' | 'en'): void {
  formats = formatsOf(language)
  const texts: Readonly<Record<string, unknown>> = formats.texts
  document.documentElement.lang = language
  search.setAttribute('label', formats.texts.label)
  search.setAttribute('lang', language)
  for (const labelled of all('[data-text]')) labelled.textContent = String(texts[labelled.dataset.text ?? ''])
  for (const labelled of all('[data-label]')) {
    labelled.setAttribute('aria-label', String(texts[labelled.dataset.label ?? '']))
  }
  for (const button of all('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === language))
  }
  notes.textContent = ''
  showCard()
}

function showCard(): void {
  if (card === undefined) return
  const { texts, number } = formats
  const { documents, words, bytes, examples, titleField = 'title', name } = card
  const size = texts.size(bytes, n => number(Math.round(n * 10) / 10))
  const before = file.length > 1 ? '' : `${name} · `
  byId('about', HTMLElement).textContent = ` ${before}${texts.about(number(documents), number(words), size)}`
  const queries = examples.flatMap(query => [' ', queryButton(query)])
  const hint = queries.length > 0 ? [texts.begin, ...queries, element('br', {})] : []
  byId('hint', HTMLElement).replaceChildren(...hint, texts.syntax(titleField))
}

/** A button that runs a query. */
function queryButton(query: string): HTMLButtonElement {
  const button = element('button', { type: 'button', lang: 'fr' }, query)
  button.addEventListener('click', () => search.search(query))
  return button
}

/** Opens an index. */
async function open(): Promise<void> {
  card = await ask<IndexCard>('index', { file: file.value })
  const { name, sorts } = card
  document.title = `${name} – Trouvaille`
  showCard()
  search.options = { sorts, metaFields: undefined }
  search.indexes = [{ index: servedIndex(card) }]
}

function keepFile(): void {
  const url = new URL(location.href)
  if (file.length > 1) url.searchParams.set('file', file.value)
  history.replaceState(null, '', url)
}

async function start(): Promise<void> {
  search.styleSheets = [explanationSheet()]
  search.decorate = (item, { hit, id }) => {
    const text = item.querySelector('.text')
    text?.append(element('p', { class: 'quiet id' }, String(id)))
    if (hit.explanation !== undefined) text?.append(explanationOf(hit.explanation, formats))
  }
  speak(languageAtStart())
  const names = await ask<string[]>('indexes', {})
  file.replaceChildren(...names.map(name => new Option(name, name)))
  file.hidden = names.length < 2
  file.value = new URLSearchParams(location.search).get('file') ?? names[0]
  if (file.selectedIndex === -1) file.selectedIndex = 0
  await open()
}

function fail(error: unknown): void {
  notes.textContent = `${formats.texts.failed} ${error instanceof Error ? error.message : String(error)}`
}

file.addEventListener('change', () => {
  keepFile()
  open().catch(fail)
})
for (const button of all('[data-language]')) {
  button.addEventListener('click', () => {
    const language = button.dataset.language === 'fr' ? 'fr' : 'en'
    sessionStorage.setItem('language', language)
    speak(language)
  })
}

start().catch(fail)
