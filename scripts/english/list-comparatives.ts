/**
 * Writes src/languages/english/data/comparatives.ts: the adjectives whose comparative and superlative in -er and -est people write, from Hunspell dictionaries
 * and a list of frequencies (index-data/english/README.md says where they come from).
 *
 *   npx esbuild scripts/english/list-comparatives.ts --bundle --platform=node --format=esm --outfile=comparatives.mjs
 *   node comparatives.mjs frequencies.tsv dictionary-en dictionary-en-gb
 */
import { writeFileSync } from 'node:fs'
import { readFrequencies } from '../word-frequencies.ts'
import { readLexicon } from './lexicon.ts'

/** Of rarer ones (Zipf value) nothing is kept: hardly anybody asks for them. */
const RAREST = 2
/** Their form in -er is another word: a number is not more numb, and a liver is not more live. */
const OTHERS = new Set(
  'numb strange lat late lay flat prop tend prim form fin wad test quest bit off stead earn dive fell arch fly game divine forward mod wag for int bad base bum div flash fun hip hone inf loos pal pry sage tan temp ye swish real cross wack prompt live'.split(
    ' ',
  ),
)

const [frequenciesPath, ...folders] = process.argv.slice(2)
const frequencies = readFrequencies(frequenciesPath)
const lexicon = readLexicon(folders).filter(({ isName }) => !isName)
const all = new Set(lexicon.flatMap(({ forms }) => [...forms]))

/** The stem of the comparative: happi, larg, bigg. */
function stemsOf(word: string): string[] {
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}i`]
  if (word.endsWith('e')) return [word.slice(0, -1)]
  return /[^aeiou][aeiou][bdgmnprt]$/.test(word) ? [`${word}${word.at(-1)}`] : [word]
}

const adjectives = lexicon
  .map(({ lemma }) => lemma)
  .filter(lemma => /^[a-z]{2,}$/.test(lemma) && !OTHERS.has(lemma))
  .filter(lemma =>
    stemsOf(lemma).some(stem => {
      const both = [`${stem}er`, `${stem}est`]
      return both.every(form => all.has(form)) && both.some(form => (frequencies.get(form) ?? 0) >= RAREST)
    }),
  )
const lines: string[] = []
for (const word of [...new Set(adjectives)].sort()) {
  const last = lines.at(-1)
  if (last === undefined || last.length + word.length > 110) lines.push(word)
  else lines[lines.length - 1] = `${last} ${word}`
}
writeFileSync(
  'src/languages/english/data/comparatives.ts',
  `/** Adjectives with a comparative in -er and a superlative in -est. Written by scripts/english/list-comparatives.ts. */

export const COMPARED = \`
${lines.join('\n')}
\`
`,
)
console.log(`${adjectives.length} adjectives`)
