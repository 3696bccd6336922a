/** The parts of the ranking that can be taken out to see what each brings: edits of the source as it is bundled, and options of the search. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {{ file: string, find: string, replace: string }} Edit of a file of `src/`; `find` stands in it exactly once
 * @typedef {{
 *   name: string, off: string, edits?: readonly Edit[], search?: Record<string, unknown>, rebuild?: boolean
 * }} Part `off`: what takes its place; `rebuild`: it is in the index, and not only in the question
 */

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url))

/** @param {string} file @param {string} find @param {string} replace @returns {Edit} */
const edit = (file, find, replace) => ({ file, find, replace })

/** @type {readonly Part[]} */
export const PARTS = [
  {
    name: 'title bonus',
    off: 'no bonus; a title still counts twice',
    edits: [
      edit(
        'search/score-segment.ts',
        'titleFactors: title ? normFactors(1 / WEIGHT_UNIT, title, average) : undefined',
        'titleFactors: undefined',
      ),
    ],
  },
  { name: 'title boost', off: 'a title counts like text; the bonus remains', search: { boost: { title: 1 } } },
  {
    name: 'proximity',
    off: 'no positions are read',
    edits: [
      edit(
        'search/execute.ts',
        'rewardProximity(ranked, question, weighed, parts, postings, options.count, options.factors !== undefined)\n',
        '{}\n',
      ),
    ],
  },
  {
    name: 'the word as typed',
    off: 'any form of a word counts like the typed one',
    edits: [edit('search/score-segment.ts', 'if (ownWeight > 0) {', 'if (false) {')],
  },
  {
    name: 'inflections',
    off: 'no plurals, feminines and conjugations',
    edits: [
      edit(
        'languages/french/french.ts',
        'return inflectionWeight(joinedSpelling(asked), joinedSpelling(found))',
        'return 0',
      ),
    ],
  },
  {
    name: 'accents',
    off: '« pêche » counts like « péché »',
    edits: [edit('languages/french/french.ts', 'inflectionWeight(joinedSpelling(asked), joinedSpelling(found))', '1')],
  },
  {
    name: 'question words',
    off: '« comment », « peut » count like other words',
    edits: [edit('weights.ts', 'QUESTION_WORD_WEIGHT = 0.3', 'QUESTION_WORD_WEIGHT = 1')],
  },
  {
    name: 'stop words',
    off: 'they count like other words',
    edits: [edit('query/query.ts', 'return content.length > 0 || isOptional ? content : words', 'return words')],
  },
  {
    name: 'word families',
    off: 'no « libyen » for « Libye »',
    edits: [
      edit(
        'languages/lexicon/word-language.ts',
        'related: word => related().of(word, relatedByMeaning(word))',
        'related: word => related().of(word, [])',
      ),
    ],
  },
  {
    name: 'spelling variants and numbers',
    off: 'no « clef » for « clé », no « XIV » for « 14 »',
    edits: [
      edit(
        'languages/lexicon/word-language.ts',
        'related: word => related().of(word, relatedByMeaning(word))',
        'related: word => relatedByMeaning(word)',
      ),
    ],
  },
  {
    name: 'acronyms and their long forms',
    off: 'none',
    edits: [edit('languages/french/words/listed-words.ts', '    weighted(ACRONYM_WEIGHT, ACRONYMS),\n', '')],
  },
  {
    name: 'spellings of compounds',
    off: 'no « weekend » for « week-end »; parts still count',
    edits: [edit('query/query.ts', '        wholes,\n        ...(named', '        wholes: [],\n        ...(named')],
  },
  { name: 'typo tolerance', off: 'no word is corrected', search: { fuzzy: false } },
  {
    name: 'length normalisation',
    off: 'long texts score like short ones',
    edits: [edit('weights.ts', 'TEXT_B = 0.6', 'TEXT_B = 0')],
  },
  {
    name: 'stemmer corrections',
    off: 'unmodified Snowball',
    rebuild: true,
    edits: [
      edit('languages/french/words/inflection.ts', 'stemFrench(rewrittenForm(word, folded))', 'stemFrench(folded)'),
    ],
  },
]

/**
 * The source of a file with a part's edits.
 * @param {Edit} edit
 * @param {string} source
 * @returns {string}
 */
export function applyEdit({ file, find, replace }, source) {
  const [before, after, ...more] = source.split(find)
  if (after === undefined || more.length > 0) {
    throw new Error(
      `src/${file} has ${more.length === 0 ? 'no' : 'several'} "${find.trim()}": the list of parts must follow the source.`,
    )
  }
  return before + replace + after
}

/** @param {string} file @returns {string} */
export const pathOf = file => `${SOURCE}/${file}`

/** @param {string} file @returns {string} */
export const sourceOf = file => readFileSync(pathOf(file), 'utf8')
