/** Explains the rank of a hit: a table of the score of each word. */
import type { Explanation } from '../../../index.ts'
import { element } from './elements.ts'
import type { Formats } from './formats.ts'

export function explanationOf(
  { score, words, title, proximity, quotations }: Explanation,
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
  if (proximity.length > 0) {
    const sum = proximity.reduce((total, { score }) => total + score, 0)
    rows.push(
      row(
        texts.proximity,
        sum,
        proximity.map(({ words: [a, b] }) => texts.close(a, b)),
      ),
    )
  }
  return element(
    'details',
    { class: 'explanation' },
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
