/** The chosen stretch against all stretches: none covers more, none as much in fewer words, none as close and earlier. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestStretch, surroundingsIn } from '../../src/highlight/best-stretch.ts'
import { Cuts } from '../../src/highlight/cuts.ts'
import { type Mark, MarkFinder } from '../../src/highlight/marks.ts'
import { readQuery } from '../../src/query/query.ts'
import { plainLanguage } from '../support/plain-language.ts'

const language = plainLanguage()
const WORDS = ['roi', 'reine', 'ville', 'villes', 'paix', 'rien', 'rien', 'le']

/** Weight of what the marks cover: a word that is only related counts half. */
function weightOf(marks: readonly Mark[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, term) => {
    if (marks.some(({ expansion }) => expansion.own.includes(term))) return sum + weight
    return marks.some(({ expansion }) => expansion.related.includes(term)) ? sum + weight / 2 : sum
  }, 0)
}

test('no stretch is better than the one chosen', () => {
  const texts = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 }).map(words => words.join(' '))
  const allWeights = fc.array(fc.constantFrom(1, 2, 3.5), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(texts, allWeights, fc.integer({ min: 10, max: 60 }), (text, weights, length) => {
      const { source, tokens, marks } = new MarkFinder(readQuery('roi ville paix', language), language).read(text)
      const cuts = new Cuts(source, tokens, language)
      const chosen = bestStretch(marks, length, weights, surroundingsIn(cuts, length))
      const stretches = marks.flatMap((first, i) =>
        marks.slice(i).flatMap((last, n) => {
          if (last.end - first.start > length) return []
          const weight = weightOf(marks.slice(i, i + n + 1), weights)
          return [{ start: first.start, end: last.end, weight, words: last.last - first.first }]
        }),
      )
      stretches.sort((a, b) => b.weight - a.weight || a.words - b.words || a.start - b.start)
      expect(chosen && [chosen.start, chosen.end]).toEqual(stretches[0] && [stretches[0].start, stretches[0].end])
    }),
    { numRuns: 1000 },
  )
})
