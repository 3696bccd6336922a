/** Ranks by the formulas alone: every document, every word, no postings, no segments. What the executor must agree with. */

import { encodeLength, lengthOfNorm } from '../../src/index/length-norm.ts'
import type { Language } from '../../src/language/language.ts'
import { readQuery } from '../../src/query/query.ts'
import { fold } from '../../src/text/fold.ts'
import { TokenList } from '../../src/text/token.ts'

export interface PlainDocument {
  id: string
  title: string
  body: string
}

interface ReadField {
  words: { word: string; position: number }[]
  length: number
}

const FIELDS = [
  { name: 'title', boost: 2, b: 0.75 },
  { name: 'body', boost: 1, b: 0.6 },
] as const

/** All documents that hold a word of the question, best first. */
export function rankByBruteForce(
  documents: readonly PlainDocument[],
  text: string,
  language: Language,
  stopWordPositions = true,
) {
  const read = documents.map(document => FIELDS.map(field => readField(document[field.name], language)))
  const average = FIELDS.map((_, f) => {
    const lengths = read.map(fields => fields[f].length).filter(length => length > 0)
    return lengths.length === 0 ? 1 : lengths.reduce((a, b) => a + b, 0) / lengths.length
  })
  const { terms, sequence } = readQuery(text, language)
  const weighed = terms.map(term => {
    const inClass = (word: string) => language.key(word) === term.key
    const isOwn = (word: string) => inClass(word) && fold(word) === fold(term.word)
    const related = language.related(term.word)
    const classWeight = (word: string) => {
      if (inClass(word)) return language.classWeight(term.word, word)
      return related.find(({ word: other }) => language.key(other) === language.key(word))?.weight ?? 0
    }
    const ownWeight = (word: string) =>
      !isOwn(word) ? 0 : word === term.word ? 1 : fold(term.word) === term.word ? 0.75 : 0.25
    const isWhole = (word: string) =>
      [...term.wholes, ...(term.joined ?? [])].some(whole => language.key(whole) === language.key(word))
    const holding = (test: (word: string) => boolean) =>
      read.filter(fields => fields.some(({ words }) => words.some(({ word }) => test(word)))).length
    const vocabulary = new Set(read.flat().flatMap(({ words }) => words.map(({ word }) => word)))
    const sumOver = (test: (word: string) => boolean) =>
      [...vocabulary].filter(test).reduce((sum, word) => sum + holding(other => other === word), 0)
    const ofClass = holding(inClass)
    const others = (word: string) => !inClass(word) && (classWeight(word) > 0 || isWhole(word))
    const substitutes = term.substitutes.map(({ words, weight }) => ({
      keys: words.map(word => language.key(word)),
      weight,
    }))
    const ofSubstitutes = substitutes.reduce(
      (sum, { keys }) => sum + Math.min(...keys.map(key => holding(word => language.key(word) === key))),
      0,
    )
    const frequency = Math.min(documents.length, ofClass > 0 ? ofClass : sumOver(others) + ofSubstitutes)
    const own = Math.min(frequency, sumOver(isOwn))
    const idf = (n: number) => term.weight * Math.log(1 + (documents.length - n + 0.5) / (n + 0.5))
    return { ...term, substitutes, classWeight, ownWeight, isWhole, rarity: idf(frequency), ownRarity: idf(own) }
  })
  const questionRarity = weighed.reduce((sum, { rarity }) => sum + rarity, 0)

  const scored = documents.map((document, d) => {
    const fields = read[d]
    let score = 0
    let matched = 0
    let matchedContent = 0
    let titleScore = 0
    let titleRarity = 0
    let titleTerms = 0
    for (const term of weighed) {
      const count = (weight: (word: string) => number) =>
        fields.map(({ words }) => words.reduce((sum, { word }) => sum + round64(weight(word)), 0))
      const normalised = (counts: number[]) =>
        counts.reduce((sum, n, f) => sum + (n * FIELDS[f].boost) / divisor(f, fields[f].length, average[f]), 0)
      const saturated = (x: number) => x / (1.2 + x)
      const forms = count(term.classWeight)
      const wholes = count(word => (term.isWhole(word) && term.classWeight(word) === 0 ? 1 : 0))
      const substitutes = term.substitutes.map(({ keys, weight }) =>
        keys.map(key => count(word => (language.key(word) === key ? weight : 0))),
      )
      const least = (sums: number[]) => Math.min(...sums)
      const frequency = Math.max(
        normalised(forms),
        normalised(wholes),
        ...substitutes.map(words => least(words.map(normalised))),
      )
      if (frequency === 0) continue
      matched++
      if (term.weight >= 1) matchedContent++
      score += term.rarity * saturated(frequency) + 0.3 * term.ownRarity * saturated(normalised(count(term.ownWeight)))
      const inTitle = Math.max(forms[0], wholes[0], ...substitutes.map(words => least(words.map(counts => counts[0]))))
      if (inTitle > 0) {
        titleScore += term.rarity * saturated(inTitle / divisor(0, fields[0].length, average[0]))
        titleRarity += term.rarity
        titleTerms++
      }
    }
    if (titleTerms > 0) {
      const recall = titleRarity / questionRarity
      const unnamed = Math.max(0, fields[0].length - titleTerms) * (questionRarity / weighed.length)
      const precision = titleRarity / (titleRarity + unnamed)
      score += 2 * titleScore * ((2 * precision * recall) / (precision + recall))
    }
    let closeness = 0
    const pairs = new Set<string>()
    for (let i = 0; i + 1 < sequence.length; i++) {
      const [a, b] = [weighed[sequence[i].term], weighed[sequence[i + 1].term]]
      if (a === b || pairs.has(`${a.key} ${b.key}`)) continue
      pairs.add(`${a.key} ${b.key}`)
      const weight = ((a.rarity / a.weight + b.rarity / b.weight) / 2) * Math.min(a.weight, b.weight)
      const distance = Math.max(1, sequence[i + 1].position - sequence[i].position)
      const isCompound = sequence[i + 1].isSameWhole === true
      const isInOrder = (gap: number) => (isCompound ? gap >= 0 && gap <= distance : gap > 0 && gap <= distance + 1)
      let ordered = 0
      let near = 0
      for (const { words } of fields) {
        const places = (term: typeof a) =>
          words
            .filter(({ word }) => term.classWeight(word) > 0 || term.isWhole(word))
            .filter(({ word }) => stopWordPositions || !language.isStopWord(word))
            .map(({ position }) => position)
        const seconds = places(b)
        for (const position of places(a)) {
          if (seconds.some(second => isInOrder(second - position))) ordered++
          if (seconds.some(second => (isCompound || second !== position) && Math.abs(second - position) <= 8)) near++
        }
      }
      const inOrder = ordered / (ordered + 0.4)
      closeness += weight * (0.1 * (inOrder + near / (near + 0.4)) + (isCompound ? 0.5 * inOrder : 0))
    }
    return { id: document.id, score, closeness, matched, matchedContent, order: d }
  })
  const ranked = scored.filter(({ matched }) => matched > 0).sort(byScore)
  // The best thirty are looked at for words that stand together.
  const best = ranked.slice(0, 30).map(document => ({ ...document, score: document.score + document.closeness }))
  return [...best.sort(byScore), ...ranked.slice(30)]
}

function byScore(a: { score: number; order: number }, b: { score: number; order: number }): number {
  return b.score - a.score || a.order - b.order
}

function readField(text: string, language: Language): ReadField {
  const tokens = new TokenList()
  language.tokenize(text, tokens)
  const words = Array.from({ length: tokens.length }, (_, i) => ({
    word: tokens.words[i],
    position: tokens.positions[i],
  }))
  const counted = words.filter(({ word }, i) => tokens.spans[i] === 1 && !language.isStopWord(word)).length
  return { words, length: lengthOfNorm[encodeLength(counted)] }
}

function divisor(field: number, length: number, average: number): number {
  return 1 - FIELDS[field].b + (FIELDS[field].b * length) / average
}

function round64(weight: number): number {
  return Math.round(weight * 64) / 64
}
