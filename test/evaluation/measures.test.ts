/** The measures on cases computed by hand, and against a second scorer. */
import { describe, expect, it } from 'vitest'
import { haveTopics, type Run, scoreRun } from '../../bench/measure.mjs'
import { InvalidOptionError } from '../../src/errors.ts'
import {
  type Judgments,
  meanMeasures,
  measureRanking,
  measureRun,
  randomisationTest,
  seededRandom,
} from '../../src/evaluation/index.ts'
import { secondScorer } from '../support/second-scorer.ts'

describe('measureRanking', () => {
  it('is 1 throughout when the judged documents come first, by grade', () => {
    const grades = new Map([
      ['a', 3],
      ['b', 1],
    ])
    expect(measureRanking(['a', 'b', 'x'], grades)).toEqual({ ndcg: 1, mrr: 1, recall: 1 })
  })

  it('discounts by log2(rank + 1)', () => {
    // One document of grade 1 at rank 3: gain 1 / log2(4) = 0.5, ideal 1.
    expect(measureRanking(['x', 'y', 'a'], new Map([['a', 1]]))).toEqual({ ndcg: 0.5, mrr: 1 / 3, recall: 1 })
  })

  it('weighs a grade by 2^grade − 1', () => {
    // b (grade 1) before a (grade 2): (1 + 3 / log2 3) / (3 + 1 / log2 3).
    const grades = new Map([
      ['a', 2],
      ['b', 1],
    ])
    expect(measureRanking(['b', 'a'], grades).ndcg).toBeCloseTo(2.892789 / 3.63093, 5)
  })

  it('cuts nDCG and MRR at 10 and recall at 100', () => {
    const others = (count: number) => Array.from({ length: count }, (_, i) => `x${i}`)
    const grades = new Map([['a', 1]])
    expect(measureRanking([...others(9), 'a'], grades)).toEqual({ ndcg: 1 / Math.log2(11), mrr: 0.1, recall: 1 })
    expect(measureRanking([...others(10), 'a'], grades)).toEqual({ ndcg: 0, mrr: 0, recall: 1 })
    expect(measureRanking([...others(99), 'a'], grades).recall).toBe(1)
    expect(measureRanking([...others(100), 'a'], grades)).toEqual({ ndcg: 0, mrr: 0, recall: 0 })
  })

  it('takes grades of 0 and less for no answers', () => {
    const grades = new Map([
      ['a', 1],
      ['b', 0],
      ['c', -2],
    ])
    expect(measureRanking(['b', 'c', 'a'], grades)).toEqual({ ndcg: 0.5, mrr: 1 / 3, recall: 1 })
    expect(measureRanking(['b'], new Map([['b', 0]]))).toEqual({ ndcg: 0, mrr: 0, recall: 0 })
  })

  it('counts only ten documents in the ideal ranking', () => {
    const judged = Array.from({ length: 20 }, (_, i) => `a${i}`)
    const grades = new Map(judged.map(id => [id, 1]))
    expect(measureRanking(judged.slice(0, 10), grades)).toEqual({ ndcg: 1, mrr: 1, recall: 0.5 })
  })
})

describe('haveTopics of the bench', () => {
  it('holds when all ids look like 123-4', () => {
    expect(haveTopics(['000-10', '12-3'])).toBe(true)
    expect(haveTopics(['000-10', 'q12'])).toBe(false)
    expect(haveTopics(['p-F100'])).toBe(false)
    expect(haveTopics([])).toBe(false)
  })
})

describe('scoreRun of the bench', () => {
  const judged = (...questions: string[]): Judgments => new Map(questions.map(id => [id, new Map([['a', 1]])]))

  it('counts a question without an answer as 0', () => {
    const scores = scoreRun(judged('q1', 'q2'), new Map([['q1', ['a']]]))
    expect(meanMeasures(scores.values())).toEqual({ ndcg: 0.5, mrr: 0.5, recall: 0.5 })
  })

  it('leaves out a question without judgments', () => {
    const run: Run = new Map([
      ['q1', ['a']],
      ['q9', ['x']],
    ])
    expect([...scoreRun(judged('q1'), run).keys()]).toEqual(['q1'])
  })

  it('averages the variants of a topic before the topics', () => {
    const run: Run = new Map([
      ['1-1', ['a']],
      ['1-2', ['x']],
      ['1-3', ['x']],
      ['2-1', ['a']],
    ])
    const scores = scoreRun(judged('1-1', '1-2', '1-3', '2-1'), run)
    expect([...scores.keys()]).toEqual(['1', '2'])
    expect(scores.get('1')?.ndcg).toBeCloseTo(1 / 3, 12)
    expect(meanMeasures(scores.values()).ndcg).toBeCloseTo(2 / 3, 12)
  })
})

describe('measureRun', () => {
  it('leaves out a question without any answer, and takes an id without a hyphen for a topic', () => {
    const judgments: Judgments = new Map([
      ['q1', new Map([['a', 1]])],
      ['q1-2', new Map([['a', 2]])],
      ['q2', new Map([['a', 0]])],
    ])
    const run = new Map([['q1', ['a']]])
    expect([...measureRun(run, judgments).keys()]).toEqual(['q1', 'q1-2'])
    expect([...measureRun(run, judgments, true)]).toEqual([['q1', { ndcg: 0.5, mrr: 0.5, recall: 0.5 }]])
  })

  it('is 0 of nothing', () => expect(meanMeasures([])).toEqual({ ndcg: 0, mrr: 0, recall: 0 }))
})

describe('randomisationTest', () => {
  it('is 1 when nothing differs', () => {
    expect(randomisationTest([0.1, 0.5], [0.1, 0.5])).toBe(1)
  })

  it('comes near the exact value for few questions', () => {
    // Eight equal differences of one sign: 2 of the 2^8 assignments are as extreme, p = 1/128.
    const better = Array.from({ length: 8 }, () => 0.3)
    const worse = Array.from({ length: 8 }, () => 0.2)
    const p = randomisationTest(better, worse)
    expect(p).toBeGreaterThan(0.005)
    expect(p).toBeLessThan(0.011)
    expect(randomisationTest(worse, better)).toBe(p)
  })

  it('takes ties of the sum for as extreme, whatever the rounding', () => {
    // Differences .1 and .2: of the four sums ±.3, ±.1 two are as large, p = 1/2.
    expect(randomisationTest([0.1, 0.2], [0, 0])).toBeCloseTo(0.5, 1)
  })

  it('gives the same value with the same seed, and is never 0', () => {
    const better = Array.from({ length: 200 }, () => 1)
    const worse = better.map(() => 0)
    expect(randomisationTest(better, worse)).toBe(1 / 10_001)
    const [a, b] = [
      [0.2, 0.5, 0.1, 0.9, 0.4],
      [0.1, 0.6, 0.1, 0.2, 0.2],
    ]
    expect(randomisationTest(a, b, { seed: 7 })).toBe(randomisationTest(a, b, { seed: 7 }))
  })

  it('refuses lists of different lengths', () => {
    expect(() => randomisationTest([1], [1, 2])).toThrow(InvalidOptionError)
  })

  it('refuses wrong options', () => {
    for (const permutations of [0, 1.5, 1e7]) {
      expect(() => randomisationTest([1], [1], { permutations })).toThrow(
        expect.objectContaining({ option: 'permutations' }),
      )
    }
    expect(() => randomisationTest([1], [1], { seed: Number.NaN })).toThrow(expect.objectContaining({ option: 'seed' }))
  })
})

describe('a second scorer, written from the definitions', () => {
  it.each([
    ['queries', false],
    ['topics', true],
  ])('agrees over %s', (_, byTopic) => {
    const random = seededRandom(3)
    const below = (limit: number) => Math.floor(random() * limit)
    const documents = Array.from({ length: 400 }, (_, i) => `d${i}`)
    const judgments = new Map<string, Map<string, number>>()
    const run: Run = new Map()
    for (let i = 0; i < 300; i++) {
      // Topics of 1 to 5 queries, 1 to 30 judged documents, grades from 0 to 3, rankings of up to 150 documents.
      const id = byTopic ? `${below(100)}-${i}` : `q${i}`
      const grades = Array.from({ length: 1 + below(30) }, () => [documents[below(400)], below(4)] as const)
      judgments.set(id, new Map([...grades, ['d0', 1]]))
      const ranking = documents.map(document => ({ document, draw: random() })).sort((a, b) => a.draw - b.draw)
      if (i % 10 > 0)
        run.set(
          id,
          ranking.slice(0, below(150)).map(({ document }) => document),
        )
    }
    const expected = secondScorer(judgments, run, byTopic)
    const measured = meanMeasures(scoreRun(judgments, run).values())
    for (const name of ['ndcg', 'mrr', 'recall'] as const) expect(measured[name]).toBeCloseTo(expected[name], 12)
    expect(haveTopics(judgments.keys())).toBe(byTopic)
  })
})
