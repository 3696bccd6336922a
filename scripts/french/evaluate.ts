/**
 * Measures how well keys gather the forms of a word and keep words apart, with a lexicon as the judge: plain Snowball beside Trouvaille.
 *
 *   npx esbuild scripts/french/evaluate.ts --bundle --platform=node --format=esm --outfile=evaluate.mjs
 *   node evaluate.mjs lexicon/usr/share/hunspell/fr frequencies.tsv
 *
 * Only forms of one lemma, no function words, that people write (2 on the Zipf scale and more) are judged. Under-stemming: pairs of forms of a lemma that have different keys,
 * in per cent of such pairs. Over-stemming: pairs of lemmas that share a key. (C. D. Paice, "Method for evaluation of stemming algorithms based
 * on error counting", 1996, whose over-stemming counts families too: read it as a difference.)
 */
import { stemKey } from '../../src/languages/french/words/inflection.ts'
import { stemFrench } from '../../src/languages/french/words/snowball.ts'
import { isFunctionWord } from '../../src/languages/french/words/stop-words.ts'
import { fold } from '../../src/text/fold.ts'
import { readFrequencies } from '../word-frequencies.ts'
import { readLexicon } from './lexicon.ts'

const [lexiconPath, frequencyPath] = process.argv.slice(2)
const frequencies = readFrequencies(frequencyPath)
const lemmasOf = new Map<string, Set<string>>()
for (const { form, lemma, wordClass } of readLexicon(lexiconPath)) {
  if (wordClass === 'npr' || !/^\p{L}+$/u.test(form) || isFunctionWord(form)) continue
  const lemmas = lemmasOf.get(form)
  if (lemmas) lemmas.add(lemma)
  else lemmasOf.set(form, new Set([lemma]))
}

function measure(key: (word: string) => string, least: number) {
  const forms = new Map<string, [string, number][]>()
  for (const [form, lemmas] of lemmasOf) {
    const zipf = frequencies.get(form) ?? 0
    if (zipf < least || lemmas.size > 1) continue
    for (const lemma of lemmas) forms.set(lemma, [...(forms.get(lemma) ?? []), [key(form), 10 ** zipf]])
  }
  let pairs = 0
  let missed = 0
  let weight = 0
  let missedWeight = 0
  const lemmasByKey = new Map<string, number>()
  for (const list of forms.values()) {
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) {
        const both = Math.min(list[i][1], list[j][1])
        pairs++
        weight += both
        if (list[i][0] !== list[j][0]) {
          missed++
          missedWeight += both
        }
      }
    for (const found of new Set(list.map(([k]) => k))) lemmasByKey.set(found, (lemmasByKey.get(found) ?? 0) + 1)
  }
  let joined = 0
  for (const count of lemmasByKey.values()) joined += (count * (count - 1)) / 2
  const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} %`
  return `under-stemming ${percent(missed, pairs)} of ${pairs} pairs (by frequency ${percent(missedWeight, weight)}); lemma pairs joined ${joined}`
}

for (const least of [2, 3, 4]) {
  console.log(`forms from ${least} on the Zipf scale`)
  console.log(`  Snowball            ${measure(stemFrench, least)}`)
  console.log(`  Snowball of folded  ${measure(word => stemFrench(fold(word)), least)}`)
  console.log(`  Trouvaille          ${measure(stemKey, least)}`)
}
