// Turns the word lists of index-data/french/ into the TypeScript tables of src/languages/french/data/. Run it after editing a list: node scripts/french-tables.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = new Set(JSON.parse(readFileSync(`${root}node_modules/stopwords-fr/stopwords-fr.json`, 'utf8')))

function rows(name) {
  const lines = readFileSync(`${root}index-data/french/${name}.tsv`, 'utf8').split('\n')
  return lines.filter(line => line !== '' && !line.startsWith('#')).map(line => line.split('\t'))
}

function check(name, words, expected) {
  const seen = new Set()
  for (const word of words) {
    if (seen.has(word)) throw new Error(`${name}: "${word}" is there twice`)
    if (source.has(word) !== expected) throw new Error(`${name}: "${word}" is ${expected ? 'not ' : ''}in stopwords-fr`)
    seen.add(word)
  }
}

/** A list of words as lines of at most 120 columns. */
function wrapped(words) {
  const lines = ['']
  for (const word of words) {
    const line = lines[lines.length - 1]
    if (line.length + word.length + 1 > 110) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return `\`\n${lines.join('\n')}\n\``
}

const kept = rows('stop-words-kept').map(([word]) => word)
const added = rows('stop-words-added').map(([word]) => word)
check('stop-words-kept.tsv', kept, true)
check('stop-words-added.tsv', added, false)
const note = 'Written by scripts/french-tables.mjs from index-data/french/; edit the lists there.'

writeFileSync(
  `${root}src/languages/french/data/stop-word-tables.ts`,
  `/** Where the stop words differ from the package stopwords-fr. ${note} */

/** Words of stopwords-fr that are no stop words here: content words, adverbs, numbers, single letters. */
export const KEPT = ${wrapped(kept)}

/** Stop words that stopwords-fr lacks. */
export const ADDED = ${wrapped(added)}
`,
)

writeFileSync(
  `${root}src/languages/french/data/question-words.ts`,
  `/** Words that people ask with. ${note} */

export const QUESTION_WORDS = ${wrapped(rows('question-words').map(([word]) => word))}
`,
)

writeFileSync(
  `${root}src/languages/french/data/function-words.ts`,
  `/** Words of grammar that are no stop words, and that are forms of nothing else. ${note} */

export const FUNCTION_WORDS = ${wrapped(rows('function-words').map(([word]) => word))}
`,
)

const isPhrase = ([words]) => words.split(/, | \| |^\| /).some(word => word.includes(' '))
const phrases = rows('variants').filter(isPhrase)
for (const [words, weight] of phrases)
  if (Number(weight) !== 0.9) throw new Error(`variants.tsv: "${words}" weighs 0.9`)
const variants = rows('variants')
  .filter(row => !isPhrase(row))
  .map(
    ([words, weight]) =>
      `${String(Number(weight)).replace(/^0/, '')} ${words.replaceAll(', ', ' ').replace(' | ', '|').replace(/^\| /, '|')}`,
  )
writeFileSync(
  `${root}src/languages/french/data/variants.ts`,
  `/** Spelling variants and abbreviations: words that stand for one another. ${note} */

/** A weight, then the words of a group; those behind a bar exactly as they are spelt. */
export const VARIANTS = \`${variants.join('\n')}\`

/** Variants of several words, as \`readSynonyms\` reads them. */
export const PHRASES = \`${phrases.map(([words]) => words).join('\n')}\`
`,
)

// Synonyms of several words count without their stop words: what is left out here would be left out when they are read.
const isStopWord = word => (source.has(word) && !kept.includes(word)) || added.includes(word)
const contentOf = longForm =>
  longForm
    .toLowerCase()
    .split(/ |(?<=’)/)
    .filter(word => !isStopWord(word.replace('’', "'")))
    .join(' ')
const acronyms = rows('acronyms').map(
  ([acronym, longForms]) => `${acronym}, ${longForms.split(', ').map(contentOf).join(' ')}`,
)
if (new Set(acronyms.map(line => line.split(',')[0])).size < acronyms.length)
  throw new Error('acronyms.tsv: one is there twice')
writeFileSync(
  `${root}src/languages/french/data/acronyms.ts`,
  `/** Acronyms and the words of what they stand for, a line each, as \`readSynonyms\` reads them. ${note} */

export const ACRONYMS = \`${acronyms.join('\n')}\`
`,
)
