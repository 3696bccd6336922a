/** What measurements need beyond Node and npm, and why it is missing here. */

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const BENCH = join(ROOT, 'bench')
/** Those of the published figures. Others give other figures, so they are not for these pages. */
const COLLECTIONS = ['cdtn', 'cnil', 'legi', 'syntec']
const ENGLISH_COLLECTIONS = ['cacm', 'cisi', 'cranfield']

/** By name, a function that returns why a need is not met, or undefined. @satisfies {Record<string, () => string | undefined | Promise<string | undefined>>} */
export const NEEDS = {
  bench: () => (existsSync(join(BENCH, 'node_modules')) ? undefined : 'the packages of bench/: npm ci in bench/'),
  collections: () =>
    missing(
      COLLECTIONS.filter(name => !existsSync(join(ROOT, '../shared/corpora', name, 'corpus.jsonl'))),
      'collection',
      'in ../shared/corpora',
    ),
  englishCollections: () =>
    missing(
      ENGLISH_COLLECTIONS.filter(name => !existsSync(join(BENCH, 'collection/english', name, 'corpus.jsonl'))),
      'collection',
      'in bench/collection/english: npm run english:fetch in bench/',
    ),
  chromium: () =>
    ['chromium', 'chromium-browser', 'google-chrome'].some(isOnPath) ? undefined : 'no Chromium on the path',
  openssl: () => (isOnPath('openssl') ? undefined : 'no OpenSSL on the path'),
  lucene: () => whyNot(() => import('../../bench/peers/lucene-french.mjs')),
  tantivy: () => whyNot(async () => (await import('../../bench/tantivy/python.mjs')).findTantivy()),
  opensearch: async () => (await import('../cluster/local-cluster.mjs')).whyNot(),
}

/**
 * @param {readonly string[]} names
 * @param {string} kind
 * @param {string} where
 */
function missing(names, kind, where) {
  return names.length === 0 ? undefined : `no ${kind} ${names.join(', ')} ${where}`
}

/** @param {() => Promise<unknown>} attempt throws if something is missing, saying what */
async function whyNot(attempt) {
  try {
    await attempt()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some(folder => folder !== '' && existsSync(join(folder, program)))
}

/** Whether the library can be built here, which every measurement measures. */
export function build() {
  execFileSync('npm', ['run', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
}
