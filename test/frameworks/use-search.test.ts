/** `useSearch` of each framework over one index: its state follows the box, and nothing is loaded before it is asked. */
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { build } from 'vite'
import { describe, expect, test, vi } from 'vitest'
import { createSSRApp, effectScope, h, watch } from 'vue'
import { renderToString as renderVue } from 'vue/server-renderer'
import { useSearch as useReact } from '../../src/frameworks/react.ts'
import { useSearch as useSvelte } from '../../src/frameworks/svelte.ts'
import { useSearch as useVue } from '../../src/frameworks/vue.ts'
import { openIndex, SearchIndex } from '../../src/index.ts'
import { findChromium, launchChromium } from '../browser/chromium.ts'
import { makeProject } from '../support/installed-package.ts'
import { type Served, serveFolder } from '../support/serve-folder.ts'

function indexBytes(): Uint8Array {
  const index = new SearchIndex({ fields: ['title'], storeFields: ['title', 'url'] })
  index.addAll([
    { id: 1, title: 'Une trêve à Tripoli', url: '/treve' },
    { id: 2, title: 'Le prix du blé', url: '/ble' },
  ])
  return index.toBytes()
}

const makeIndex = () => openIndex(indexBytes())

describe('Vue', () => {
  test('the state is a ref that follows the box until its scope ends', async () => {
    const scope = effectScope()
    const { state, box } = scope.run(() => useVue(makeIndex(), { debounce: 0 })) ?? fail()
    const phases: string[] = []
    scope.run(() => watch(state, ({ phase }) => phases.push(phase), { flush: 'sync' }))
    expect(state.value.phase).toBe('idle')
    box.type('treve')
    await vi.waitFor(() => expect(state.value.phase).toBe('ready'), 10_000)
    expect(state.value.answers[0].hits.map(({ href, title }) => [href, title.text])).toEqual([
      ['/treve', 'Une trêve à Tripoli'],
    ])
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
        return () => h('p', state.value.phase)
      },
    })
    expect(await renderVue(app)).toBe('<p>idle</p>')
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

const executablePath = findChromium()

describe('React', () => {
  // Without JSX, so that Vite needs no plugin.
  const PAGE = `import { createElement as h, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openIndex } from 'trouvaille/client'
import { useSearch } from 'trouvaille/react'

const index = openIndex('/search.trv')
function Search() {
  // An array of its own at each rendering is the same index all the same.
  const { state, box } = useSearch([index], { debounce: 0 })
  return h('div', null,
    h('input', { type: 'search', value: state.query, onFocus: () => box.warmUp(), onChange: event => box.type(event.target.value) }),
    h('p', null, state.phase),
    h('ol', null, state.answers[0]?.hits.map(hit => h('li', { key: hit.id }, h('a', { href: hit.href }, hit.title.text)))))
}
createRoot(document.querySelector('main')).render(h(StrictMode, null, h(Search)))
`

  test.skipIf(executablePath === undefined)('in a page, which is rendered again as answers come', async () => {
    const project = await makeProject()
    const browser = await launchChromium(executablePath ?? '', 'fr-FR')
    let site: Served | undefined
    try {
      for (const name of ['react', 'react-dom', 'scheduler']) {
        await symlink(join(import.meta.dirname, '../../node_modules', name), join(project.folder, 'node_modules', name))
      }
      await project.write({
        'index.html':
          '<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><main></main><script type="module" src="./main.js"></script></html>',
        'main.js': PAGE,
        'public/search.trv': indexBytes(),
      })
      await build({ root: project.folder, configFile: false, logLevel: 'error', build: { outDir: 'dist' } })
      site = await serveFolder(join(project.folder, 'dist'))
      const page = await browser.context.newPage()
      const faults: string[] = []
      page.on('pageerror', error => faults.push(String(error)))
      await page.goto(site.address)
      expect(await page.locator('p').textContent()).toBe('idle')
      await page.getByRole('searchbox').fill('trêve')
      await page.getByRole('link', { name: 'Une trêve à Tripoli' }).waitFor()
      expect(await page.getByRole('link').count()).toBe(1)
      await page.getByRole('searchbox').fill('')
      await expect.poll(() => page.locator('p').textContent()).toBe('idle')
      expect(faults).toEqual([])
    } finally {
      await browser.close()
      await site?.close()
      await project.remove()
    }
  })

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
