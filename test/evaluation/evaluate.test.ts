/** An index measured on questions whose answers are known, compared with another, and looked at closely. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  compare,
  diagnose,
  type EvaluationQuestion,
  evaluate,
  readJudgments,
  readQuestions,
} from '../../src/evaluation/index.ts'
import { french, SearchIndex } from '../../src/index.ts'
import { readArticles } from '../support/articles.ts'
import { secondScorer } from '../support/second-scorer.ts'

type Page = { id: string | number; title: string; body: string }

const documents: Page[] = [
  { id: 'pain', title: 'Le prix du pain', body: 'La baguette augmente de dix centimes.' },
  { id: 'ble', title: 'La récolte de blé', body: 'Le prix du blé recule, et le pain suivra.' },
  { id: 'train', title: 'Le train de nuit', body: 'Il part de Paris le soir.' },
  { id: 7, title: 'Les urgences', body: 'L’hôpital manque de lits.' },
]
const index = new SearchIndex<Page>({ fields: ['title', 'body'], storeFields: ['title'] })
index.addAll(documents)

const questions: EvaluationQuestion[] = [
  { id: '1-1', text: 'prix du pain' },
  { id: '1-2', text: 'combien coûte une baguette' },
  { id: '2-1', text: 'lits d’hôpital' },
  { id: '3', text: 'couchette' },
  { id: '4', text: 'le train de nuit' },
]
// `train` answers « couchette » without holding the word; `avion` is in no index.
const judgments = readJudgments(
  ['1-1\tpain\t1', '1-1\tble\t2', '1-2\tpain\t1', '2-1\t7\t1', '3\ttrain\t1', '3\tavion\t1', '4\ttrain\t0'].join('\n'),
)

describe('evaluate', () => {
  const { measures, ...evaluation } = evaluate(index, questions, judgments)

  test('measures question by question, ids of numbers too', () => {
    const [first, ...others] = evaluation.questions
    expect(first.ranking).toEqual(['pain', 'ble'])
    // Grades 1 and 2 in the wrong order: (1 + 3 / log2 3) / (3 + 1 / log2 3).
    expect(first.measures.ndcg).toBeCloseTo(2.892789 / 3.63093, 5)
    expect(others.map(({ id, measures }) => [id, measures])).toEqual([
      ['1-2', { ndcg: 1, mrr: 1, recall: 1 }],
      ['2-1', { ndcg: 1, mrr: 1, recall: 1 }],
      ['3', { ndcg: 0, mrr: 0, recall: 0 }],
    ])
  })

  test('gives the means', () => {
    expect(measures.ndcg).toBeCloseTo((2.892789 / 3.63093 + 2) / 4, 5)
    expect(measures).toMatchObject({ mrr: 0.75, recall: 0.75 })
    expect(evaluation.topics).toBeUndefined()
  })

  test('tells which questions have no answer, and which documents are not there', () => {
    expect(evaluation.unjudged).toEqual(['4'])
    expect(evaluation.missing).toEqual([{ question: '3', document: 'avion' }])
  })

  test('averages the wordings of a topic first', () => {
    const { measures, topics } = evaluate(index, questions, judgments, { byTopic: true })
    expect([...(topics?.keys() ?? [])]).toEqual(['1', '2', '3'])
    expect(topics?.get('1')?.ndcg).toBeCloseTo((2.892789 / 3.63093 + 1) / 2, 5)
    expect(measures.mrr).toBeCloseTo(2 / 3, 12)
  })

  test('searches as it is told', () => {
    const { questions: measured } = evaluate(index, questions, judgments, { search: { fields: ['body'] } })
    expect(measured[0].ranking).toEqual(['ble'])
  })

  test.each([
    ['questions', [[...questions, questions[0]], judgments]],
    ['questions', [[{ id: 1, text: 'x' }], judgments]],
    ['questions', ['q.jsonl', judgments]],
    ['judgments', [questions.slice(1), judgments]],
    ['judgments', [questions, {}]],
    ['byTopic', [questions, judgments, { byTopic: 'yes' }]],
    ['topics', [questions, judgments, { topics: true }]],
    ['search', [questions, judgments, { search: 'any' }]],
    ['search.limit', [questions, judgments, { search: { limit: 5 } }]],
    ['match', [questions, judgments, { search: { match: 'none' } }]],
  ])('a wrong %s is refused by name', (option, args) => {
    const call = evaluate as unknown as (...args: unknown[]) => unknown
    expect(() => call(index, ...args)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION', option }))
  })
})

describe('compare', () => {
  const withSynonyms = SearchIndex.fromBytes<Page>(index.toBytes(), {
    language: french({ synonyms: [['couchette', 'train de nuit']] }),
  })
  const [before, after] = [index, withSynonyms].map(index => evaluate(index, questions, judgments))

  test('shows what moved, question by question', () => {
    const { difference, questions } = compare(after, before)
    expect(questions.map(({ difference }) => difference.mrr)).toEqual([0, 0, 0, 1])
    expect(questions[3]).toMatchObject({ id: '3', text: 'couchette', a: { recall: 0.5 }, b: { recall: 0 } })
    expect(difference.mrr).toBe(0.25)
  })

  test('one question that moved proves nothing; nothing that moved, nothing at all', () => {
    expect(compare(after, before).p).toEqual({ ndcg: 1, mrr: 1, recall: 1 })
    expect(compare(before, before)).toMatchObject({ difference: { ndcg: 0 }, p: { ndcg: 1 } })
  })

  test('draws over topics where the evaluations are by topic', () => {
    const moved = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `1-${i}`, text: 'couchette' }))
    const many = moved(12)
    const judged = new Map(many.map(({ id }) => [id, new Map([['train', 1]])]))
    const both = (byTopic: boolean) =>
      compare(evaluate(withSynonyms, many, judged, { byTopic }), evaluate(index, many, judged, { byTopic }))
    expect(both(false).p.ndcg).toBeLessThan(0.01)
    expect(both(true).p.ndcg).toBe(1)
  })

  test('refuses evaluations of other questions', () => {
    const fewer = evaluate(index, questions.slice(0, 2), new Map([...judgments].slice(0, 2)))
    const byTopic = evaluate(index, questions, judgments, { byTopic: true })
    for (const other of [fewer, byTopic]) {
      expect(() => compare(before, other)).toThrow(expect.objectContaining({ option: 'b' }))
    }
  })
})

describe('diagnose', () => {
  const { questions: measured } = evaluate(index, questions, judgments)

  test('gives what came first and what should have come, each explained', () => {
    const { first, wanted } = diagnose(index, measured[0], { first: 1 })
    expect(first).toMatchObject([{ id: 'pain', grade: 1, rank: 1, document: { title: 'Le prix du pain' } }])
    expect(wanted).toMatchObject([{ id: 'ble', grade: 2, rank: 2 }])
    const { hits } = index.search('prix du pain', { explain: true })
    expect([...first, ...wanted].map(({ explanation }) => explanation)).toEqual(hits.map(hit => hit.explanation))
  })

  test('what is not found has no rank, what is not there no document', () => {
    expect(diagnose(index, measured[3])).toEqual({
      first: [],
      wanted: [
        { id: 'train', grade: 1, rank: undefined, document: { title: 'Le train de nuit' }, explanation: undefined },
        { id: 'avion', grade: 1, rank: undefined, document: undefined, explanation: undefined },
      ],
    })
  })

  test('refuses a wrong number', () => {
    expect(() => diagnose(index, measured[0], { first: -1 })).toThrow(expect.objectContaining({ option: 'first' }))
  })
})

test('a second scorer gives the same for the questions about the articles', () => {
  const read = (file: string) => readFileSync(join(import.meta.dirname, '../../index-data', file), 'utf8')
  const articles = new SearchIndex<Page>({ fields: ['title', 'body'] })
  for (const { id: file, title, body } of readArticles()) {
    const [, id = file] = /^id: (.*)$/m.exec(read(`articles/${file}.md`)) ?? []
    articles.add({ id, title, body })
  }
  const asked = readQuestions(read('evaluation/questions.jsonl'))
  const judged = readJudgments(read('evaluation/judgments.tsv'), { questions: asked })
  const { measures, questions } = evaluate(articles, asked, judged)
  const rankings = new Map(questions.map(({ id, ranking }) => [id, ranking.map(String)]))
  const expected = secondScorer(judged, rankings)
  expect(expected.ndcg).toBeGreaterThan(0.3)
  for (const name of ['ndcg', 'mrr', 'recall'] as const) expect(measures[name]).toBeCloseTo(expected[name], 12)
})
