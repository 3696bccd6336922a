/**
 * The pages that are measured: those that search with Trouvaille and with Pagefind, and those that show the search box of either, each as its documentation
 * says. What is common to all, and what a visitor does, is the same script.
 *
 * `window.paste(query)` searches for the whole query at once. `window.type(query, input)` gives the field the focus and types letter by letter; `input` is what the page does then.
 * Both resolve when the hits that a page shows are there, with their titles and excerpts.
 */

/** `element` is `<trouvaille-search>` and `pagefind-ui` is Pagefind's Default UI, both with their default settings. */
export type Engine = 'trouvaille' | 'element' | 'pagefind' | 'pagefind-ui'
export type Load = 'auto' | 'whole' | 'ranges'
/** `typed` searches when typing pauses; `letters` at each letter, and lets every search go on, so that what it read is there for the next. */
export type Way = 'pasted' | 'typed' | 'letters'

/** As many hits as Pagefind's own interface shows at first. */
const HITS = 5
/** Milliseconds from one letter to the next, and from a space to the letter after it. */
const LETTER = 160
const WORD = 350
/** The pause in typing after which a page searches. Pagefind's default, and ours to compare. In milliseconds. */
const PAUSE = 300

/** What the page measured. Times are in milliseconds since 1970. */
export interface Visit {
  /** When the query was there: pasted, or its last letter typed. */
  asked: number
  /** When the focus was set or the query pasted. */
  began: number
  answered: number
  hits: number
}

const trouvaille = (load: Load) => `
  import { openIndex } from '/trouvaille/client.js'
  const index = openIndex('/search.trv', { load: '${load}' })
  const highlight = { fields: ['title', 'body'], snippet: 160 }
  let running
  const search = async (query, prefix) => {
    running?.abort()
    running = new AbortController()
    const { hits } = await index.search(query, { prefix, limit: ${HITS}, highlight, signal: running.signal })
    return hits
  }
  let pause
  engine = {
    focus: () => index.warmUp(),
    paste: query => search(query, false),
    input: async query => {
      clearTimeout(pause)
      await new Promise(resolve => { pause = setTimeout(resolve, ${PAUSE}) })
      return search(query, true)
    },
    letter: async query => (await index.search(query, { prefix: true, limit: ${HITS}, highlight })).hits,
  }`

/** A visitor's hand in the field of the element, which searches when typing pauses. */
const ELEMENT = `
  import '/trouvaille/element.js'
  const element = document.querySelector('trouvaille-search')
  const { shadowRoot } = element
  const answerTo = query => new Promise(resolve => addEventListener('trouvaille-search', ({ detail }) => {
    if (detail.query === query) resolve(shadowRoot.querySelectorAll('ol[part=results] > li'))
  }))
  const field = shadowRoot.querySelector('input')
  const write = query => {
    field.value = query
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  engine = {
    focus: async () => element.open(),
    paste: query => {
      element.open()
      write(query)
      return answerTo(query)
    },
    input: query => {
      write(query)
      return answerTo(query)
    },
  }
  window.links = () => Array.from(shadowRoot.querySelectorAll('ol[part=results] > li'), hit => hit.querySelector('a').href)`

const PAGEFIND = `
  import * as pagefind from '/pagefind/pagefind.js'
  const shown = search => search && Promise.all(search.results.slice(0, ${HITS}).map(result => result.data()))
  engine = {
    focus: () => pagefind.init(),
    paste: async query => shown(await pagefind.search(query)),
    // Gives null if more was typed meanwhile.
    input: async query => shown(await pagefind.debouncedSearch(query, {}, ${PAUSE})),
  }`

/** The results are there when the message names the query and none of those that are shown is a placeholder. */
const PAGEFIND_UI = `
  new PagefindUI({ element: '#search' })
  const root = document.querySelector('#search')
  const field = root.querySelector('input')
  const links = '.pagefind-ui__result-title .pagefind-ui__result-link'
  const answerTo = query => new Promise(resolve => {
    const look = () => {
      const message = root.querySelector('.pagefind-ui__message')?.textContent ?? ''
      if (!message.includes(query) || root.querySelector('.pagefind-ui__loading')) return
      const hits = root.querySelectorAll(links)
      if (hits.length === 0 && !message.startsWith('Aucun')) return
      observer.disconnect()
      resolve(hits)
    }
    const observer = new MutationObserver(look)
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true })
    look()
  })
  const write = query => {
    field.value = query
    field.dispatchEvent(new Event('input', { bubbles: true }))
    return answerTo(query)
  }
  engine = {
    focus: async () => field.focus(),
    paste: query => {
      field.focus()
      return write(query)
    },
    input: write,
  }
  window.links = () => Array.from(root.querySelectorAll(links), link => link.href)`

/** What stands in a page beside its script. */
const BODIES: Partial<Record<Engine, string>> = {
  element: `<trouvaille-search src="/search.trv" hits="${HITS}"></trouvaille-search>`,
  'pagefind-ui': `<link href="/pagefind/pagefind-ui.css" rel="stylesheet"><script src="/pagefind/pagefind-ui.js"></script><div id="search"></div>`,
}

const VISITOR = `
  const now = () => performance.timeOrigin + performance.now()
  const wait = time => new Promise(resolve => setTimeout(resolve, time))
  window.paste = async query => {
    const asked = now()
    const { length } = await engine.paste(query)
    return { began: asked, asked, answered: now(), hits: length }
  }
  window.type = async (query, input) => {
    const began = now()
    engine.focus().catch(() => {})
    let answer
    for (let end = 1; end <= query.length; end++) {
      await wait(query[end - 2] === ' ' ? ${WORD} : ${LETTER})
      answer = engine[input](query.slice(0, end))
      answer.catch(() => {})
    }
    const asked = now()
    const { length } = await answer
    return { began, asked, answered: now(), hits: length }
  }
  window.ready = true`

/** JavaScript that runs a visit. */
export function visitOf(way: Way, query: string): string {
  const text = JSON.stringify(query)
  if (way === 'pasted') return `window.paste(${text})`
  return `window.type(${text}, '${way === 'letters' ? 'letter' : 'input'}')`
}

export function pageOf(engine: Engine, load: Load): string {
  const scripts = { trouvaille: trouvaille(load), element: ELEMENT, pagefind: PAGEFIND, 'pagefind-ui': PAGEFIND_UI }
  const [script, body] = [scripts[engine], BODIES[engine] ?? '']
  // Imports come first in a module, wherever they are written.
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Recherche</title>${body}<script type="module">let engine\n${script}\n${VISITOR}</script>`
}
