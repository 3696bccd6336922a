/** The files that are changed: small, of every form that a section has. */

import { goldenSources } from '../../scripts/golden/sources.ts'
import { french } from '../../src/languages/french/french.ts'
import { makeSchema, type Schema } from '../../src/schema/schema.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { writeGolden } from '../support/golden.ts'
import { buildSegments } from '../support/index-cuts.ts'

/** By name. All are French, so that they open without options. */
export function baseFiles(): Record<string, Uint8Array> {
  const { plain, columns, removed } = goldenSources()
  const ofFrench = (source: typeof plain) => writeGolden({ ...source, language: 'french' })
  return {
    columns: ofFrench(columns),
    removed: ofFrench(removed),
    'blocks-of-3': ofFrench({ ...plain, blockLength: 3 }),
    'nothing-stored': ofFrench({ ...plain, schema: { fields: ['title', 'body'] } }),
    'stored-texts': storedTexts(),
    single: ofFrench({ ...plain, documents: plain.documents.slice(0, 1) }),
  }
}

/** Everything is stored, and the language has options. */
function storedTexts(): Uint8Array {
  const { plain } = goldenSources()
  const language = french({
    synonyms: [['roi', 'monarque'], { from: 'cessez-le-feu', to: ['trêve', 'arrêt des combats'] }],
    variants: [['rouen', 'rotomagus']],
    exceptions: { pecheurs: 'pêche' },
    stopWords: defaults => [...defaults, 'près'],
  })
  const index = new SearchIndex({ fields: ['title', 'body'], storeFields: ['title', 'body'], language })
  index.addAll(plain.documents.slice(0, 25) as { id: string; title: string; body: string }[])
  return index.toBytes()
}

const listsSchema: Schema = makeSchema({ fields: ['title', 'body'], storeFields: ['title'] })

/** Many documents with the same few words: lists of several blocks, several blocks of documents. */
export function longLists(): Uint8Array {
  const documents = Array.from({ length: 400 }, (_, i) => ({
    id: `d${i}`,
    title: i % 3 === 0 ? 'Le roi' : 'La pêche',
    body: `${'roi '.repeat(1 + (i % 5))}pêche ${i % 7 === 0 ? 'ville' : 'feu'} au large`,
  }))
  return buildSegments([{ documents, packed: true }], french(), 128, listsSchema).toBytes()
}
