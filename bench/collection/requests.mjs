/** The questions: requests that the editors of the code du travail numérique saved with the pages they want to see first. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '../random.mjs'

/** Wordings kept of each request, drawn with a fixed seed: some requests have two hundred. */
const WORDINGS = 4

/**
 * @param {string} folder of @socialgouv/datafiller-data
 * @param {ReadonlyMap<string, unknown>} documents by id
 * @returns {{ questions: import('../collections.mjs').Question[], judgements: (readonly [string, string, number])[] }}
 *   the question ids are TOPIC-WORDING
 */
export function savedRequests(folder, documents) {
  /** @type {{ variants: string[], refs: { url: string, position?: number }[] }[]} */
  const requests = JSON.parse(readFileSync(join(folder, 'data/requests.json'), 'utf8'))
  /** @type {import('../collections.mjs').Question[]} */
  const questions = []
  /** @type {(readonly [string, string, number])[]} */
  const judgements = []
  for (const [topic, { variants, refs }] of requests.entries()) {
    /** @type {Map<string, number>} */
    const grades = new Map()
    for (const [i, { url, position }] of refs.entries()) {
      const document = url.replace(/^\//, '').replace(/#.*/, '')
      const grade = gradeOf(position ?? i + 1)
      if (documents.has(document)) grades.set(document, Math.max(grade, grades.get(document) ?? 0))
    }
    if (grades.size === 0) continue
    for (const [wording, text] of drawn(variants, topic).entries()) {
      const id = `${String(topic).padStart(3, '0')}-${wording}`
      questions.push({ id, text })
      for (const [document, grade] of grades) judgements.push([id, document, grade])
    }
  }
  return { questions, judgements }
}

/**
 * The editors ordered the pages: the first is what the reader wants, the next two are good, the others are related.
 * @param {number} position from 1
 */
const gradeOf = position => (position <= 1 ? 3 : position <= 3 ? 2 : 1)

/**
 * @param {readonly string[]} variants
 * @param {number} seed
 */
function drawn(variants, seed) {
  const random = seededRandom(seed)
  return variants
    .map(text => ({ text, draw: random() }))
    .sort((a, b) => a.draw - b.draw)
    .slice(0, WORDINGS)
    .map(({ text }) => text)
}
