/** A tour of the library in Node: build an index, ask, change it, keep it in a file, open it again. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SearchIndex } from 'trouvaille'
import { openFile, writeIndex } from 'trouvaille/node'
import { readArticles } from './articles.mjs'

// 1. Build. The title counts for more than the body by itself; what is stored comes back with each hit.
const articles = await readArticles()
const index = new SearchIndex({ fields: ['title', 'body'], storeFields: ['title', 'date', 'body'] })
index.addAll(articles)
heading(`${index.size} articles`)

// 2. Ask, as people type: words in any form, with or without accents and hyphens.
ask('Haftar Tripoli cessez-le-feu')
ask('negocier une treve')
ask('manifestation étudiante')
ask('deserts medicaux', { match: 'all' })

// 3. Change. What is added can be found at once, and what is removed can't.
heading('Add, replace, remove')
const draft = { id: 'brouillon', title: 'Une éclipse au-dessus du Massif central', date: '2025-12-01', body: 'À voir.' }
index.add(draft)
ask('éclipse Massif central', { limit: 1 })
index.replace({ ...draft, title: 'Une aurore boréale au-dessus du Massif central' })
ask('aurore boréale', { limit: 1 })
index.remove('brouillon')
ask('aurore boréale', { limit: 1 })

// 4. Keep. The file replaces what was there whole or not at all, and opens at once, schema included.
heading('Save and open')
const folder = await mkdtemp(join(tmpdir(), 'trouvaille-'))
const file = join(folder, 'articles.trv')
const bytes = await writeIndex(index, file)
const opened = await openFile(file)
console.log(`${bytes} bytes; ${opened.size} articles, the same answers:`)
const ids = searched => searched.search('Haftar Tripoli cessez-le-feu').hits.map(({ id }) => id)
console.log(ids(opened).join() === ids(index).join())
await rm(folder, { recursive: true })

/** Prints the best hits, with the words that answer between « ». */
function ask(question, options = {}) {
  const highlight = { fields: ['title', 'body'], snippet: 140 }
  const { total, hits, tookMs } = index.search(question, { limit: 3, ...options, highlight })
  console.log(`\n? ${question}  (${total} found, ${tookMs.toFixed(1)} ms)`)
  for (const { score, document, highlights } of hits) {
    console.log(`  ${score.toFixed(2).padStart(5)}  ${document.date}  ${marked(highlights.title)}`)
    console.log(`         ${marked(highlights.body).replace(/\s+/g, ' ')}`)
  }
}

/** A highlight is a text and ranges in it: show it as you like. `toHTML(highlight)` makes HTML of it. */
function marked({ text, ranges }) {
  let shown = ''
  let end = 0
  for (const [from, to] of ranges) {
    shown += `${text.slice(end, from)}«${text.slice(from, to)}»`
    end = to
  }
  return shown + text.slice(end)
}

function heading(text) {
  console.log(`\n${text}\n${'='.repeat(text.length)}`)
}
