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
const README = new URL('../README.md', import.meta.url)

await main(async () => {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
  takeSnapshot()
  const { present, skipped } = await available(['trouvaille', ...Object.keys(NAMES)])
  for (const { name, reason } of skipped) console.error(`${name} left out: ${reason}`)
  const readme = readFileSync(README, 'utf8')
  const [table] = /^\| in a text[^]*?(?=\n\n)/m.exec(readme) ?? ['']
  const written = []
  for (const line of table.split('\n')) {
    const [, text, found, because] = line.split('|').map(cell => cell.trim())
    if (text === 'in a text') written.push(`| ${text} | ${found} | ${because} | missed by |`)
    else if (/^-+$/.test(text)) written.push('| --- | --- | --- | --- |')
    else {
      const missing = []
      for (const { name } of present) if (await misses(name, text, found)) missing.push(name)
      if (missing.includes('trouvaille')) throw new Error(`Trouvaille misses ${text} ← ${found}.`)
      written.push(`| ${text} | ${found} | ${because} | ${summary(missing, present.length - 1)} |`)
    }
  }
  console.log(written.join('\n'))
  if (values.write)
    writeFileSync(
      README,
      readme.replace(table, () => written.join('\n')),
    )
})

/** Whether an engine gets any pair of a row wrong. @param {string} name @param {string} texts @param {string} found */
async function misses(name, texts, found) {
  const peer = await loadPeer(name)
  if (!('search' in peer)) throw new Error(`${name} answers no single questions.`)
  const [yes, no = ''] = found.split(', not ')
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

/** @param {readonly string[]} missing @param {number} engines */
function summary(missing, engines) {
  if (missing.length === engines) return `all ${engines}`
  return missing.map(name => NAMES[/** @type {keyof typeof NAMES} */ (name)]).join(', ') || 'none'
}
