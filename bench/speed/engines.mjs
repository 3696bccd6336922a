/** The engines that are timed, each a command with the tasks `build`, `ask` and `start`. */

import { fileURLToPath } from 'node:url'
import { compileJava } from '../lucene/compile.mjs'
import { loadPeer } from '../peers/index.mjs'
import { findTantivy, PROGRAM as TANTIVY_PROGRAM } from '../tantivy/python.mjs'

/**
 * @typedef {'build' | 'ask' | 'start'} Task
 * @typedef {{
 *   name: string, version: string, index: string, command: string, argumentsFor(task: Task): string[], note: string
 * }} Engine `index`: engines with the same one answer from the same files; `note`: what it is, for the page
 */

const TIMER = fileURLToPath(new URL('./time.mjs', import.meta.url))
const LUCENE_SOURCE = new URL('../lucene/LuceneSpeed.java', import.meta.url)
const LUCENE_JARS = ['lucene-core', 'lucene-analysis-common', 'lucene-facet']
/** Lucene decodes with SIMD if it may; the warnings are about that. */
const JAVA_FLAGS = ['-Xmx4g', '--add-modules', 'jdk.incubator.vector', '--enable-native-access=ALL-UNNAMED']

/** Of Lucene and tantivy: whether stop words are indexed, and whether all hits are counted. @type {Record<string, ['default' | 'all', 'pruned' | 'exact']>} */
const MODES = {
  '': ['default', 'pruned'],
  '-exact': ['default', 'exact'],
  '-all': ['all', 'pruned'],
  '-all-exact': ['all', 'exact'],
}

const NODE_PEERS = [
  'trouvaille',
  'trouvaille-1000',
  'minisearch-fr',
  'minisearch',
  'flexsearch-fr',
  'lunr-fr',
  'orama-fr',
  'zbsearch-fr',
]

export const ENGINE_NAMES = [
  ...NODE_PEERS.slice(0, 2),
  ...['lucene', 'tantivy'].flatMap(family => Object.keys(MODES).map(mode => family + mode)),
  ...NODE_PEERS.slice(2),
]

/**
 * Throws, saying why, if the engine cannot run here.
 * @param {string} name
 * @returns {Promise<Engine>}
 */
export async function loadEngine(name) {
  if (NODE_PEERS.includes(name)) return nodeEngine(name)
  const family = name.split('-')[0]
  const [words, counting] = MODES[name.slice(family.length)]
  const note = `${words === 'all' ? 'all words indexed' : 'stop words left out'}, ${counting === 'exact' ? 'all hits counted' : 'hits that cannot be among the best skipped'}`
  const modeFor = (/** @type {Task} */ task) => (task === 'build' ? [words] : [words, counting])
  const shared = { name, index: words === 'all' ? `${family}-all` : family, note }
  return family === 'lucene' ? luceneEngine(shared, modeFor) : tantivyEngine(shared, modeFor)
}

/**
 * Which of the engines can run here, and why the others cannot.
 * @param {readonly string[]} names
 */
export async function availableEngines(names) {
  /** @type {Engine[]} */
  const present = []
  /** @type {{ name: string, reason: string }[]} */
  const skipped = []
  for (const name of names) {
    try {
      present.push(await loadEngine(name))
    } catch (error) {
      skipped.push({ name, reason: error instanceof Error ? error.message : String(error) })
    }
  }
  return { present, skipped }
}

/** @param {string} name @returns {Promise<Engine>} */
async function nodeEngine(name) {
  const { version } = await loadPeer(name)
  return {
    name,
    version,
    index: name.replace(/-1000$/, ''),
    command: process.execPath,
    argumentsFor: task => ['--expose-gc', '--max-old-space-size=8192', TIMER, task, name],
    note: name === 'trouvaille-1000' ? 'hits counted to 1,000' : '',
  }
}

/**
 * @param {{ name: string, index: string, note: string }} shared
 * @param {(task: Task) => string[]} modeFor
 * @returns {Engine}
 */
function luceneEngine(shared, modeFor) {
  const { java, classPath, lucene, version } = compileJava('LuceneSpeed', LUCENE_JARS, () => [LUCENE_SOURCE])
  if (lucene < 10) throw new Error('It is timed with Lucene 10, which needs Java 21.')
  return {
    ...shared,
    version,
    command: java,
    argumentsFor: task => [...JAVA_FLAGS, '-cp', classPath, 'LuceneSpeed', task, ...modeFor(task)],
  }
}

/**
 * @param {{ name: string, index: string, note: string }} shared
 * @param {(task: Task) => string[]} modeFor
 * @returns {Engine}
 */
function tantivyEngine(shared, modeFor) {
  const { python, version } = findTantivy()
  return { ...shared, version, command: python, argumentsFor: task => [TANTIVY_PROGRAM, task, ...modeFor(task)] }
}
