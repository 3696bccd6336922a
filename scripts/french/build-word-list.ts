/**
 * Writes index-data/french/word-list.bin, the words that corrections are checked against, from a Hunspell dictionary and a list of frequencies
 * (index-data/french/README.md says where they come from), and src/languages/french/words/word-list-places.ts, which says where its blocks are.
 *
 *   npx esbuild scripts/french/build-word-list.ts --bundle --platform=node --format=esm --outfile=word-list.mjs
 *   node word-list.mjs lexicon/usr/share/hunspell/fr frequencies.tsv
 */
import { pieceOf } from '../../src/languages/lexicon/piece.ts'
import { readFrequencies } from '../word-frequencies.ts'
import { type ListedLemma, writeWordList } from '../word-list.ts'
import { readLexicon } from './lexicon.ts'

const [lexiconPath, frequenciesPath] = process.argv.slice(2)

function lemmas(): ListedLemma[] {
  const byLemma = new Map<string, { words: Set<string>; isName: boolean }>()
  for (const { form, lemma, wordClass } of readLexicon(lexiconPath)) {
    const word = pieceOf(form)
    if (!/^[a-z]+$/.test(word)) continue
    const id = `${lemma} ${wordClass}`
    const known = byLemma.get(id) ?? { words: new Set<string>(), isName: wordClass === 'npr' }
    known.words.add(word)
    byLemma.set(id, known)
  }
  return [...byLemma.values()]
}

writeWordList({
  lemmas: lemmas(),
  frequencies: readFrequencies(frequenciesPath),
  target: 'index-data/french/word-list.bin',
  places: 'src/languages/french/words/word-list-places.ts',
  script: 'scripts/french/build-word-list.ts',
})
