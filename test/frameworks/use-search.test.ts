/** `useSearch` of each framework over one index: its state follows the box, and nothing is loaded before it is asked. */
import { renderToString } from 'react-dom/server'
import { createElement } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { createSSRApp, effectScope, h, watch } from 'vue'
import { renderToString as renderVue } from 'vue/server-renderer'
import { SearchIndex } from '../../src/index.ts'
import { openIndex } from '../../src/index.ts'
import { useSearch as useReact } from '../../src/frameworks/react.ts'
import { useSearch as useSvelte } from '../../src/frameworks/svelte.ts'
import { useSearch as useVue } from '../../src/frameworks/vue.ts'

function makeIndex() {
  const index = new SearchIndex({ fields: ['title'], storeFields: ['title', 'url'] })
  index.addAll([
    { id: 1, title: 'Une trêve à Tripoli', url: '/treve' },
    { id: 2, title: 'Le prix du blé', url: '/ble' },
  ])
  return openIndex(index.toBytes())
}

describe('Vue', () => {
  test('the state is a ref that follows the box until its scope ends', async () => {
    const scope = effectScope()
    const { state, box } = scope.run(() => useVue(makeIndex(), { debounce: 0 })) ?? fail()
    const phases: string[] = []
    scope.run(() => watch(state, ({ phase }) => phases.push(phase), { flush: 'sync' }))
    expect(state.value.phase).toBe('idle')
    box.type('treve')
    await vi.waitFor(() => expect(state.value.phase).toBe('ready'), 10_000)
    expect(state.value.answers[0].hits.map(({ href, title }) => [href, title.text])).toEqual([['/treve', 'Une trêve à Tripoli']])
    expect(phases).toContain('loading')
    scope.stop()
    const before = phases.length
    box.clear()
    expect(phases.length).toBe(before)
    expect(state.value.query).toBe('treve')
  })

  test('renders on a server without loading anything', async () => {
    const index = makeIndex()
    const search = vi.spyOn(index, 'search')
    const warmUp = vi.spyOn(index, 'warmUp')
    const app = createSSRApp({
      setup() {
        const { state } = useVue(index)
        return () => h('input', { value: state.value.query })
      },
    })
    expect(await renderVue(app)).toBe('<input value="">')
    expect([search.mock.calls.length, warmUp.mock.calls.length]).toEqual([0, 0])
  })
})

describe('Svelte', () => {
  test('a store: told at once and after each change, until it ends', async () => {
    const { subscribe, box } = useSvelte([makeIndex(), makeIndex()], { debounce: 0 })
    const states: string[] = []
    const end = subscribe(state => states.push(`${state.phase} ${state.answers.length}`))
    expect(states).toEqual(['idle 0'])
    box.type('blé')
    await vi.waitFor(() => expect(states.at(-1)).toBe('ready 2'), 10_000)
    end()
    const { length } = states
    box.clear()
    expect(states.length).toBe(length)
  })
})

describe('React', () => {
  test('renders on a server without loading anything', () => {
    const index = makeIndex()
    const warmUp = vi.spyOn(index, 'warmUp')
    const Search = () => {
      const { state } = useReact([index])
      return createElement('p', null, `${state.phase}:${state.query}`)
    }
    expect(renderToString(createElement(Search))).toBe('<p>idle:</p>')
    expect(warmUp).not.toHaveBeenCalled()
  })
})

function fail(): never {
  throw new Error('the scope has ended')
}
