/** The playground of the site: a text analysed, two words brought together, a query taken apart. Its code and the index are loaded when a field gets the focus. */
import { all, byId, element } from '../../src/cli/serve/page/elements.ts'
import { explanationOf } from '../../src/cli/serve/page/explanation.ts'
import { formatsOf } from '../../src/cli/serve/page/formats.ts'
import type { openIndex, SearchClient } from '../../src/client.ts'
import type { TrouvailleSearch } from '../../src/element/index.ts'
import type { Explanation, QueryNode } from '../../src/index.ts'
import { TEXTS } from './texts.mjs'

const locale = document.documentElement.lang === 'fr' ? 'fr' : 'en'
const texts = TEXTS[locale].playground
const formats = formatsOf(locale)
/** The folder of the site, wherever it is served. */
const root = new URL('./', import.meta.url)
const DEPTH = 3

const text = byId('text', HTMLTextAreaElement)
const tokens = byId('tokens', HTMLElement)
const asked = byId('asked', HTMLInputElement)
const found = byId('found', HTMLInputElement)
const meeting = byId('meeting', HTMLElement)
const query = byId('query', HTMLInputElement)
const reading = byId('reading', HTMLElement)

/** Modules beside this one, which are loaded at the first need. A failure is not kept by browsers either. */
const analysis = (): Promise<typeof import('./analysis.ts')> => import(new URL('analysis.js', root).href)
/** The element's own files, so that nothing is loaded twice. */
const client = (): Promise<{ openIndex: typeof openIndex }> => import(new URL('trouvaille/client.js', root).href)
let articles: SearchClient | undefined

async function showTokens(): Promise<void> {
  const { tokensOf } = await analysis()
  const rows = tokensOf(text.value.slice(0, 2000)).map(token =>
    element(
      'tr',
      token.isStopWord ? { class: 'stop' } : {},
      element('th', { scope: 'row', lang: 'fr' }, token.text),
      element('td', { lang: 'fr' }, token.source),
      element(
        'td',
        {},
        texts.kinds[token.kind as keyof typeof texts.kinds] + (token.isStopWord ? ` · ${texts.stopWord}` : ''),
      ),
      element('td', { class: 'key' }, token.key),
    ),
  )
  const heads = [texts.token, texts.from, texts.kind, texts.class].map(head => element('th', { scope: 'col' }, head))
  tokens.replaceChildren(
    element('table', {}, element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows)),
  )
}

async function showMeeting(): Promise<void> {
  const { meetingOf } = await analysis()
  if (asked.value.trim() === '' || found.value.trim() === '') return meeting.replaceChildren()
  const { relation, keys } = meetingOf(asked.value, found.value)
  const how = relation === undefined ? texts.meetsNot : texts.meets(formats.texts.relations[relation])
  meeting.replaceChildren(element('strong', {}, how), ` ${texts.classes(...keys)}`)
}

async function showReading(): Promise<void> {
  const { readingOf } = await analysis()
  const typed = query.value
  if (typed.trim() === '') return reading.replaceChildren()
  const { tree, problems } = readingOf(typed)
  const parts = [element('h3', {}, texts.tree), treeOf(tree)]
  for (const problem of problems) {
    parts.push(element('p', {}, `${typed.slice(problem.start, problem.end)} – ${formats.texts.problems[problem.code]}`))
  }
  articles ??= (await client()).openIndex(new URL('trouvaille/articles.trv', root))
  const { hits } = await articles.search(typed, { limit: DEPTH, explain: true })
  if (typed !== query.value) return
  parts.push(
    hits.length === 0
      ? element('p', {}, texts.none)
      : element('ol', {}, ...hits.map(({ document, explanation }) => hitOf(document, explanation))),
  )
  reading.replaceChildren(...parts)
}

function hitOf(document: object, explanation: Explanation | undefined): HTMLLIElement {
  const { title, url } = document as { title?: string; url?: string }
  const link = element('a', { href: new URL(`.${url}`, root).href, lang: 'fr' }, title)
  if (explanation === undefined) return element('li', {}, link)
  const why = explanationOf(explanation, formats)
  why.open = true
  return element('li', {}, link, why)
}

/** A node of a query and what it holds, as nested lists. */
function treeOf(node: QueryNode): HTMLUListElement {
  const list = element('ul', { class: 'tree' })
  const { type, ...others } = node as { type: string; text?: string; of?: QueryNode | QueryNode[] }
  const item = element('li', {}, element('code', {}, type), others.text === undefined ? undefined : ` ${others.text}`)
  for (const inner of others.of === undefined ? [] : [others.of].flat()) item.append(treeOf(inner))
  list.append(item)
  return list
}

/** Shows something now if its field gets the focus, and whenever what is typed changes. */
function follow(
  fields: readonly (HTMLInputElement | HTMLTextAreaElement)[],
  output: HTMLElement,
  show: () => Promise<void>,
): void {
  const run = () => {
    show().catch(() => output.replaceChildren(texts.failed))
  }
  let pause: ReturnType<typeof setTimeout> | undefined
  for (const field of fields) {
    field.addEventListener('focus', () => output.childElementCount === 0 && run())
    field.addEventListener('input', () => {
      clearTimeout(pause)
      pause = setTimeout(run, 150)
    })
  }
  // Whoever scrolls there sees an example.
  const observer = new IntersectionObserver(entries => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    observer.disconnect()
    run()
  })
  observer.observe(fields[0])
}

follow([text], tokens, showTokens)
follow([asked, found], meeting, showMeeting)
follow([query], reading, showReading)
for (const button of all('[data-search]')) {
  const search = document.querySelector('trouvaille-search') as TrouvailleSearch
  button.addEventListener('click', () => search.search(button.dataset.search ?? ''))
}
for (const button of all('[data-pair]')) {
  button.addEventListener('click', () => {
    ;[asked.value, found.value] = (button.dataset.pair ?? '').split(' ')
    showMeeting().catch(() => meeting.replaceChildren(texts.failed))
  })
}
