/** A search box whose fields, ids and values are called as what every object has shows what one with other names shows. */
import { expect, test } from 'vitest'
import { labelOf } from '../../src/element/view.ts'
import { memorySource } from '../../src/open/byte-source.ts'
import { openIndex } from '../../src/open/search-client.ts'
import { readAddress, writeAddress } from '../../src/search-box/address.ts'
import { SearchBox } from '../../src/search-box/search-box.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { NAMES, PLAIN, record, renamed } from '../support/hostile-names.ts'

function bytesOf([title, body, section, views, url, other, id]: readonly string[]): Uint8Array {
  const names = [title, body, section, views, url, other, id]
  const fields = record([
    [title, { title: true }],
    [body, {}],
    [section, { type: 'keyword' }],
    [views, { type: 'date' }],
  ])
  const storeFields = [title, body, section, url] as never
  const index = new SearchIndex<Record<string, unknown>>({ idField: id, fields: fields as never, storeFields })
  index.addAll(
    names.map((name, i) =>
      record([
        [id, name],
        ...(i === 2 ? [] : ([[title, `La pêche au ${name}`]] as const)),
        [body, `Le roi parle de ${names[(i + 1) % 7]} et de ${name} ; la ville dort.`],
        ...(i === 1 ? [] : ([[section, [name, names[(i + 2) % 7]]]] as const)),
        [views, `2020-01-0${i + 1}`],
        ...(i === 3 ? [] : ([[url, `/${name}`]] as const)),
      ]),
    ),
  )
  return index.toBytes()
}

async function statesOf(names: readonly string[]): Promise<string[]> {
  const [, , section, views, url, other] = names
  const client = openIndex<Record<string, unknown>>(memorySource(bytesOf(names)))
  const box = new SearchBox([client as never], {
    debounce: 0,
    urlField: url,
    imageField: other,
    metaFields: [other, section],
    facets: [section, views, other],
    sorts: [views],
    labels: record([[section, 'Rubrique']]) as Record<string, string>,
  })
  const states: string[] = []
  const take = async (change: () => void) => {
    const ready = new Promise<void>(resolve => {
      const end = box.subscribe(() => {
        if (box.state.phase === 'loading') return
        end()
        resolve()
      })
      change()
    })
    await ready
    expect(box.state.failure).toBeUndefined()
    states.push(JSON.stringify(box.state, (key, value) => (key === 'tookMs' || key === 'next' ? undefined : value)))
  }
  await take(() => box.submit('roi'))
  await take(() => box.submit(names[1]))
  await take(() => box.submit('roi'))
  await take(() => box.choose(section, [names[1]]))
  await take(() => box.choose(views, { from: '2020-01-02' }))
  const { query, choices, sort, active } = box.state
  const address = writeAddress(new URLSearchParams(), 'q', { query, choices, sort, active })
  states.push(address.toString(), JSON.stringify(readAddress(address, 'q')))
  await take(() => box.clearChoices())
  await take(() => box.sortBy(views))
  return states
}

test('whatever its names, a box shows the same', async () => {
  const [hostile, plain] = [await statesOf(NAMES), await statesOf(PLAIN)]
  expect(hostile.map(renamed)).toEqual(plain)
  expect(hostile.every(state => state.length > 40)).toBe(true)
})

test('a field without a label is called by its name', () => {
  for (const name of NAMES) {
    expect(labelOf(name, {} as never)).toBe(name)
    expect(labelOf(name, { labels: record([[name, 'Rubrique']]) } as never)).toBe('Rubrique')
  }
})
