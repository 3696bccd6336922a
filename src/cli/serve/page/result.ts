/** A hit on the page, and why it stands where it does. */
import type { Explanation } from '../../../index.ts'
import type { AnswerHit } from '../answers.ts'
import { element, marked } from './elements.ts'
import type { Texts } from './texts.ts'

/** How the language of the page writes numbers and days. */
export interface Formats {
  texts: Texts
  number(n: number): string
  date(day: Date): string
}

/** The list item of a hit. Its texts are French whatever the page speaks. */
export function resultItem(hit: AnswerHit, formats: Formats): HTMLLIElement {
  const { href, title, passage, explanation, known, id } = hit
  const heading = href === undefined ? marked(title) : element('a', { href, rel: 'noreferrer' }, marked(title))
  const facts = [...known.map(fact => readable(fact, formats)), id]
  return element(
    'li',
    {},
    element('h2', { lang: 'fr' }, heading),
    element('p', { class: 'known' }, facts.join(' · ')),
    passage && element('p', { class: 'passage', lang: 'fr' }, marked(passage)),
    sectionsOf(hit, formats),
    explanation && explanationOf(explanation, formats),
  )
}

/** The other sections of the page that answer. */
function sectionsOf({ sections, moreSections }: AnswerHit, { texts, number }: Formats): HTMLElement | undefined {
  if (sections.length === 0) return undefined
  const links = sections.flatMap(({ href, name }, i) => [
    i === 0 ? ' ' : ' · ',
    href === undefined
      ? element('span', { lang: 'fr' }, name)
      : element('a', { href, rel: 'noreferrer', lang: 'fr' }, name),
  ])
  const more = moreSections > 0 ? ` · ${texts.moreSections(moreSections, number(moreSections))}` : undefined
  return element('p', { class: 'sections' }, texts.also, ...links, more)
}

/** Days as people write them; other values as they are. */
function readable(value: string, { date }: Formats): string {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(value)
  const time = day === null ? Number.NaN : Date.parse(day[0])
  return Number.isNaN(time) ? value : date(new Date(time))
}

function explanationOf(
  { score, words, title, closeness, quotations }: Explanation,
  { texts, number }: Formats,
): HTMLDetailsElement {
  const parts = [...words, ...quotations, ...(title === undefined ? [] : [title])].map(({ score }) => score)
  const most = Math.max(...parts)
  const rows = words.map(({ word, score: part, forms }) =>
    row(
      word,
      part,
      forms.map(({ form, relation, field, frequency }) => {
        const met = form === word ? texts.itself : `${form} (${texts.relations[relation]})`
        return texts.times(met, frequency, field)
      }),
    ),
  )
  for (const { text, score } of quotations) rows.push(row(text, score, [texts.quotation]))
  if (title !== undefined) rows.push(row(texts.title, title.score, [texts.titleSays]))
  if (closeness.length > 0) {
    const sum = closeness.reduce((total, { score }) => total + score, 0)
    rows.push(
      row(
        texts.closeness,
        sum,
        closeness.map(({ words: [a, b] }) => texts.close(a, b)),
      ),
    )
  }
  return element(
    'details',
    {},
    element('summary', {}, `${texts.why} ${number(score)}`),
    element(
      'table',
      { class: 'why' },
      element(
        'thead',
        { class: 'unseen' },
        element('tr', {}, ...[texts.word, texts.brings, texts.met].map(columnHead)),
      ),
      element('tbody', {}, ...rows),
    ),
  )

  function row(name: string, part: number, met: readonly string[]): HTMLTableRowElement {
    const bar = element('span', { class: 'part' })
    bar.style.width = `${Math.max((part / most) * 100, 1)}%`
    const cells = met.flatMap((text, i) => (i === 0 ? [text] : [element('br', {}), text]))
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      element('td', {}, number(part), bar),
      element('td', {}, ...cells),
    )
  }
}

function columnHead(text: string): HTMLTableCellElement {
  return element('th', { scope: 'col' }, text)
}
