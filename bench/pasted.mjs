/** What quotation marks, dashes and parentheses of pasted text cost or bring: `node pasted.mjs [folder] [--only a,b] [--write]`. */

import { parseArgs } from 'node:util'
import { readCollection } from './collections.mjs'
import { stamp } from './machine.mjs'
import { randomisationTest, scoreRun } from './measure.mjs'
import { chooseCollections, main, UsageError } from './options.mjs'
import { writeMarkedSection } from './page-section.mjs'
import { changed, quotedQuestions, sentencesOfArticles, sentencesOfDocuments, withoutSigns } from './pasted/texts.mjs'
import { takeSnapshot } from './snapshot.mjs'
import { wrapped } from './wrapped.mjs'

const SENTENCES_OF_A_COLLECTION = 300

await main(async () => {
  takeSnapshot()
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' }, write: { type: 'boolean', default: false } },
  })
  const { default: trouvaille } = await import('./peers/trouvaille.mjs')
  const rows = [measure(trouvaille, sentencesOfArticles())]
  for (const folder of collectionsOf(positionals[0], values.only)) {
    const collection = readCollection(folder)
    const sentences = sentencesOfDocuments(collection, SENTENCES_OF_A_COLLECTION)
    for (const set of [sentences, changed(sentences), quotedQuestions(collection)]) rows.push(measure(trouvaille, set))
  }
  const table = asMarkdown(rows)
  console.log(table)
  const measured = wrapped(`${stamp('npm run pasted -- --write')}.`)
  if (values.write) writeMarkedSection('docs/relevance-pasted.md', 'pasted', `${measured}\n\n${table}`)
})

/** @param {string | undefined} folder @param {string | undefined} only */
function collectionsOf(folder, only) {
  try {
    return chooseCollections(folder, only)
  } catch (error) {
    if (error instanceof UsageError && folder === undefined && only === undefined) return []
    throw error
  }
}

/**
 * @param {typeof import('./peers/trouvaille.mjs').default} peer
 * @param {import('./pasted/texts.mjs').PastedSet} set
 */
function measure(peer, { name, documents, questions, judgements }) {
  const index = peer.build(documents)
  /** @param {(text: string) => string} write */
  const run = write =>
    new Map(questions.map(({ id, text }) => [id, peer.search(index, write(text), 100).map(({ id }) => String(id))]))
  const [signs, words] = [run(text => text), run(withoutSigns)]
  const [ofSigns, ofWords] = [signs, words].map(answers => scoreRun(judgements, answers))
  /** @param {typeof ofSigns} scores @param {'ndcg' | 'mrr'} key */
  const mean = (scores, key) => [...scores.values()].reduce((sum, score) => sum + score[key], 0) / scores.size
  const empty = [...signs.values()].filter(hits => hits.length === 0).length
  const differences = [...ofSigns].map(([id, { ndcg }]) => ndcg - (ofWords.get(id)?.ndcg ?? 0))
  return {
    name,
    count: questions.length,
    empty,
    ndcg: [mean(ofSigns, 'ndcg'), mean(ofWords, 'ndcg')],
    mrr: [mean(ofSigns, 'mrr'), mean(ofWords, 'mrr')],
    worse: differences.filter(difference => difference < 0).length,
    better: differences.filter(difference => difference > 0).length,
    p: randomisationTest(
      [...ofSigns.values()].map(({ ndcg }) => ndcg),
      [...ofSigns.keys()].map(id => ofWords.get(id)?.ndcg ?? 0),
    ),
  }
}

/** @param {ReturnType<typeof measure>[]} rows */
function asMarkdown(rows) {
  const head = [
    '| set | texts | without hits | nDCG@10 | of the words alone | MRR@10 | of the words alone | better | worse | p |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ]
  const lines = rows.map(({ name, count, empty, ndcg, mrr, better, worse, p }) => {
    const figures = [...ndcg, ...mrr].map(figure => figure.toFixed(4))
    return `| ${[name, count, empty, ...figures, better, worse, p.toFixed(3)].join(' | ')} |`
  })
  return [...head, ...lines].join('\n')
}
