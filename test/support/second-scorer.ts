/** nDCG@10, MRR@10 and R@100 a second time, written from their definitions and sharing no code with `src/evaluation/`, to compare with. */

/** Query → documents, best first. */
export type Rankings = ReadonlyMap<string, readonly string[]>
/** Query → document → grade. */
export type Grades = ReadonlyMap<string, ReadonlyMap<string, number>>

export interface Means {
  ndcg: number
  mrr: number
  recall: number
}

/** The means over the queries that are judged; with `byTopic` over the topics, what stands before the hyphen of their ids, each of which is a mean itself. */
export function secondScorer(grades: Grades, rankings: Rankings, byTopic = false): Means {
  const topics = new Map<string, Means[]>()
  for (const [query, judged] of grades) {
    const relevant = [...judged].filter(([, grade]) => grade > 0)
    if (relevant.length === 0) continue
    const topic = byTopic ? query.slice(0, query.indexOf('-')) : query
    topics.set(topic, [...(topics.get(topic) ?? []), measuresOf(new Map(relevant), rankings.get(query) ?? [])])
  }
  return meanOf([...topics.values()].map(meanOf))
}

function measuresOf(relevant: ReadonlyMap<string, number>, ranking: readonly string[]): Means {
  const best = [...relevant.values()].sort((a, b) => b - a)
  const first = ranking.findIndex(document => relevant.has(document))
  return {
    ndcg: discounted(ranking.map(document => relevant.get(document) ?? 0)) / discounted(best),
    mrr: first === -1 || first >= 10 ? 0 : 1 / (first + 1),
    recall: ranking.slice(0, 100).filter(document => relevant.has(document)).length / relevant.size,
  }
}

function discounted(grades: readonly number[]): number {
  let sum = 0
  for (let rank = 1; rank <= Math.min(10, grades.length); rank++)
    sum += (2 ** grades[rank - 1] - 1) / Math.log2(rank + 1)
  return sum
}

function meanOf(all: readonly Means[]): Means {
  const mean = (name: keyof Means) => all.reduce((sum, each) => sum + each[name], 0) / all.length
  return { ndcg: mean('ndcg'), mrr: mean('mrr'), recall: mean('recall') }
}
