/** All that is done with a file: one operation after the other, chosen by the number of the case. Each throws a typed error, or gives some answer. */
import { CorruptIndexError, TrouvailleError } from '../../src/errors.ts'
import { sectionNames } from '../../src/format/layout.ts'
import { unchanged, updateBytes } from '../../src/index/build/index-updater.ts'
import { PackedSegment } from '../../src/index/packed/packed-segment.ts'
import { IndexSearcher } from '../../src/index-searcher.ts'
import { french } from '../../src/languages/french/french.ts'
import { memorySource } from '../../src/open/byte-source.ts'
import { openIndex } from '../../src/open/search-client.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { plainLanguage } from '../support/plain-language.ts'
import type { Draw } from './draw.ts'

type Fields = Record<string, unknown>
type Use = (bytes: Uint8Array, draw: Draw) => unknown

const QUERIES = [
  'roi',
  'pêche au large',
  'le roi et la reine',
  '"les villes de la côte"',
  'reine -chasse title:roi',
  'week-end',
  'cessez le feu Tripoli',
  'oeuvre rar*',
  'pechuers',
  'pech~ OU (ville ET feu)',
  '5 500',
  'roi NEAR/3 reine',
  'monarque trêve',
  '',
]

/** What the files that are changed hold, and others do not. */
const OPTIONS: object[] = [
  {},
  {},
  { match: 'all', limit: 50 },
  { prefix: true },
  { highlight: { fields: ['title'] }, explain: true },
  { filter: { section: 'monde' }, facets: ['section'] },
  { filter: { views: { gte: 100 }, published: { lt: '2020-06' } }, facets: { views: { ranges: [{ to: 100 }, { from: 100 }] } } },
  { sort: [{ field: 'published', order: 'desc' }, 'score'] },
  { sort: { field: 'section' }, group: { field: 'section', limit: 2 } },
  { recency: { field: 'published', halfLife: 30 } },
  { countUpTo: 1, limit: 1 },
  { boostDocument: ({ document }: { document: Fields }) => (document.title === undefined ? 1 : 2) },
] // biome-ignore format: a list of options reads best in lines

const IDS = ['article-001', 'article-008', 'article-040', 'absent', 7]

/** A file may name a language of its own; sometimes it is read in another one. */
function languageFor(draw: Draw) {
  return draw.once(6) ? { language: plainLanguage() } : draw.once(6) ? { language: french() } : {}
}

const search: Use = (bytes, draw) => {
  const index = IndexSearcher.fromBytes<Fields>(bytes, languageFor(draw))
  for (let asked = 1 + draw.below(3); asked > 0; asked--) {
    const results = index.search(draw.pick(QUERIES), draw.pick(OPTIONS))
    for (const hit of results.hits) void hit.matches
  }
}

const suggest: Use = (bytes, draw) => {
  const index = IndexSearcher.fromBytes<Fields>(bytes, languageFor(draw))
  for (const typed of [
    draw.pick(['r', 'v', 'l', '5']),
    draw.pick(['pê', 'le ro', 'cess', 'un week', 'les villes d']),
  ]) {
    index.suggest(typed, { limit: draw.pick([1, 10]) })
  }
}

const similar: Use = (bytes, draw) => IndexSearcher.fromBytes<Fields>(bytes, languageFor(draw)).similar(draw.pick(IDS))

const passages: Use = (bytes, draw) => IndexSearcher.fromBytes<Fields>(bytes).passages(draw.pick(QUERIES))

const look: Use = (bytes, draw) => {
  const index = IndexSearcher.fromBytes<Fields>(bytes)
  index.get(draw.pick(IDS))
  index.has(draw.pick(IDS))
  index.fields()
  const inspection = index.inspect()
  inspection.frequentWords({ limit: 5 })
}

const verify: Use = bytes => IndexSearcher.fromBytes(bytes).verify()

const merge: Use = (bytes, draw) => {
  const index = SearchIndex.fromBytes<Fields>(bytes, languageFor(draw))
  if (draw.once(2)) attempt(() => index.remove(draw.pick(IDS)))
  if (draw.once(2)) attempt(() => index.add({ id: 'nouveau', title: 'Le roi', body: 'Une tortue à Bordeaux' }))
  if (draw.once(3)) index.compact()
  const written = index.toBytes()
  const again = SearchIndex.fromBytes<Fields>(written, languageFor(draw))
  again.verify()
  again.search(draw.pick(QUERIES))
}

const update: Use = async bytes => {
  const { metadata, definition } = packedOf(bytes)
  const { idField, fields, columns, storeFields } = metadata.schema
  const schema = {
    idField,
    fields: {
      ...Object.fromEntries(fields.map(({ name, boost, title }) => [name, { boost, title }])),
      ...Object.fromEntries(columns.map(({ name, type }) => [name, { type }])),
    },
    storeFields,
  }
  const kept = IDS.slice(0, 3).map(id => unchanged(id))
  const language = french.reopen(definition, [], [])
  await updateBytes<Fields>(bytes, [...kept, { [idField]: 'nouveau', title: 'Un roi' }], {
    ...schema,
    language,
  } as never)
}

const ranges: Use = async (bytes, draw) => {
  const load = draw.once(4) ? 'auto' : 'ranges'
  const client = openIndex<Fields>(memorySource(bytes), { load, ...languageFor(draw) })
  const calls = [
    () => client.search(draw.pick(QUERIES), draw.pick(OPTIONS)),
    () => client.suggest(draw.pick(['pê', 'le ro', 'v'])),
    () => client.similar(draw.pick(IDS)),
    () => client.get(draw.pick(IDS)),
    () => client.has(draw.pick(IDS)),
    () => client.passages(draw.pick(QUERIES)),
    () => client.inspect(),
    () => client.verify(),
  ]
  for (let asked = 1 + draw.below(2); asked > 0; asked--) await draw.pick(calls)()
}

function packedOf(bytes: Uint8Array): PackedSegment {
  return new PackedSegment(bytes)
}

export const USES: Readonly<Record<string, Use>> = {
  search,
  suggest,
  similar,
  passages,
  look,
  verify,
  merge,
  update,
  ranges,
}

/** Goes on after a typed error: one operation that fails must leave an index that others can use. */
function attempt(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof TrouvailleError)) throw error
  }
}

/** Errors that a file, and not who asks, may be the reason of. */
const OF_FILES = ['CORRUPT_INDEX', 'UNSUPPORTED_VERSION', 'MISSING_LANGUAGE']
/** Errors that the caller gets because the file is not the one that was meant: other fields, other documents. */
const OF_CALLS = ['INVALID_OPTION', 'UNKNOWN_DOCUMENT', 'DUPLICATE_ID']

/** Where damage may be. */
const PLACES: readonly string[] = ['header', 'body', ...sectionNames]

/** What becomes of a use: its answer's kind. @throws whatever no file may cause */
export async function outcomeOf(use: string, bytes: Uint8Array, draw: Draw): Promise<string> {
  try {
    await USES[use](bytes, draw)
    return 'answered'
  } catch (error) {
    const code = error instanceof TrouvailleError ? error.code : undefined
    const mayFail = use === 'merge' || use === 'update'
    if (error instanceof CorruptIndexError && !PLACES.includes(error.section)) throw error
    if (code !== undefined && (OF_FILES.includes(code) || OF_CALLS.includes(code))) return code
    if (code === 'INVALID_DOCUMENT' && mayFail) return code
    throw error
  }
}
