/** Every door refuses an option that does not exist, and says which one was probably meant. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkOptions } from '../src/check-options.ts'
import { compare, diagnose, evaluate, randomisationTest, readJudgments } from '../src/evaluation/index.ts'
import {
  analyze,
  defineLanguage,
  french,
  highlight,
  IndexSearcher,
  InvalidOptionError,
  openIndex,
  parseQuery,
  printQuery,
  SearchIndex,
  toHTML,
} from '../src/index.ts'
import { frenchMiniSearch, frenchQuery, fromMiniSearch, fromMiniSearchOptions } from '../src/minisearch/index.ts'
import {
  buildIndexFile,
  canUpdate,
  defineConfig,
  isUpdatable,
  openFile,
  updateIndex,
  updateIndexFile,
  writeIndex,
} from '../src/node.ts'
import { checkPluginOptions } from '../src/plugin/options.ts'
import { chooseFields, diskFile, findFiles, readDocuments, readMarkdown, Survey } from '../src/readers/index.ts'

const schema = {
  fields: { title: {}, section: { type: 'keyword' }, pages: { type: 'number' }, published: { type: 'date' } },
  storeFields: ['title'],
} as const
const article = { id: 1, title: 'Une trêve à Tripoli', section: 'monde', pages: 3, published: '2019-11-14' }

const index = new SearchIndex(schema)
index.add(article)
const bytes = index.toBytes()
const source = { byteLength: bytes.length, read: async (start: number, end: number) => bytes.slice(start, end) }
const client = openIndex(source)
const questions = [{ id: 'q1', text: 'trêve' }]
const judgments = readJudgments('q1\t1\t1\n')
const evaluation = evaluate(index, questions, judgments)

const parts = { definition: { name: 'plain', rules: 1, data: 0 }, tokenize: () => {} }

let folder = ''
let file = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'options-'))
  file = join(folder, 'articles.trv')
  await writeIndex(index, file)
})
afterAll(() => rm(folder, { recursive: true }))

/** The call, with options that TypeScript refuses as well; the option at fault; the one meant. */
type Row = [door: string, call: (options: never) => unknown, options: object, option: string, meant: string | undefined]

const doors: Row[] = [
  ['new SearchIndex', options => new SearchIndex(options), { ...schema, storeField: [] }, 'storeField', 'storeFields'],
  [
    'fields',
    options => new SearchIndex(options),
    { fields: { title: { bost: 2 } } },
    'fields.title.bost',
    'fields.title.boost',
  ],
  [
    'fields of columns',
    options => new SearchIndex(options),
    { fields: { a: {}, b: { type: 'date', format: 'iso' } } },
    'fields.b.format',
    undefined,
  ],
  ['SearchIndex.fromBytes', options => SearchIndex.fromBytes(bytes, options), { lang: french() }, 'lang', 'language'],
  [
    'IndexSearcher.fromBytes',
    options => IndexSearcher.fromBytes(bytes, options),
    { langage: french() },
    'langage',
    'language',
  ],
  ['languages', options => SearchIndex.fromBytes(bytes, options), { langages: [french] }, 'langages', 'languages'],
  ['stemmers', options => openIndex(source, options).warmUp(), { steemers: [] }, 'steemers', 'stemmers'],
  ['openIndex', options => openIndex(source, options).warmUp(), { cahce: {} }, 'cahce', 'cache'],
  [
    'cache',
    options => openIndex(source, { cache: options }).warmUp(),
    { persist: true },
    'cache.persist',
    'cache.persistent',
  ],
  ['addAllAsync', options => index.addAllAsync([], options), { onprogress: () => {} }, 'onprogress', 'onProgress'],
  ['search', options => index.search('trêve', options), { limitt: 3 }, 'limitt', 'limit'],
  ['search, filter', filter => index.search('trêve', { filter }), { sectoin: 'monde' }, 'filter', 'section'],
  [
    'search, bounds',
    pages => index.search('trêve', { filter: { pages } }),
    { greater: 3 },
    'filter.pages.greater',
    undefined,
  ],
  [
    'search, keyword condition',
    section => index.search('trêve', { filter: { section } }),
    { any: ['monde'] },
    'filter.section.any',
    undefined,
  ],
  ['search, facets', facets => index.search('trêve', { facets }), ['sections'], 'facets', 'section'],
  [
    'search, facet',
    section => index.search('trêve', { facets: { section } }),
    { limits: 3 },
    'facets.section.limits',
    'facets.section.limit',
  ],
  [
    'search, range',
    range => index.search('trêve', { facets: { pages: { ranges: [range] } } }),
    { name: 'court' },
    'facets.pages.ranges[0].name',
    undefined,
  ],
  [
    'search, sort',
    sort => index.search('trêve', { sort }),
    { field: 'pages', ordre: 'asc' },
    'sort.ordre',
    'sort.order',
  ],
  ['search, sort field', sort => index.search('trêve', { sort }), { field: 'page' }, 'sort.field', 'pages'],
  [
    'search, recency',
    recency => index.search('trêve', { recency }),
    { field: 'published', halflife: 9 },
    'recency.halflife',
    'recency.halfLife',
  ],
  [
    'search, highlight',
    highlight => index.search('trêve', { highlight }),
    { fields: ['title'], snipet: 80 },
    'highlight.snipet',
    'highlight.snippet',
  ],
  ['search, fields', fields => index.search('trêve', { fields }), ['titel'], 'fields', 'title'],
  ['search, boost', boost => index.search('trêve', { boost }), { titre: 2 }, 'boost', 'title'],
  [
    'search, synonyms',
    synonym => index.search('trêve', { synonyms: [synonym] }),
    { from: 'a', too: 'b' },
    'synonyms[0].too',
    'synonyms[0].to',
  ],
  ['suggest', options => index.suggest('trê', options), { limite: 3 }, 'limite', 'limit'],
  ['similar', options => index.similar(1, options), { filter: {} }, 'filter', undefined],
  ['frequentWords', options => index.inspect().frequentWords(options), { prefixe: 'a' }, 'prefixe', 'prefix'],
  ['client search', options => client.search('trêve', options), { signall: 1 }, 'signall', 'signal'],
  ['client suggest', options => client.suggest('trêve', options), { sginal: 1 }, 'sginal', 'signal'],
  ['client similar', options => client.similar(1, options), { limt: 1 }, 'limt', 'limit'],
  ['client get', options => client.get(1, options), { sign: 1 }, 'sign', 'signal'],
  ['client has', options => client.has(1, options), { limit: 1 }, 'limit', undefined],
  ['french', options => french(options), { stopWord: [] }, 'stopWord', 'stopWords'],
  [
    'french, synonyms',
    synonym => french({ synonyms: [synonym] }),
    { from: 'a', to: 'b', weigth: 1 },
    'synonyms[0].weigth',
    undefined,
  ],
  ['highlight', options => highlight('trêve', 'trêve', options), { snipet: 80 }, 'snipet', 'snippet'],
  ['toHTML', options => toHTML(undefined, options), { classname: 'hit' }, 'classname', 'className'],
  ['parseQuery', options => parseQuery('trêve', options), { field: ['title'] }, 'field', 'fields'],
  [
    'printQuery',
    options => printQuery({ type: 'words', text: 'trêve' }, options),
    { langue: french() },
    'langue',
    'language',
  ],
  ['defineLanguage', parts => defineLanguage(parts), { ...parts, isStopword: () => true }, 'isStopword', 'isStopWord'],
  [
    'defineLanguage, operators',
    operators => defineLanguage({ ...parts, operators }),
    { ands: ['UND'] },
    'operators.ands',
    'operators.and',
  ],
  [
    'defineLanguage, typography',
    typography => defineLanguage({ ...parts, typography }),
    { quote: ['„“'] },
    'typography.quote',
    'typography.quotes',
  ],
  [
    'defineLanguage, orthography',
    orthography => defineLanguage({ ...parts, orthography }),
    { respel: () => '' },
    'orthography.respel',
    'orthography.respell',
  ],
  ['analyze', options => analyze('trêve', french(), options), { elision: true }, 'elision', 'elisions'],
  ['frenchMiniSearch', options => frenchMiniSearch(options), { searchOption: {} }, 'searchOption', 'searchOptions'],
  ['frenchQuery', options => frenchQuery('trêve', options), { combinewith: 'OR' }, 'combinewith', 'combineWith'],
  ['fromMiniSearchOptions', options => fromMiniSearchOptions(options), { boosts: {} }, 'boosts', 'boost'],
  ['fromMiniSearch', options => fromMiniSearch({}, options), { idfield: 'id' }, 'idfield', 'idField'],
  ['evaluate', options => evaluate(index, questions, judgments, options), { byTopics: true }, 'byTopics', 'byTopic'],
  [
    'evaluate, search',
    search => evaluate(index, questions, judgments, { search }),
    { prefixx: true },
    'prefixx',
    'prefix',
  ],
  ['diagnose', options => diagnose(index, evaluation.questions[0], options), { frist: 1 }, 'frist', 'first'],
  ['compare', options => compare(evaluation, evaluation, options), { sed: 1 }, 'sed', 'seed'],
  [
    'randomisationTest',
    options => randomisationTest([1], [2], options),
    { permutation: 9 },
    'permutation',
    'permutations',
  ],
  ['readJudgments', options => readJudgments('q1\t1\t1\n', options), { question: [] }, 'question', 'questions'],
  ['openFile', options => openFile(file, options), { lang: french() }, 'lang', 'language'],
  [
    'buildIndexFile',
    options => buildIndexFile(join(folder, 'b.trv'), [article], options),
    { ...schema, memory: 1 },
    'memory',
    'memoryBudget',
  ],
  [
    'updateIndexFile',
    options => updateIndexFile(file, [article], options),
    { ...schema, onprogress: 1 },
    'onprogress',
    'onProgress',
  ],
  ['canUpdate', options => canUpdate(file, options), { ...schema, idFields: 'id' }, 'idFields', 'idField'],
  ['isUpdatable', options => isUpdatable(bytes, options), { ...schema, idFields: 'id' }, 'idFields', 'idField'],
  ['updateIndex', options => updateIndex(bytes, [article], options), { ...schema, field: [] }, 'field', 'fields'],
  [
    'defineConfig',
    options => defineConfig(options),
    { input: 'a', out: 'b', storedFields: [] },
    'storedFields',
    'storeFields',
  ],
  [
    'defineConfig, french',
    options => defineConfig({ input: 'a', out: 'b', french: options }),
    { synonym: [] },
    'synonym',
    'synonyms',
  ],
  ['plugin', options => checkPluginOptions(options), { index: {} }, 'index', 'indexes'],
  [
    'plugin, index',
    options => checkPluginOptions({ indexes: { a: options } }),
    { from: 'a', form: 'b' },
    'indexes.a.form',
    'indexes.a.from',
  ],
  ['readDocuments', options => readDocuments('a', options), { excludes: 'b' }, 'excludes', 'exclude'],
  ['chooseFields', options => chooseFields(new Survey(), options), { storefields: [] }, 'storefields', 'storeFields'],
  ['findFiles', options => findFiles('a', options), { includes: 'b' }, 'includes', 'include'],
  ['readMarkdown', options => readMarkdown('# Une trêve', options), { section: true }, 'section', 'sections'],
  ['diskFile', options => diskFile('a.md', options), { onbytes: () => {} }, 'onbytes', 'onBytes'],
]

describe('unknown options are refused', () => {
  test.each(doors)('%s', async (_, call, options, option, meant) => {
    let error: unknown
    try {
      await call(options as never)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(InvalidOptionError)
    expect(error).toMatchObject({ code: 'INVALID_OPTION', option, allowed: expect.any(String) })
    if (meant !== undefined) expect((error as Error).message).toContain(`Did you mean "${meant}"?`)
  })
})

describe('the message', () => {
  const message = (options: object, names: object, path?: string) => {
    try {
      checkOptions(options, names, path)
    } catch (error) {
      return error instanceof InvalidOptionError ? error : undefined
    }
    return undefined
  }

  test('names the nearest option, or all of them', () => {
    const names = { limit: 1, offset: 1 }
    expect(message({ limitt: 3 }, names)).toMatchObject({
      message: 'Unknown option "limitt". Did you mean "limit"?',
      option: 'limitt',
      value: 3,
      allowed: 'limit, offset',
    })
    expect(message({ x: 3 }, names)?.message).toBe('Unknown option "x". Allowed: limit, offset.')
    expect(message({ x: 3 }, {})?.message).toBe('Unknown option "x". Allowed: none.')
    expect(message({ limt: 3 }, names, 'a.b')?.message).toBe('Unknown option "a.b.limt". Did you mean "a.b.limit"?')
  })

  test.each([
    // One edit of each kind.
    ['sorted', 'sort'],
    ['srot', 'sort'],
    ['lomit', 'limit'],
    ['imit', 'limit'],
    ['LIMIT', 'limit'],
    // Two edits in six letters.
    ['offfsett', 'offset'],
    // What starts alike.
    ['lang', 'language'],
    ['fieldsToSearch', 'fields'],
    // The nearest of several.
    ['field', 'fields'],
    // Too short or too far to guess.
    ['a', undefined],
    ['query', undefined],
  ])('%s: %s', (name, meant) => {
    const names = { sort: 1, limit: 1, offset: 1, language: 1, fields: 1, fuzzy: 1 }
    const text = message({ [name]: 1 }, names)?.message
    expect(text).toContain(meant === undefined ? 'Allowed:' : `Did you mean "${meant}"?`)
  })

  test('what every object has is no option', () => {
    expect(message({ toString: 1 }, { limit: 1 })?.option).toBe('toString')
    expect(message(JSON.parse('{"__proto__": 1}'), { limit: 1 })?.option).toBe('__proto__')
  })

  test('a long name is cut', () => {
    expect(message({ ['é'.repeat(5000)]: 1 }, { limit: 1 })?.message.length).toBeLessThan(120)
  })

  test('a field that does not exist', () => {
    expect(() => index.search('trêve', { filter: { sectoin: 'monde' } as never })).toThrow(
      'Unknown field "sectoin" in option "filter". Did you mean "section"?',
    )
    expect(() => index.search('trêve', { sort: { field: 'x' as never } })).toThrow(
      'Unknown field "x" in option "sort.field". Allowed: section, pages, published, score.',
    )
  })
})
