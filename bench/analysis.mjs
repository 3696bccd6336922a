/** How fast texts become words: characters a second, Trouvaille's French beside MiniSearch's default and Orama's French chain: `node analysis.mjs [folder] [--only a,b] [--rounds N] [--write]`. */

import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { tokenizer } from '@orama/orama/components'
import { stemmer } from '@orama/stemmers/french'
import { stopwords } from '@orama/stopwords/french'
import MiniSearch from 'minisearch'
import { readCollection } from './collections.mjs'
import { stamp } from './machine.mjs'
import { chooseCollections, main, UsageError } from './options.mjs'
import { writeMarkedSection } from './page-section.mjs'
import { packageVersion } from './peers/peer.mjs'
import { distFolder, takeSnapshot } from './snapshot.mjs'
import { percentile } from './speed/summarise.mjs'
import { markdownTable, plainTable } from './tables.mjs'
import { wrapped } from './wrapped.mjs'

/** What `--write` publishes. */
const PUBLISHED = 'legi'

/** @typedef {{ name: string, start: () => (text: string) => void }} Analyser `start` forgets what was cached: each round is a new index */

await main(async () => {
  takeSnapshot()
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      write: { type: 'boolean', default: false },
    },
  })
  if (!/^[1-9]\d*$/.test(values.rounds)) throw new UsageError('--rounds takes a number of rounds.')
  const analysers = [await trouvaille(), miniSearch(), orama()]
  for (const folder of chooseCollections(positionals[0], values.only ?? (values.write ? PUBLISHED : undefined))) {
    const texts = readCollection(folder).documents.flatMap(({ title, text }) => [title, text])
    const what = `${basename(folder)}: ${(characters(texts) / 1e6).toFixed(1)} million characters`
    const rows = table(analysers, measure(analysers, texts, Number(values.rounds)))
    console.log(`${what}\n\n${plainTable(rows)}\n`)
    if (!values.write || basename(folder) !== PUBLISHED) continue
    const measured = stamp('npm run analysis -- --write', { timed: true })
    const markdown = `${wrapped(`${measured}, on ${what}.`)}\n\n${markdownTable(rows)}`
    writeMarkedSection('bench/README.md', 'analysis', markdown)
  }
})

/** @returns {Promise<Analyser>} tokens, and the class and the stop-word test of each new word, as a live segment asks for them */
async function trouvaille() {
  const { french, TokenList } = await import(pathToFileURL(`${distFolder()}/index.js`).href)
  return {
    name: 'Trouvaille, french()',
    start() {
      const language = french()
      const tokens = new TokenList()
      const keys = new Map()
      return text => {
        tokens.clear()
        language.tokenize(text, tokens)
        for (let i = 0; i < tokens.length; i++) {
          const word = tokens.words[i]
          if (!keys.has(word)) keys.set(word, language.isStopWord(word) ? '' : language.key(word))
        }
      }
    },
  }
}

/** @returns {Analyser} */
function miniSearch() {
  const tokenize = MiniSearch.getDefault('tokenize')
  const processTerm = MiniSearch.getDefault('processTerm')
  return {
    name: `MiniSearch ${packageVersion('minisearch')}, default`,
    start() {
      const terms = new Set()
      return text => {
        for (const token of tokenize(text)) terms.add(processTerm(token))
      }
    },
  }
}

/** @returns {Analyser} */
function orama() {
  return {
    name: `Orama ${packageVersion('@orama/orama')}, French stemmer and stop words`,
    start() {
      const { tokenize } = tokenizer.createTokenizer({
        language: 'french',
        stemming: true,
        stemmer,
        stopWords: stopwords,
      })
      const terms = new Set()
      return text => {
        for (const term of tokenize(text, 'french', 'text')) terms.add(term)
      }
    },
  }
}

/**
 * Rounds in turn, so that what disturbs the machine disturbs all; the first round warms up.
 * @param {readonly Analyser[]} analysers
 * @param {readonly string[]} texts
 * @param {number} rounds
 * @returns {number[]} the median of each, in characters a second
 */
function measure(analysers, texts, rounds) {
  const total = characters(texts)
  /** @type {number[][]} */
  const speeds = analysers.map(() => [])
  for (let round = 0; round <= rounds; round++) {
    analysers.forEach(({ start }, a) => {
      const analyse = start()
      const from = performance.now()
      for (const text of texts) analyse(text)
      if (round > 0) speeds[a].push(total / ((performance.now() - from) / 1000))
    })
  }
  return speeds.map(of => percentile(of, 50))
}

/** @param {readonly string[]} texts */
function characters(texts) {
  return texts.reduce((sum, { length }) => sum + length, 0)
}

/**
 * @param {readonly Analyser[]} analysers
 * @param {readonly number[]} speeds
 */
function table(analysers, speeds) {
  return [
    ['', 'million characters a second', 'Trouvaille is'],
    ...analysers.map(({ name }, a) => [name, (speeds[a] / 1e6).toFixed(1), `${(speeds[0] / speeds[a]).toFixed(2)} ×`]),
  ]
}
