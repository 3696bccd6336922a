/**
 * Puts the English collections into `collection/english/`, as `relevance.mjs` reads collections: `node english/fetch.mjs [folder]`.
 *
 * They are free for research and not ours to pass on: Git clones them from repositories that have them. `folder`: where such clones are already, each named
 * as its repository, with or without a work tree.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tsvLine } from '../tsv.mjs'
import { parseCranfield, parseSmart } from './smart.mjs'

const SOURCES = [
  {
    name: 'cranfield',
    repository: 'oussbenk/cranfield-trec-dataset',
    files: ['cran.all.1400.xml', 'cran.qry.xml', 'cranqrel.trec.txt'],
    parse: parseCranfield,
  },
  { name: 'cisi', repository: 'PsychoProg/tf-idf', files: ['CISI.ALL', 'CISI.QRY', 'CISI.REL'], parse: parseSmart },
  {
    name: 'cacm',
    repository: 'kavinsan/Information-Retrieval-Project',
    files: ['cacm.all', 'query.text', 'qrels.text'],
    parse: parseSmart,
  },
]

const [clones] = process.argv.slice(2)
const target = fileURLToPath(new URL('../collection/english', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'trouvaille-english-'))
try {
  for (const { name, repository, files, parse } of SOURCES) {
    const clone = cloneOf(repository)
    const [documents, questions, judgements] = files.map(file =>
      execFileSync('git', ['-C', clone, 'show', `HEAD:${file}`], { encoding: 'utf8', maxBuffer: 1 << 28 }),
    )
    write(name, parse(documents, questions, judgements))
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** @param {string} repository */
function cloneOf(repository) {
  const name = repository.replace('/', '+')
  for (const there of clones === undefined ? [] : [join(clones, name, 'repo'), join(clones, name)]) {
    if (existsSync(there)) return there
  }
  const clone = join(work, name)
  execFileSync('git', ['clone', '--depth', '1', `https://github.com/${repository}`, clone], { stdio: 'inherit' })
  return clone
}

/**
 * Only questions with a judgement count.
 * @param {string} name
 * @param {import('./smart.mjs').Parsed} parsed
 */
function write(name, { documents, questions, judgements }) {
  const known = new Set(documents.map(({ id }) => id))
  const kept = judgements.filter(([, document]) => known.has(document))
  const judged = new Set(kept.map(([question]) => question))
  const asked = questions.filter(({ id }) => judged.has(id))
  const folder = join(target, name)
  mkdirSync(folder, { recursive: true })
  /** @param {object[]} rows */
  const lines = rows => rows.map(row => `${JSON.stringify(row)}\n`).join('')
  writeFileSync(join(folder, 'corpus.jsonl'), lines(documents))
  writeFileSync(join(folder, 'queries.jsonl'), lines(asked))
  writeFileSync(join(folder, 'qrels.tsv'), kept.map(row => tsvLine([...row, '1'])).join(''))
  console.log(`${name}: ${documents.length} documents, ${asked.length} questions, ${kept.length} judgements`)
}
