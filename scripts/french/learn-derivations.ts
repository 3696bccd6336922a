/**
 * Writes index-data/french/derivations.txt: the pairs of words of the lexicon that one rule of derivation makes of each other, and whose
 * classes differ: fermer and fermeture, électricien and électricité.
 *
 *   npx esbuild scripts/french/learn-derivations.ts --bundle --platform=node --format=esm --outfile=learn-derivations.mjs
 *   node learn-derivations.mjs lexicon/usr/share/hunspell/fr frequencies.tsv
 *
 * Runs after learn.ts and build-tables.ts, whose keys it compares.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { stemKey } from '../../src/languages/french/words/inflection.ts'
import { isFunctionWord } from '../../src/languages/french/words/stop-words.ts'
import { fold } from '../../src/text/fold.ts'
import { readFrequencies } from '../word-frequencies.ts'
import { readLexicon } from './lexicon.ts'

const [lexiconPath, frequencyPath] = process.argv.slice(2)
const FOLDER = 'index-data/french'
const VERB =
  /^(?:er|ir|re|ever|ermer|ifier|[qg]uer|iner|primer|der|duire|struire|venir|tenir|traire|vaincre|clure|rompre|mettre|crire)$/

function rows(file: string): string[][] {
  const lines = readFileSync(`${FOLDER}/${file}`, 'utf8').split('\n')
  return lines.filter(line => line !== '' && !line.startsWith('#')).map(line => line.split('\t'))
}

/** The most frequent form of a lemma says how frequent it is. */
const zipfs = new Map<string, number>()
const classes = new Map<string, Set<string>>()
const frequencies = readFrequencies(frequencyPath)
for (const { form, lemma, wordClass } of readLexicon(lexiconPath)) {
  if (wordClass === 'npr' || !/^\p{L}+$/u.test(lemma) || isFunctionWord(lemma)) continue
  const key = fold(lemma)
  zipfs.set(key, Math.max(zipfs.get(key) ?? 0, frequencies.get(form) ?? 0))
  const known = classes.get(key)
  if (known === undefined) classes.set(key, new Set([wordClass]))
  else known.add(wordClass)
}
const isNoun = (word: string) => [...(classes.get(word) ?? [])].some(wordClass => /^(?:nom|adj)/.test(wordClass))
const keyOf = (word: string) => stemKey(word.replace(/[-']/g, ''))
const inOneFamily = new Set(
  [...rows('families.tsv'), ...rows('demonyms.tsv')].flatMap(row => {
    const keys = row.flatMap(words => words.split(' ').map(keyOf))
    return keys.flatMap(a => keys.map(b => `${a} ${b}`))
  }),
)
const accidents = new Set(rows('false-derivations.tsv').map(([pair]) => pair))

/** Of the pairs that show what a rule without a list does to keys. */
const LEAST_ZIPF = 2.3
/** What a rule without a list must make at least. */
const LEAST_PAIRS = 3
/** A rule that needs no list still needs endings that tell: nothing follows from a key of any ending, nor from one of a verb. */
const isLong = (group: string) => {
  const [, baseKey, , key] = group.split(' ')
  return [baseKey, key].every(ending => ending.length >= 2 && !/^[eio]r$/.test(ending))
}

/** Ending of the base, of its key, of the derived word, of its key → what stands before all four. */
const groups = new Map<string, Set<string>>()
const seen = new Set<string>()
const listing: string[] = []
const rules = rows('derivation-rules.tsv').map(([baseEnding, ending, least, zipf]) => ({
  baseEnding,
  ending,
  least: Number(least),
  leastZipf: zipf === '*' ? LEAST_ZIPF : Number(zipf),
  needsNoList: zipf === '*',
}))
const withoutList = new Set<string>()
for (const { baseEnding, ending, least, leastZipf, needsNoList } of rules) {
  const from = baseEnding === '-' ? '' : baseEnding
  const isVerb = VERB.test(from) && !(from === 'er' && ending === 'erete')
  for (const [derived, zipf] of zipfs) {
    if (!derived.endsWith(ending) || zipf < leastZipf) continue
    const stem = derived.slice(0, derived.length - ending.length)
    const base = stem + from
    if (stem.length < least || (zipfs.get(base) ?? 0) < leastZipf) continue
    if (!(isVerb && classes.get(base)?.has('v')) && !(isNoun(base) && (!isVerb || ending === 'erie'))) continue
    if (!isNoun(derived) && !/(?:er)$/.test(ending)) continue
    const [a, b] = [stemKey(base), stemKey(derived)]
    const pair = `${base} ${derived}`
    if (a === b || accidents.has(pair) || seen.has(`${a} ${b}`) || seen.has(`${b} ${a}`)) continue
    if (inOneFamily.has(`${a} ${b}`)) continue
    const common = a.startsWith(stem) && b.startsWith(stem) ? stem : undefined
    if (common === undefined) continue
    seen.add(`${a} ${b}`)
    const group = [from, a.slice(common.length), ending, b.slice(common.length)].map(text => text || '-').join(' ')
    if (needsNoList && isLong(group)) withoutList.add(group)
    groups.set(group, (groups.get(group) ?? new Set()).add(common))
    listing.push(`${baseEnding} ${ending}\t${pair}`)
  }
}
const lines = [...groups]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .filter(([group, stems]) => stems.size >= (withoutList.has(group) ? LEAST_PAIRS : 1))
  .map(([group, stems]) => `${group} ${withoutList.has(group) ? '*' : [...stems].sort().join(' ')}`)
writeFileSync(
  `${FOLDER}/derivations.txt`,
  `# Words derived from one another: the ending of the base, of its key, of the derived word, of its key (- is none), then what stands before, or * for anything.
# Generated by scripts/french/learn-derivations.ts; sources and licences in README.md. Do not edit: change derivation-rules.tsv or false-derivations.tsv.
${lines.join('\n')}
`,
)
if (process.argv[4] === '--list') console.log(listing.join('\n'))
console.log(`${listing.length} pairs in ${lines.length} lines`)
