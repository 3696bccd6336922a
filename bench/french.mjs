/**
 * Which engines miss what the README's table says that Trouvaille finds: `node french.mjs [--write]`, which writes the last column of the table.
 *
 * Each engine gets one text and one question, and any word of the question may match: the easiest way to find it.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { main } from './options.mjs'
import { available, loadPeer } from './peers/index.mjs'
import { takeSnapshot } from './snapshot.mjs'

/** The engines as people call them. Lucene reads whole collections only. */
const NAMES = {
  minisearch: 'MiniSearch',
  'minisearch-fr': 'MiniSearch with French',
  'lunr-fr': 'Lunr',
  'flexsearch-fr': 'FlexSearch',
  'orama-fr': 'Orama',
  'zbsearch-fr': 'ZBSearch',
}

/** The pages with the table, and how each says what is the same in both. */
const PAGES = [
  {
    file: 'README.md',
    head: 'in a text',
    not: ', not ',
    missedBy: 'missed by',
    all: 'all',
    none: 'none',
    French: ' with French',
    both: 'both MiniSearch',
  },
  {
    file: 'README.fr.md',
    head: 'dans un texte',
    not: ', pas ',
    missedBy: 'manqué par',
    all: 'les',
    none: 'aucun',
    French: ' en français',
    both: 'les deux MiniSearch',
  },
]
/** @typedef {typeof PAGES[0]} Page */

await main(async () => {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
  takeSnapshot()
  const { present, skipped } = await available(['trouvaille', ...Object.keys(NAMES)])
  for (const { name, reason } of skipped) console.error(`${name} left out: ${reason}`)
  for (const page of PAGES) {
    const path = new URL(`../${page.file}`, import.meta.url)
    const text = readFileSync(path, 'utf8')
    const [table] = new RegExp(`^\\| ${page.head}[^]*?(?=\n\n)`, 'm').exec(text) ?? ['']
    const rows = await Promise.all(
      table.split('\n').map(line =>
        measured(
          line,
          page,
          present.map(({ name }) => name),
        ),
      ),
    )
    console.log(`${rows.join('\n')}\n`)
    if (values.write)
      writeFileSync(
        path,
        text.replace(table, () => rows.join('\n')),
      )
  }
})

/** A row of the table with its last column. @param {string} line @param {Page} page @param {readonly string[]} names */
async function measured(line, page, names) {
  const [, text, found, because] = line.split('|').map(cell => cell.trim())
  if (text === page.head) return `| ${text} | ${found} | ${because} | ${page.missedBy} |`
  if (/^-+$/.test(text)) return '| --- | --- | --- | --- |'
  const missing = []
  for (const name of names) if (await misses(name, text, found.split(page.not))) missing.push(name)
  if (missing.includes('trouvaille')) throw new Error(`Trouvaille misses ${text} ← ${found}.`)
  return `| ${text} | ${found} | ${because} | ${summary(missing, names.length - 1, page)} |`
}

/** Whether an engine gets any pair of a row wrong. @param {string} name @param {string} texts @param {readonly string[]} found */
async function misses(name, texts, [yes, no = '']) {
  const peer = await loadPeer(name)
  if (!('search' in peer)) throw new Error(`${name} answers no single questions.`)
  for (const text of quoted(texts)) {
    const index = await peer.build([
      { id: 'asked', title: '', text: `On a lu ${text} hier.` },
      { id: 'other', title: '', text: 'Rien de tel ne se trouve ici.' },
    ])
    const finds = async (/** @type {string} */ question) =>
      (await peer.search(index, question, 10)).some(({ id }) => id === 'asked')
    for (const question of quoted(yes)) if (!(await finds(question))) return true
    for (const question of quoted(no)) if (await finds(question)) return true
  }
  return false
}

/** @param {string} cell */
function quoted(cell) {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text)
}

/** @param {readonly string[]} missing @param {number} engines @param {Page} page */
function summary(missing, engines, page) {
  if (missing.length === engines) return `${page.all} ${engines}`
  const names = missing.map(name =>
    NAMES[/** @type {keyof typeof NAMES} */ (name)].replace(' with French', page.French),
  )
  // MiniSearch stands first in the list, once alone and once with French.
  const areBoth = missing.includes('minisearch') && missing.includes('minisearch-fr')
  return (areBoth ? [page.both, ...names.slice(2)] : names).join(', ') || page.none
}
