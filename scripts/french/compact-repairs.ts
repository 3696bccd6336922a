/**
 * Writes index-data/french/word-repairs.txt and stem-repairs.txt: the classes of repairs.txt in two thirds of the bytes.
 *
 *   npx esbuild scripts/french/compact-repairs.ts --bundle --platform=node --format=esm --outfile=compact-repairs.mjs
 *   node --stack-size=4000 compact-repairs.mjs lexicon/usr/share/hunspell/fr frequencies.tsv
 *
 * Forms of 2 and more on the Zipf scale, and what a hand has decided, keep their class; rarer ones change it if that saves an ending.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { keyApart } from '../../src/languages/french/words/false-friends.ts'
import { isFunctionWord } from '../../src/languages/french/words/stop-words.ts'
import { fold } from '../../src/text/fold.ts'
import { readFrequencies } from '../word-frequencies.ts'
import { foldFrequencies } from './learn-repairs.ts'
import { readLexicon } from './lexicon.ts'
import { rightKeys } from './paradigms.ts'
import { backwards, formOf, type Level, rewrite, stemAfter } from './repair-levels.ts'
import { type ClassForm, shortenRepairs } from './shorten-repairs.ts'
import { splitRepairs } from './split-repairs.ts'

const [lexiconPath, frequencyPath] = process.argv.slice(2)
const FOLDER = 'index-data/french'
const RULE_COST = 2.4
/** Of the forms that are hardly ever written, one in so many says which endings are safe. */
const RARE_SAMPLE = 10
const RARE_COST = 0.03
const PRODUCTIVE = /(?:ee|iere|euse)s?$/
/** Rules of derivation find these classes by the endings of their keys (derivations.txt). */
const NAMED =
  /(?:al|alit|bl|bilit|crir|cript|duir|duct|enc|ent|entiel|eux|osit|ieur|iorit|if|ivit|iv|iqu|icien|mettr|miss|og|ogu|prim|press)$/

function rows(file: string): string[] {
  return readFileSync(`${FOLDER}/${file}`, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
}

// The classes of repairs.txt: an operation for each ending of words, and none of stems.
const single: Level = new Map()
for (const line of rows('repairs.txt')) {
  const [operation, ...endings] = line.split(' ')
  for (const ending of endings) single.set(ending, operation)
}
function keyToday(form: string): string {
  for (let length = Math.min(form.length + 1, 20); length > 0; length--) {
    const operation = single.get(`^${form}`.slice(-length))
    if (operation !== undefined) return stemAfter(operation === '0' ? form : rewrite(form, operation), '0')
  }
  return stemAfter(form, '')
}

const decisions = new Map(
  rows('form-decisions.tsv').map(line => {
    const [form, lemma] = line.split('\t')
    return [form, lemma === '-' ? '' : lemma]
  }),
)
const variants = rows('variants.tsv').flatMap(line => line.split('\t')[0].split(/[ ,|]+/))
const isDecided = new Set([...decisions.keys(), ...variants.map(fold)])

const frequencies = readFrequencies(frequencyPath)
const zipfs = foldFrequencies(frequencies)
const lexicon = readLexicon(lexiconPath)
const names = new Set(lexicon.filter(({ wordClass }) => wordClass === 'npr').map(({ form }) => fold(form)))
const words = new Set(lexicon.filter(({ wordClass }) => wordClass !== 'npr').map(({ form }) => fold(form)))

function costOf(word: string): number {
  const zipf = zipfs.get(word) ?? 0
  const decided = isDecided.has(word) ? 3 : 0
  if (words.has(word)) {
    if (zipf >= 2.8) return zipf + 0.5 + decided
    if (zipf >= 2) return 2.6 + decided
    return decided + (zipf > 1.5 ? zipf - 1.3 : zipf > 0 ? 3 * RARE_COST : RARE_COST)
  }
  if (names.has(word)) return decided + (zipf >= 2.5 ? zipf / 3 : RARE_COST / 3)
  return decided + (zipf >= 3 ? zipf / 4 : RARE_COST / 10)
}

const forms = new Map<string, ClassForm>()
for (const word of [...lexicon.map(({ form }) => form), ...frequencies.keys()]) {
  const folded = fold(word)
  if (!/^[a-z]+$/.test(folded) || isFunctionWord(word) || keyApart(folded) !== undefined) continue
  const form = formOf(word)
  const cost = costOf(folded)
  const known = forms.get(form)
  if (known === undefined) forms.set(form, { form, key: keyToday(form), cost })
  else known.cost = Math.max(known.cost, cost)
}

const { right } = rightKeys(lexicon, word => zipfs.get(word) ?? 0, {
  lemmas: decisions,
  apart: new Set([...words].filter(word => keyApart(word) !== undefined)),
  isFunctionWord,
})
function hash(word: string): number {
  let value = 0
  for (const letter of word) value = (value * 31 + letter.charCodeAt(0)) % 65_521
  return value
}
const NONE: ReadonlySet<string> = new Set()
const sample = [...forms.values()].filter(
  ({ form, cost }) => cost >= 0.2 || hash(form) % RARE_SAMPLE === 0 || PRODUCTIVE.test(form),
)
const { words: ofWords, stems: ofStems } = splitRepairs(
  sample.map(target => ({ ...target, others: target.cost < 2.6 ? (right.get(target.form) ?? NONE) : NONE })),
  RULE_COST,
)
shortenRepairs(
  [...forms.values()],
  ofWords,
  ofStems,
  (key, found) => !NAMED.test(key) && found.startsWith(key.slice(0, 3)),
)

write(
  'word-repairs.txt',
  ofWords,
  'of the singular',
  '; s before it asks for the plural; 0 leaves the word to Snowball',
)
write('stem-repairs.txt', ofStems, 'of the stem that Snowball gives', '')

function write(file: string, level: Level, of: string, more: string): void {
  const lists = new Map<string, string[]>()
  for (const [ending, operation] of level) lists.set(operation, [...(lists.get(operation) ?? []), ending])
  const lines = [...lists]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([operation, endings]) => `${operation} ${endings.sort().map(backwards).join(' ')}`)
  writeFileSync(
    `${FOLDER}/${file}`,
    `# How many letters to drop ${of} and what to add, then the endings at which to do so; ^ is the beginning, the longest ending wins${more}.
# Generated by scripts/french/compact-repairs.ts; sources and licences in README.md. Do not edit: change form-decisions.tsv or the scripts.
${lines.join('\n')}
`,
  )
}
