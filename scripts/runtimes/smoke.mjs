/**
 * What every runtime must do with the package: build an index, write it, open it whole and by ranges, ask, add. Throws if an answer is not the one expected; the
 * summary is the same on all runtimes. It gets the entries as they were imported, since each runtime and each module format imports them in its own way.
 */
const ARTICLES = [
  { id: 'libye', titre: 'Un cessez-le-feu à Tripoli', texte: 'Le maréchal Haftar refuse la trêve.' },
  { id: 'glace', titre: 'Les glaciers fondent', texte: 'Dans les Alpes, l’été a été chaud.' },
  { id: 'lac', titre: 'Le niveau du lac', texte: 'La sécheresse inquiète les pêcheurs.' },
]
const SCHEMA = { fields: ['titre', 'texte'], storeFields: ['titre'] }

/** @param {{ SearchIndex: any, IndexSearcher: any, openIndex: any }} library @param {any} [node] the entry for Node, if there are files */
export async function smoke({ SearchIndex, IndexSearcher, openIndex }, node, folder) {
  const index = new SearchIndex(SCHEMA)
  index.addAll(ARTICLES)
  const bytes = index.toBytes()
  const asked = { queries: ['Haftar Tripoli cessez-le-feu', 'glacier', 'pêcheur', '"le niveau"', 'tripli~'] }
  const expected = asked.queries.map(query => idsOf(index.search(query)))
  equal(expected[0][0], 'libye')
  equal(expected[1][0], 'glace')
  equal(expected[2][0], 'lac')

  const searcher = IndexSearcher.fromBytes(bytes)
  const source = { byteLength: bytes.length, read: async (start, end) => bytes.slice(start, end) }
  const clients = [openIndex(bytes), openIndex(source, { load: 'ranges' })]
  for (const [i, query] of asked.queries.entries()) {
    equal(idsOf(searcher.search(query)), expected[i])
    for (const client of clients) equal(idsOf(await client.search(query)), expected[i])
  }
  const added = SearchIndex.fromBytes(bytes)
  added.add({ id: 'port', titre: 'Le port de Tripoli', texte: 'Il rouvre demain.' })
  added.remove('libye')
  equal(idsOf(added.search('Tripoli')), ['port'])
  let files = false
  if (node !== undefined) {
    const path = `${folder}/articles.trv`
    await node.writeIndex(index, path)
    equal(idsOf((await node.openFile(path)).search('glaciers')), ['glace'])
    const built = await node.buildIndexFile(path, ARTICLES, SCHEMA)
    equal(built.bytes, bytes.length)
    const file = await node.fileSource(path)
    equal(idsOf(await openIndex(file, { load: 'ranges' }).search('glaciers')), ['glace'])
    await file.close()
    files = true
  }
  return { bytes: bytes.length, answers: expected, files }
}

function idsOf({ hits }) {
  return hits.map(({ id }) => id)
}

function equal(found, expected) {
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`)
  }
}
