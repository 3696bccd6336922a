/** The page of `serve`: asks while one types, shows what answers, and keeps the question in its address. */
import { isWorthSaying } from '../../messages/held-words.ts'
import type { Answer, IndexCard } from '../answers.ts'
import { all, byId, element } from './elements.ts'
import { type Formats, resultItem } from './result.ts'
import { texts } from './texts.ts'

const PAGE = 10
/** Between two letters of someone who types; not to be felt. */
const TYPING_MS = 60

const question = byId('question', HTMLInputElement)
const status = byId('status', HTMLElement)
const results = byId('results', HTMLOListElement)
const facets = byId('facets', HTMLElement)
const more = byId('more', HTMLButtonElement)
const sort = byId('sort', HTMLSelectElement)
const file = byId('file', HTMLSelectElement)

const address = new URLSearchParams(location.search)
/** Values chosen, by column. */
const chosen = new Map<string, Set<string>>()
let card: IndexCard | undefined
let shown: Answer | undefined
let pending = new AbortController()
let formats = formatsOf(languageAtStart())

function languageAtStart(): 'fr' | 'en' {
  const kept = sessionStorage.getItem('language') ?? document.documentElement.lang
  return kept === 'fr' ? 'fr' : 'en'
}

function formatsOf(language: 'fr' | 'en'): Formats {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  return { texts: texts[language], number: n => number.format(n), date: day => date.format(day) }
}

async function ask<Type>(path: string, parameters: URLSearchParams, signal?: AbortSignal): Promise<Type> {
  const response = await fetch(`/api/${path}?${parameters}`, { signal: signal ?? null })
  const body = await response.json()
  if (!response.ok) throw new Error(body.error)
  return body
}

/** What is asked now. */
function parameters(offset: number): URLSearchParams {
  const asked = new URLSearchParams({
    file: file.value,
    q: question.value,
    limit: String(PAGE),
    offset: String(offset),
  })
  if (sort.value !== '') asked.set('sort', sort.value)
  for (const [field, values] of chosen) for (const value of values) asked.append(`in.${field}`, value)
  return asked
}

function isAsking(): boolean {
  return question.value.trim() !== '' || [...chosen.values()].some(values => values.size > 0)
}

async function search(offset = 0): Promise<void> {
  pending.abort()
  pending = new AbortController()
  keepInAddress()
  if (!isAsking()) {
    shown = undefined
    show()
    return
  }
  try {
    const answer = await ask<Answer>('search', parameters(offset), pending.signal)
    shown = offset === 0 || shown === undefined ? answer : { ...answer, hits: [...shown.hits, ...answer.hits] }
    show()
    // Whoever asked for more goes on reading where it starts.
    if (offset > 0) results.children[offset]?.querySelector<HTMLElement>('a, summary')?.focus()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return
    fail(error)
  }
}

function fail(error: unknown): void {
  status.textContent = `${formats.texts.failed} ${error instanceof Error ? error.message : String(error)}`
}

function keepInAddress(): void {
  const kept = parameters(0)
  for (const name of ['limit', 'offset', ...(file.length > 1 ? [] : ['file'])]) kept.delete(name)
  if (question.value === '') kept.delete('q')
  history.replaceState(null, '', kept.size === 0 ? location.pathname : `?${kept}`)
}

/** Shows the page in its language, with the answer there is. */
function show(): void {
  const { texts: say, number } = formats
  status.replaceChildren(...statusOf())
  results.replaceChildren(...(shown?.hits ?? []).map(hit => resultItem(hit, formats)))
  more.hidden = shown === undefined || shown.hits.length >= shown.shownTotal
  showFacets()
  byId('order', HTMLElement).hidden = shown === undefined || card === undefined || card.sorts.length === 0
  if (card === undefined) return
  const size = say.size(card.bytes, n => number(Math.round(n * 10) / 10))
  const name = file.length > 1 ? '' : `${card.name} · `
  byId('about', HTMLElement).textContent = ` ${name}${say.about(number(card.documents), number(card.words), size)}`
}

function statusOf(): (Node | string)[] {
  const { texts: say, number } = formats
  if (shown === undefined) return [say.ready]
  const { total, tookMs, correction, didYouMean, problems } = shown
  const found = total === 0 ? say.none : say.found(total, number(total))
  const isHeld = total > 0 && isWorthSaying(shown)
  return [
    element('strong', {}, found),
    ...(isHeld ? [` · ${say.held(shown, number)} ·`] : []),
    ` ${say.took(number(tookMs))}`,
    ...(correction === undefined ? [] : [` · ${say.corrected} `, element('q', { lang: 'fr' }, correction)]),
    ...(didYouMean === undefined ? [] : [` · ${say.didYouMean} `, questionButton(didYouMean), say.questionMark]),
    ...problems.map(({ code, text }) => ` · ${say.asWords(text, say.problems[code])}`),
  ]
}

function showFacets(): void {
  // Made anew at each answer: what has the focus gets it back.
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.dataset.key : undefined
  const withValues = (shown?.facets ?? []).filter(({ values }) => values.length > 0)
  facets.hidden = withValues.length === 0
  facets.replaceChildren(
    ...withValues.map(({ field, values }) =>
      element(
        'fieldset',
        {},
        element('legend', {}, field),
        ...values.map(({ value, count }) => {
          const box = element('input', { type: 'checkbox', 'data-key': `${field}=${value}` })
          box.checked = chosen.get(field)?.has(value) === true
          box.addEventListener('change', () => choose(field, value, box.checked))
          return element(
            'label',
            {},
            box,
            element('span', {}, value),
            element('span', { class: 'count' }, formats.number(count)),
          )
        }),
      ),
    ),
  )
  if (focused === undefined) return
  for (const box of all('input', facets)) if (box.dataset.key === focused) box.focus()
}

function choose(field: string, value: string, isWanted: boolean): void {
  const values = chosen.get(field) ?? new Set()
  if (isWanted) values.add(value)
  else values.delete(value)
  chosen.set(field, values)
  search()
}

/** Speaks another language. */
function speak(language: 'fr' | 'en'): void {
  formats = formatsOf(language)
  const say: Readonly<Record<string, unknown>> = formats.texts
  document.documentElement.lang = language
  question.placeholder = formats.texts.placeholder
  for (const labelled of all('[data-text]')) {
    labelled.textContent = String(say[labelled.dataset.text ?? ''])
  }
  for (const labelled of all('[data-label]')) {
    labelled.setAttribute('aria-label', String(say[labelled.dataset.label ?? '']))
  }
  for (const button of all('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === language))
  }
  if (sort.options.length > 0) sort.options[0].text = formats.texts.best
  showHint()
  show()
}

/** A question that is asked at a click. */
function questionButton(text: string): HTMLButtonElement {
  const button = element('button', { type: 'button', lang: 'fr' }, text)
  button.addEventListener('click', () => {
    question.value = text
    question.focus()
    search()
  })
  return button
}

function showHint(): void {
  const words = (card?.examples ?? []).flatMap(word => [' ', questionButton(word)])
  const { begin, syntax } = formats.texts
  const example = words.length > 0 ? [begin, ...words, element('br', {})] : []
  byId('hint', HTMLElement).replaceChildren(...example, syntax(card?.titleField ?? 'title'))
}

/** Takes up an index, sorted by a column where it has it. */
async function open(sortedBy = ''): Promise<void> {
  try {
    card = await ask<IndexCard>('index', new URLSearchParams({ file: file.value }))
  } catch (error) {
    fail(error)
    return
  }
  document.title = `${card.name} – Trouvaille`
  sort.replaceChildren(new Option(formats.texts.best, ''), ...card.sorts.map(name => new Option(name, name)))
  sort.value = card.sorts.includes(sortedBy) ? sortedBy : ''
  showHint()
  await search()
}

async function start(): Promise<void> {
  speak(languageAtStart())
  question.value = address.get('q') ?? ''
  for (const [name, value] of address) {
    if (name.startsWith('in.')) chosen.set(name.slice(3), (chosen.get(name.slice(3)) ?? new Set()).add(value))
  }
  const names = await ask<string[]>('indexes', new URLSearchParams())
  file.replaceChildren(...names.map(name => new Option(name, name)))
  file.hidden = names.length < 2
  file.value = address.get('file') ?? names[0]
  if (file.selectedIndex === -1) file.selectedIndex = 0
  await open(address.get('sort') ?? '')
}

let typing = 0
question.addEventListener('input', () => {
  clearTimeout(typing)
  typing = window.setTimeout(search, TYPING_MS)
})
question.form?.addEventListener('submit', event => {
  event.preventDefault()
  search()
})
sort.addEventListener('change', () => search())
file.addEventListener('change', () => {
  chosen.clear()
  open()
})
more.addEventListener('click', () => search(shown?.hits.length ?? 0))
for (const button of all('[data-language]')) {
  button.addEventListener('click', () => {
    const language = button.dataset.language === 'fr' ? 'fr' : 'en'
    sessionStorage.setItem('language', language)
    speak(language)
  })
}
document.addEventListener('keydown', event => {
  const isElsewhere = !(event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)
  if (event.key !== '/' || !isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  question.focus()
  question.select()
})

start().catch(fail)
