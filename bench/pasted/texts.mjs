/** Pasted texts: sentences with quotation marks, dashes and parentheses, and the page that each is about. */

import { readdirSync, readFileSync } from 'node:fs'
import { seededRandom } from '../random.mjs'

/** @typedef {{ name: string, documents: { id: string, title: string, text: string }[], questions: { id: string, text: string }[], judgements: import('../measure.mjs').Judgements }} PastedSet */

const ARTICLES = new URL('../../index-data/articles/', import.meta.url)
const SENTENCES = new URL('./sentences.tsv', import.meta.url)

/**
 * How people, keyboards and programs write the quotation marks and dashes of a sentence.
 * @type {readonly [name: string, write: (text: string) => string][]}
 */
const WRITINGS = [
  ['printed', text => text],
  ['typed', text => text.replace(/« | »/g, '"').replaceAll(' – ', ' - ')],
  ['english', text => text.replaceAll('« ', '“').replaceAll(' »', '”').replaceAll(' – ', ' — ')],
  [
    'parentheses',
    text =>
      text
        .replace(/« | »/g, "'")
        .replace(/ – ([^–]*) – /g, ' ($1) ')
        .replaceAll(' – ', ' - '),
  ],
  ['careless', text => text.replace(/« | »/g, '"').replaceAll(' – ', ' -')],
]

/** The same words without their signs. @param {string} text */
export function withoutSigns(text) {
  return text
    .replace(/[«»“”„"()]|(^|\s)[-–—]+|[–—]/g, ' ')
    .replace(/(^|\s)['‘]|['’](?![\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Own sentences about the articles of index-data, each in five writings. @returns {PastedSet} */
export function sentencesOfArticles() {
  const documents = readdirSync(ARTICLES)
    .filter(name => name.endsWith('.md'))
    .map(name => {
      const [, head, body] = readFileSync(new URL(name, ARTICLES), 'utf8').split(/^---$/m)
      return { id: name.slice(0, -3), title: /^title: *["']?(.*?)["']?$/m.exec(head)?.[1] ?? '', text: body.trim() }
    })
  const lines = readFileSync(SENTENCES, 'utf8').trim().split('\n')
  const questions = lines.flatMap(line => {
    const [id, text] = line.split('\t')
    return WRITINGS.map(([name, write]) => ({ id: `${id}/${name}`, text: write(text) }))
  })
  const judgements = new Map(questions.map(({ id }) => [id, new Map([[id.split('/')[0], 1]])]))
  return { name: 'sentences about articles', documents, questions, judgements }
}

/**
 * Sentences of documents, with signs put in by rule: three of their words in quotation marks, two in parentheses, a dash before another.
 * @param {import('../collections.mjs').Collection} collection
 * @param {number} count
 * @returns {PastedSet}
 */
export function sentencesOfDocuments({ name, documents }, count) {
  const random = seededRandom(17)
  /** @type {{ id: string, text: string }[]} */
  const questions = []
  const judgements = new Map()
  for (let tries = 0; questions.length < count && tries < count * 20; tries++) {
    const { id, text } = documents[Math.floor(random() * documents.length)]
    const sentences = text.split(/(?<=[.!?])\s+|\n/).filter(sentence => /^[^«»"“”()–—]{70,240}$/.test(sentence))
    const sentence = sentences[Math.floor(random() * sentences.length)]
    const words = sentence?.split(/\s+/) ?? []
    if (words.length < 10 || judgements.has(id)) continue
    const [quoted, aside, dash] = [1, 5, 8].map(place => place + Math.floor(random() * 2))
    const [open, close] = random() < 0.5 ? ['« ', ' »'] : ['"', '"']
    words[quoted] = open + words[quoted]
    words[quoted + 2] += close
    words[aside] = `(${words[aside]}`
    words[aside + 1] += ')'
    words[dash] = random() < 0.5 ? `- ${words[dash]}` : `-${words[dash]}`
    questions.push({ id, text: words.join(' ') })
    judgements.set(id, new Map([[id, 1]]))
  }
  return { name: `sentences of ${name}`, documents, questions, judgements }
}

/**
 * The same, with two other words for two of theirs: a page that tells the same otherwise.
 * @param {PastedSet} set
 * @returns {PastedSet}
 */
export function changed({ name, questions, ...set }) {
  const others = questions.map(({ text }) => withoutSigns(text).split(' ').at(-1) ?? '')
  const texts = questions.map(({ id, text }, i) => {
    const words = text.split(' ')
    words[words.length - 2] = others[(i + 1) % others.length]
    words[words.length - 1] = others[(i + 2) % others.length]
    return { id, text: words.join(' ') }
  })
  return { name: `${name}, changed`, questions: texts, ...set }
}

/**
 * The judged questions of a collection that have five words or more, two long words side by side in quotation marks.
 * @param {import('../collections.mjs').Collection} collection
 * @returns {PastedSet}
 */
export function quotedQuestions({ name, documents, questions, judgements }) {
  const random = seededRandom(18)
  const quoted = questions.flatMap(({ id, text }) => {
    const words = withoutSigns(text).split(' ')
    const places = words.flatMap((word, i) => (i > 0 && words[i - 1].length > 4 && word.length > 4 ? [i - 1] : []))
    if (words.length < 5 || places.length === 0) return []
    const place = places[Math.floor(random() * places.length)]
    words[place] = `« ${words[place]}`
    words[place + 1] += ' »'
    return [{ id, text: words.join(' ') }]
  })
  const ids = new Set(quoted.map(({ id }) => id))
  return {
    name: `questions of ${name}`,
    documents,
    questions: quoted,
    judgements: new Map([...judgements].filter(([id]) => ids.has(id))),
  }
}
