/**
 * Passage retrieval: `passages()` over articles, beside cutting the articles into paragraphs and searching those. Questions whose answer stands in one known
 * place are in index-data/evaluation/passages.tsv; what is returned is right if it holds that place. Options: `--kinds`, `--losses`, `--write`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { evaluation } from './evaluation.mjs'
import { stamp } from './machine.mjs'
import { writeMarkedSection } from './page-section.mjs'
import { distFolder } from './snapshot.mjs'
import { markdownTable, plainTable } from './tables.mjs'

/** @type {typeof import('../src/index.ts')} */
const { SearchIndex } = await import(pathToFileURL(join(distFolder(), 'index.js')).href)

const data = fileURLToPath(new URL('../index-data', import.meta.url))
const LIMIT = 10

/** @typedef {{ id: string, title: string, body: string }} Article */
/** @typedef {{ id: string, kind: string, document: string, answer: string, text: string }} Question */
/** @typedef {{ document: string, start: number, end: number }} Place */

const articles = readArticles()
const questions = readFileSync(join(data, 'evaluation/passages.tsv'), 'utf8').trim().split('\n').map(readQuestion)
const places = questions.map(placeOfAnswer)

const paragraphs = articles.flatMap(({ id, title, body }) =>
  [...body.matchAll(/(?:[^\n]|\n(?!\s*\n))+/g)].map(({ 0: text, index }) => ({
    id: `${id} ${index}`,
    title,
    body: text.trim(),
    start: index + text.indexOf(text.trim()),
  })),
)
const paragraphOf = new Map(paragraphs.map(paragraph => [paragraph.id, paragraph]))

const whole = SearchIndex.from(articles, { fields: ['title', 'body'], storeFields: ['title', 'body'] })
const titled = SearchIndex.from(paragraphs, { fields: ['title', 'body'], storeFields: [] })
const bare = SearchIndex.from(paragraphs, { fields: ['body'], storeFields: [] })

const OWN = '`passages()`'
/** @type {Record<string, (text: string) => Place[]>} */
const SYSTEMS = {
  '`passages()`': text => placesOf(whole.passages(text, { limit: LIMIT }).passages),
  '`perDocument: 10`': text => placesOf(whole.passages(text, { limit: LIMIT, perDocument: LIMIT }).passages),
  'paragraphs with the title': text => titled.search(text, { limit: LIMIT }).hits.map(({ id }) => placeOf(`${id}`)),
  'paragraphs alone': text => bare.search(text, { limit: LIMIT }).hits.map(({ id }) => placeOf(`${id}`)),
}

const HEADINGS = ['', 'R@1', 'p', 'R@3', 'p', 'MRR@10', 'p', 'characters']
const PARTS = [
  { name: 'Development', isIn: (/** @type {number} */ i) => i % 2 === 0 },
  { name: 'Test', isIn: (/** @type {number} */ i) => i % 2 === 1 },
  { name: 'All', isIn: () => true },
]
const runs = new Map(
  Object.entries(SYSTEMS).map(([name, system]) => [
    name,
    questions.map((question, i) => measure(system(question.text), places[i])),
  ]),
)
const tables = PARTS.map(({ name, isIn }) => {
  const of = (/** @type {Measured[]} */ measured) => measured.filter((_, i) => isIn(i))
  const own = of(runs.get(OWN) ?? [])
  const rows = [...runs].map(([system, measured]) => rowOf(system, of(measured), own))
  return { title: `${name}, ${own.length} questions:`, rows: [HEADINGS, ...rows] }
})
for (const { title, rows } of tables) console.log(`\n${title}\n\n${plainTable(rows)}`)
if (process.argv.includes('--write')) {
  const sections = tables.map(({ title, rows }) => `${title}\n\n${markdownTable(rows)}`)
  writeMarkedSection(
    'docs/passages.md',
    'passages',
    [`${stamp('npm run passages -- --write')}.`, ...sections].join('\n\n'),
  )
}
if (process.argv.includes('--kinds')) {
  for (const kind of new Set(questions.map(question => question.kind))) {
    const of = (/** @type {Measured[]} */ measured) => measured.filter((_, i) => questions[i].kind === kind)
    const own = of(runs.get(OWN) ?? [])
    const rows = [...runs].map(([system, measured]) => rowOf(system, of(measured), own))
    console.log(`\n${kind}: ${own.length} questions\n\n${plainTable([HEADINGS, ...rows])}`)
  }
}
if (process.argv.includes('--losses')) {
  const own = runs.get(OWN) ?? []
  questions.forEach((question, i) => {
    const others = [...runs].map(([, measured]) => measured[i].reciprocal.toFixed(2)).join(' ')
    if (own[i].first === 0)
      console.log(`${question.id} ${i % 2 === 0 ? 'dev' : 'test'} ${others} ${question.text} → ${question.answer}`)
  })
}

/** @typedef {{ first: number, third: number, reciprocal: number, length: number }} Measured */

/** @param {Place[]} returned @param {Place} answer @returns {Measured} */
function measure(returned, answer) {
  const at = returned.findIndex(
    ({ document, start, end }) => document === answer.document && start <= answer.start && end >= answer.end,
  )
  const rank = at === -1 ? Number.POSITIVE_INFINITY : at + 1
  const lengths = returned.slice(0, 3).map(({ start, end }) => end - start)
  return { first: Number(rank === 1), third: Number(rank <= 3), reciprocal: 1 / rank, length: mean(lengths) }
}

/** @param {string} name @param {Measured[]} measured @param {Measured[]} own */
function rowOf(name, measured, own) {
  const cells = /** @type {const} */ (['first', 'third', 'reciprocal']).flatMap(key => {
    const values = measured.map(one => one[key])
    const p =
      measured === own
        ? 1
        : evaluation.randomisationTest(
            own.map(one => one[key]),
            values,
          )
    return [mean(values).toFixed(3), name === OWN ? '' : p.toFixed(3)]
  })
  return [name, ...cells, mean(measured.map(({ length }) => length)).toFixed(0)]
}

/** @param {number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

/** @param {{ id: string | number, start: number, end: number }[]} passages @returns {Place[]} */
function placesOf(passages) {
  return passages.map(({ id, start, end }) => ({ document: `${id}`, start, end }))
}

/** @param {string} id @returns {Place} */
function placeOf(id) {
  const [document] = id.split(' ')
  const { start, body } = paragraphOf.get(id) ?? { start: 0, body: '' }
  return { document, start, end: start + body.length }
}

/** @param {Question} question @returns {Place} */
function placeOfAnswer({ id, document, answer }) {
  const body = articles.find(article => article.id === document)?.body ?? ''
  const start = body.indexOf(answer)
  if (start === -1) throw new Error(`${id}: the answer is not in the article.`)
  return { document, start, end: start + answer.length }
}

/** @param {string} line @returns {Question} */
function readQuestion(line) {
  const [id, kind, document, answer, text] = line.split('\t')
  return { id, kind, document, answer, text }
}

/** @returns {Article[]} */
function readArticles() {
  const folder = join(data, 'articles')
  return readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => {
      const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(folder, name), 'utf8')) ?? [
        '',
        '',
        '',
      ]
      const value = (/** @type {string} */ key) =>
        new RegExp(`^${key}: (.*)$`, 'm')
          .exec(head)?.[1]
          .replace(/^'(.*)'$/, '$1')
          .replaceAll("''", "'") ?? ''
      return { id: value('id'), title: value('title'), body: body.trim().replace(/^#+ /gm, '') }
    })
}
