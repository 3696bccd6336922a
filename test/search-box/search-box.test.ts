/** The states of a search box, with indexes that answer when the test says so. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ModuleLoadError, RequestFailedError, StaleCursorError } from '../../src/errors.ts'
import type { SearchableIndex } from '../../src/search-box/indexed-search.ts'
import { RecentSearches, type TextStorage } from '../../src/search-box/recent-searches.ts'
import { SearchBox, type SearchBoxOptions } from '../../src/search-box/search-box.ts'

interface Asked {
  query: string
  options: Record<string, unknown>
  answer(results?: object): Promise<void>
  fail(error: unknown): Promise<void>
}

const FIELDS = [
  { name: 'title', type: 'text', stored: true, boost: 1, title: true },
  { name: 'body', type: 'text', stored: true, boost: 1, title: false },
  { name: 'section', type: 'keyword', stored: true },
  { name: 'date', type: 'date', stored: true },
] as const

const settled = () => vi.advanceTimersByTimeAsync(0)

function makeIndex(): { index: SearchableIndex; asked: Asked[] } {
  const asked: Asked[] = []
  const index: SearchableIndex = {
    warmUp: async () => {},
    fields: async () => [...FIELDS],
    search: (query, options = {}) =>
      new Promise((resolve, reject) => {
        const base = { hits: [hitOf(query)], total: 1, fullMatches: 1, correction: undefined, tookMs: 1 }
        asked.push({
          query,
          options: options as Record<string, unknown>,
          answer: async (results = {}) => {
            resolve({ ...base, ...results })
            await settled()
          },
          fail: async error => {
            reject(error)
            await settled()
          },
        })
      }),
  }
  return { index, asked }
}

const hitOf = (title: string) => ({ id: title, score: 1, document: { title }, matches: {} })

function makeBox(options: SearchBoxOptions = {}, count = 1) {
  const indexes = Array.from({ length: count }, makeIndex)
  const box = new SearchBox(
    indexes.map(({ index }) => index),
    options,
  )
  return { box, asked: indexes[0].asked, all: indexes.map(({ asked }) => asked) }
}

const titlesOf = ({ state }: SearchBox) => state.answers[state.active]?.hits.map(({ title }) => title.text)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('typing', () => {
  test('waits for a pause, and takes the last word for unfinished', async () => {
    const { box, asked } = makeBox({ debounce: 100 })
    box.type('tri')
    await vi.advanceTimersByTimeAsync(60)
    box.type('trip')
    await vi.advanceTimersByTimeAsync(99)
    expect(asked).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toMatchObject([{ query: 'trip', options: { prefix: true, limit: 10 } }])
    expect(box.state).toMatchObject({ phase: 'loading', query: 'trip', isFinal: false })
    await asked[0].answer()
    expect(box.state).toMatchObject({ phase: 'ready', answers: [{ query: 'trip', total: 1 }] })
  })

  test.each([
    ['trêve', 120],
    ['tr', 300],
    ['la trêve d', 300],
    ['à', 300],
    ['l’e\u0301te\u0301', 120],
  ])('waits longer for words of one or two letters: %s', async (query, milliseconds) => {
    const { box, asked } = makeBox()
    box.type(query)
    await vi.advanceTimersByTimeAsync(milliseconds - 1)
    expect(asked).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toMatchObject([{ query }])
  })

  test('two letters of a word are looked up at once in an index that can', async () => {
    const { index } = makeIndex()
    const run = vi.fn(async () => {})
    const box = new SearchBox([{ ...index, run }, index])
    for (const typed of ['t', 'tr', 'trê', 'trêve', 'trêve ', 'trêve à', 'trêve à P', 'trêve à Pa']) box.type(typed)
    expect(run.mock.calls).toEqual([
      ['prepare', ['tr'], { prefix: true }],
      ['prepare', ['trêve à Pa'], { prefix: true }],
    ])
  })

  test('an empty field is idle at once, and what was in progress is not shown', async () => {
    const { box, asked } = makeBox()
    box.submit('paix')
    await settled()
    box.type(' ')
    expect(box.state).toMatchObject({ phase: 'idle', answers: [] })
    await asked[0].answer()
    expect(box.state).toMatchObject({ phase: 'idle', answers: [] })
  })

  test('sending does not wait, and takes words as they are', async () => {
    const { box, asked } = makeBox()
    box.type('trêve')
    box.submit()
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked).toMatchObject([{ query: 'trêve', options: { prefix: false } }])
    expect(box.state.isFinal).toBe(true)
  })
})

describe('searches that overtake one another', () => {
  test('eight run at a time, and of those that wait only the last is run', async () => {
    const { box, asked } = makeBox()
    const typed = Array.from('abcdefghijk', (_, i) => 'abcdefghijk'.slice(0, i + 1))
    for (const query of typed) box.submit(query)
    await settled()
    expect(asked.map(({ query }) => query)).toEqual(typed.slice(0, 8))
    await asked[0].answer()
    expect(asked.map(({ query }) => query)).toEqual([...typed.slice(0, 8), 'abcdefghijk'])
  })

  test('an older answer is shown until the newer one is here, and never after it', async () => {
    const { box, asked } = makeBox()
    box.submit('ancien')
    box.submit('nouveau')
    await settled()
    await asked[1].answer()
    expect([titlesOf(box), box.state.phase]).toEqual([['nouveau'], 'ready'])
    await asked[0].answer()
    expect(titlesOf(box)).toEqual(['nouveau'])

    box.submit('plus ancien')
    box.submit('plus nouveau')
    await settled()
    await asked[2].answer()
    expect([titlesOf(box), box.state.phase]).toEqual([['plus ancien'], 'loading'])
    await asked[3].answer()
    expect([titlesOf(box), box.state.phase]).toEqual([['plus nouveau'], 'ready'])
  })

  test('the failure of an older one is not shown', async () => {
    const { box, asked } = makeBox()
    box.submit('un')
    box.submit('deux')
    await settled()
    await asked[0].fail(new Error('perdu'))
    expect(box.state.phase).toBe('loading')
    await asked[1].answer()
    expect(box.state).toMatchObject({ phase: 'ready', failure: undefined })
  })
})

test('what takes long is said, and no longer once it is answered', async () => {
  const { box, asked } = makeBox()
  box.submit('lent')
  await vi.advanceTimersByTimeAsync(399)
  expect(box.state.isSlow).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(box.state.isSlow).toBe(true)
  await asked[0].answer()
  expect(box.state.isSlow).toBe(false)
  await vi.advanceTimersByTimeAsync(1000)
  expect(box.state.isSlow).toBe(false)
})

test('waiting is counted from the first search that is not answered', async () => {
  const { box, asked } = makeBox()
  for (const text of ['tr', 'trê', 'trêv']) {
    box.submit(text)
    await vi.advanceTimersByTimeAsync(150)
  }
  expect(box.state.isSlow).toBe(true)
  await asked[2].answer()
  expect(box.state).toMatchObject({ phase: 'ready', isSlow: false })
  box.submit('trêve')
  await vi.advanceTimersByTimeAsync(399)
  expect(box.state.isSlow).toBe(false)
})

describe('failures', () => {
  test('a search does not fail with the preparation that it meets on its way', async () => {
    const { index, asked } = makeIndex()
    let failWarmUp: ((error: unknown) => void) | undefined
    const warmUp = index.warmUp
    index.warmUp = () =>
      new Promise((_, reject) => {
        failWarmUp = reject
      })
    const box = new SearchBox([index])
    box.warmUp()
    box.submit('trêve')
    index.warmUp = warmUp
    failWarmUp?.(new RequestFailedError('/search.trv', undefined, 'the connection failed'))
    await settled()
    await asked[0].answer()
    expect(box.state).toMatchObject({ phase: 'ready', failure: undefined })
  })

  test.each([
    ['offline', new RequestFailedError('/x', undefined, 'no answer'), false],
    ['unreachable', new RequestFailedError('/x', 503, 'busy'), true],
    ['missing', new RequestFailedError('/x', 404, 'not found'), true],
    ['outdated', new ModuleLoadError('engine'), true],
    ['offline', new ModuleLoadError('engine'), false],
    ['unknown', new Error('?'), true],
    ['unknown', undefined, true],
  ])('%s', async (kind, error, isOnline) => {
    const { box, asked } = makeBox({ isOnline: () => isOnline })
    box.submit('paix')
    await settled()
    await asked[0].fail(error)
    expect(box.state).toMatchObject({ phase: 'failed', failure: { kind } })
    box.retry()
    await settled()
    expect(box.state).toMatchObject({ phase: 'loading', failure: undefined })
    await asked[1].answer()
    expect(box.state).toMatchObject({ phase: 'ready', failure: undefined })
  })
})

describe('a connection that failed', () => {
  const lost = () => new RequestFailedError('/x', undefined, 'the connection failed')

  /** The platform's reports of a connection. */
  function stubConnection() {
    const platform = new EventTarget()
    vi.stubGlobal('addEventListener', platform.addEventListener.bind(platform))
    vi.stubGlobal('removeEventListener', platform.removeEventListener.bind(platform))
    const navigator = { onLine: true }
    vi.stubGlobal('navigator', navigator)
    return {
      lose: () => {
        navigator.onLine = false
      },
      report: () => {
        navigator.onLine = true
        platform.dispatchEvent(new Event('online'))
      },
    }
  }
  afterEach(() => vi.unstubAllGlobals())

  test('is tried again after growing pauses, without a word, until the search is answered', async () => {
    const { box, asked } = makeBox()
    box.submit('paix')
    await settled()
    await asked[0].fail(lost())
    const failed = box.state
    expect(failed).toMatchObject({ phase: 'failed', failure: { kind: 'unreachable' } })
    for (const [i, pause] of [1000, 2000, 4000].entries()) {
      await vi.advanceTimersByTimeAsync(pause - 1)
      expect(asked.length).toBe(i + 1)
      await vi.advanceTimersByTimeAsync(1)
      expect(asked.length).toBe(i + 2)
      if (i < 2) await asked[i + 1].fail(i === 0 ? lost() : new RequestFailedError('/x', undefined, 'again'))
      expect(box.state).toBe(failed)
    }
    await asked[3].answer()
    expect(box.state).toMatchObject({ phase: 'ready', failure: undefined, answers: [{ query: 'paix' }] })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked.length).toBe(4)
  })

  test('is tried five times in half a minute, and then when the browser reports a connection', async () => {
    const connection = stubConnection()
    const { box, asked } = makeBox()
    box.submit('paix')
    await settled()
    for (let i = 0; i < 6; i++) {
      await asked[i].fail(lost())
      await vi.advanceTimersByTimeAsync(1000 * 2 ** i)
    }
    expect(asked.length).toBe(6)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(asked.length).toBe(6)
    connection.report()
    await settled()
    expect(asked.length).toBe(7)
    // The connection is reported before it works.
    await asked[6].fail(lost())
    await vi.advanceTimersByTimeAsync(1000)
    await asked[7].answer()
    expect(box.state.phase).toBe('ready')
  })

  test('without one, the search waits for it', async () => {
    const connection = stubConnection()
    const { box, asked } = makeBox()
    connection.lose()
    box.submit('paix')
    await settled()
    await asked[0].fail(new ModuleLoadError('columns'))
    expect(box.state.failure?.kind).toBe('offline')
    await vi.advanceTimersByTimeAsync(600_000)
    expect(asked.length).toBe(1)
    connection.report()
    connection.report()
    await settled()
    expect(asked.length).toBe(2)
    await asked[1].answer()
    expect(box.state.phase).toBe('ready')
  })

  test('a search that began without a connection and fails after it is back is tried again', async () => {
    const connection = stubConnection()
    const { box, asked } = makeBox()
    connection.lose()
    box.submit('paix')
    await settled()
    connection.report()
    await asked[0].fail(lost())
    await vi.advanceTimersByTimeAsync(1000)
    await asked[1].answer()
    expect(box.state.phase).toBe('ready')
  })

  test('is not tried for a query that was replaced or deleted', async () => {
    const { box, asked } = makeBox()
    box.submit('paix')
    await settled()
    await asked[0].fail(lost())
    box.submit('guerre')
    await settled()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked.map(({ query }) => query)).toEqual(['paix', 'guerre'])
    await asked[1].fail(lost())
    box.type('')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked.length).toBe(2)
    expect(box.state.phase).toBe('idle')
  })

  test.each([
    ['a busy server', new RequestFailedError('/x', 503, 'busy')],
    ['a file that is missing', new RequestFailedError('/x', 404, 'not found')],
    ['an error of the program', new TypeError('?')],
  ])('is something else than %s', async (_, error) => {
    const { box, asked } = makeBox()
    box.submit('paix')
    await settled()
    await asked[0].fail(error)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked.length).toBe(1)
  })

  test('more hits: the search is tried again', async () => {
    const { box, asked } = makeBox()
    box.submit('paix')
    await settled()
    await asked[0].answer({ next: 'c1', total: 2 })
    box.more()
    await settled()
    await asked[1].fail(lost())
    await vi.advanceTimersByTimeAsync(1000)
    await asked[2].answer({ next: 'c1', total: 2 })
    expect(box.state).toMatchObject({ phase: 'ready', failure: undefined })
  })
})

describe('more hits', () => {
  test('follow those that are shown', async () => {
    const { box, asked } = makeBox()
    box.submit('paix')
    await settled()
    await asked[0].answer({ hits: [hitOf('un')], total: 2, next: 'c1' })
    expect(box.state.answers[0].hasMore).toBe(true)
    const [before] = box.state.answers[0].hits
    const more = box.more()
    await settled()
    expect(asked[1].options.after).toBe('c1')
    await asked[1].answer({ hits: [hitOf('deux')], total: 2 })
    await more
    expect(titlesOf(box)).toEqual(['un', 'deux'])
    expect(box.state.answers[0].hits[0]).toBe(before)
    expect(box.state.answers[0].hasMore).toBe(false)
  })

  test('begin anew if the index was replaced', async () => {
    const { box, asked } = makeBox()
    box.submit('paix')
    await settled()
    await asked[0].answer({ next: 'c1' })
    box.more()
    await settled()
    await asked[1].fail(new StaleCursorError())
    expect(asked[2]).toMatchObject({ query: 'paix', options: expect.not.objectContaining({ after: 'c1' }) })
  })
})

describe('filters', () => {
  test('are asked for with the query, and kept in the next one', async () => {
    const { box, asked } = makeBox()
    box.submit('paix')
    box.choose('section', ['monde'])
    await settled()
    expect(asked[1].options.filter).toEqual({ and: [{ section: ['monde'] }] })
    box.choose('date', { from: '2019-11', to: 'demain' })
    await asked[0].answer()
    expect(asked[2].options.filter).toEqual({ and: [{ section: ['monde'] }, { date: { gte: '2019-11' } }] })
    box.clearChoices()
    await asked[1].answer()
    expect(asked[3].options.filter).toBeUndefined()
  })

  test('search without words, and a value that no document has any more can be given up', async () => {
    const { box, asked } = makeBox()
    box.choose('section', ['disparue'])
    await settled()
    await asked[0].answer({ facets: { section: [{ value: 'monde', count: 3 }] } })
    expect(box.state.answers[0].facets).toEqual([
      {
        field: 'section',
        type: 'keyword',
        values: [
          { value: 'monde', count: 3, isChosen: false },
          { value: 'disparue', count: 0, isChosen: true },
        ],
      },
      { field: 'date', type: 'date', from: '', to: '' },
    ])
    box.choose('section', [])
    expect(box.state.phase).toBe('idle')
  })
})

test('several indexes are asked at once, and each keeps its answer', async () => {
  const { box, all } = makeBox({}, 2)
  box.submit('paix')
  await settled()
  await all[0][0].answer({ total: 4 })
  expect(box.state.phase).toBe('loading')
  await all[1][0].answer({ total: 7 })
  expect(box.state.answers.map(({ total }) => total)).toEqual([4, 7])
  box.show(1)
  box.show(2)
  expect(box.state.active).toBe(1)
})

test('words as typed: without corrections until the text changes', async () => {
  const { box, asked } = makeBox()
  box.submit('Hafter')
  await settled()
  await asked[0].answer({ correction: 'Haftar' })
  box.submitExactly()
  await settled()
  expect(asked[1].options).toMatchObject({ fuzzy: false, split: false })
  await asked[1].answer()
  box.type('Hafte')
  expect(box.state.isExact).toBe(false)
})

test('the state is a new object at each change and the same in between', async () => {
  const { box } = makeBox()
  const states = new Set([box.state])
  const end = box.subscribe(() => states.add(box.state))
  expect(box.state).toBe(box.state)
  box.type('a')
  expect(states.size).toBe(2)
  end()
  box.type('ab')
  expect(states.size).toBe(2)
})

describe('earlier searches', () => {
  const storageOf = (map: Map<string, string>): TextStorage => ({
    getItem: key => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: key => void map.delete(key),
  })

  test('the last five that were sent, each once', () => {
    const map = new Map<string, string>()
    const { box } = makeBox({ recent: new RecentSearches(storageOf(map), 'k') })
    for (const query of ['un', 'deux', 'trois', ' deux ', 'quatre', 'cinq', 'six', '', 'x'.repeat(500)])
      box.submit(query)
    expect(box.state.recent).toEqual(['six', 'cinq', 'quatre', 'deux', 'trois'])
    expect(new RecentSearches(storageOf(map), 'k').read()).toEqual(box.state.recent)
    box.forget()
    expect([box.state.recent, map.size]).toEqual([[], 0])
  })

  test.each(['{', '5', '[1, null, {}]', '"un"'])('%s in the storage is none', value => {
    expect(new RecentSearches(storageOf(new Map([['k', value]])), 'k').read()).toEqual([])
  })

  test('none are kept unless the box is told where', () => {
    const { box } = makeBox()
    box.submit('paix')
    expect(box.state.recent).toEqual([])
  })
})

describe('the language of the page', () => {
  const indexOf = (tags: readonly string[], totals: Record<string, number>) => {
    const asked: unknown[] = []
    return {
      asked,
      warmUp: async () => {},
      fields: async () => [],
      languages: async () => tags,
      search: async (_: string, options: { language?: string } = {}) => {
        asked.push(options.language)
        const total = totals[options.language ?? 'all']
        return { hits: [], total, fullMatches: 0, correction: undefined, tookMs: 0, next: 'next' }
      },
    }
  }
  const ask = async (index: ReturnType<typeof indexOf>, options: SearchBoxOptions) => {
    const box = new SearchBox([index as never], options)
    box.submit('table')
    await settled()
    return box
  }

  test('is searched first, and all languages only if it has no hit', async () => {
    const index = indexOf(['en', 'fr'], { fr: 2, all: 5 })
    const box = await ask(index, { language: 'fr-CA' })
    expect(index.asked).toEqual(['fr'])
    expect(box.state.answers[0]?.total).toBe(2)
    const none = indexOf(['en', 'fr'], { fr: 0, all: 5 })
    const other = await ask(none, { language: 'fr' })
    expect(none.asked).toEqual(['fr', undefined])
    expect(other.state.answers[0]?.total).toBe(5)
    // What follows is of the same search.
    other.more()
    await settled()
    expect(none.asked).toEqual(['fr', undefined, undefined])
  })

  test('is not asked of an index that has not that language, or one only', async () => {
    const [german, single] = [indexOf(['en', 'fr'], { all: 1 }), indexOf([], { all: 1 })]
    await ask(german, { language: 'de' })
    await ask(single, { language: 'fr' })
    expect([...german.asked, ...single.asked]).toEqual([undefined, undefined])
  })
})
