/** What the operator of a cluster may do, and what an index does then: templates, full disks, rebuilds by several, indexes that are deleted, foreign names. */
import { afterAll, expect, inject, test } from 'vitest'
import { french } from '../../src/index.ts'
import { type ClusterRequest, type ClusterTransport, FetchTransport, openCluster } from '../../src/opensearch/index.ts'

const { url } = inject('cluster')
const real = new FetchTransport([url])

interface Note {
  id: string | number
  body: string
}

const notes = (count: number): Note[] => Array.from({ length: count }, (_, id) => ({ id, body: `note commune ${id}` }))
const schema = { fields: { body: {} }, storeFields: ['body'] as const, replicas: 0 }

const made: string[] = []
afterAll(async () => {
  for (const name of made) await fetch(`${url}/${name}-*`, { method: 'DELETE' })
})
function open(name: string, transport: ClusterTransport = real, others: object = {}) {
  made.push(name)
  return openCluster<Note>({ transport, name, ...schema, ...others } as never)
}

async function ask(method: ClusterRequest['method'], path: string, body?: object): Promise<unknown> {
  const answer = await real.request({ method, path, body: body === undefined ? undefined : JSON.stringify(body) })
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}

async function indexesOf(name: string): Promise<string[]> {
  const all = (await ask('GET', `/_cat/indices/${name}*?format=json&h=index`)) as { index: string }[]
  return all.map(({ index }) => index).sort()
}

test('an index template that matches the name changes nothing', async () => {
  await ask('PUT', '/_index_template/operated', {
    index_patterns: ['operated-*'],
    template: {
      settings: { refresh_interval: '-1', default_pipeline: 'absent', final_pipeline: 'absent' },
      mappings: { _source: { enabled: false }, _routing: { required: true }, properties: { added: { type: 'date' } } },
    },
  })
  try {
    const index = await open('operated')
    expect(await index.addAll(notes(5))).toMatchObject({ added: 5, rejected: [] })
    await index.refresh()
    expect((await index.search('commune')).hits.length).toBe(5)
    expect(await index.get(3)).toEqual({ body: 'note commune 3' })
    expect(await index.rebuild()).toMatchObject({ documents: 5, rejected: [] })
  } finally {
    await ask('DELETE', '/_index_template/operated')
  }
})

test('disks that are full: patience once, every document told, and the rest when there is room', async () => {
  const index = await open('full')
  const block = (value: boolean | null) =>
    ask('PUT', '/full-1,full-1-words/_settings', { 'index.blocks.read_only_allow_delete': value })
  await block(true)
  const start = performance.now()
  const { added, rejected } = await index.addAll(notes(3000), { patience: 2000 })
  expect(performance.now() - start).toBeLessThan(15_000)
  expect([added, rejected.length]).toEqual([0, 3000])
  expect(rejected[2999].reason).toMatch(/read-only/)
  await block(null)
  expect(await index.addAll(notes(1500))).toMatchObject({ added: 1500, rejected: [] })
})

test('requests that are too large are split, and a document that is too large is told', async () => {
  const index = await open('large')
  const large = { id: 'large', body: 'grand '.repeat(300_000) }
  const many = Array.from({ length: 60 }, (_, id) => ({ id, body: `long ${'mot '.repeat(10_000)}` }))
  const { added, rejected } = await index.addAll([...many.slice(0, 30), large, ...many.slice(30)])
  expect(rejected).toEqual([{ id: 'large', reason: 'it is larger than the cluster accepts' }])
  expect(added).toBe(60)
})

test('a writer whose clock is ahead: others are told that they cannot change its documents', async () => {
  const hour = 3_600_000_000
  const ahead: ClusterTransport = {
    request(request) {
      const body = request.body?.replace(/"(version|s)":(\d+)/g, (_, name, order) => `"${name}":${+order + hour}`)
      return real.request(request.path.startsWith('/_bulk') ? { ...request, body } : request)
    },
  }
  const index = await open('clocks')
  const fast = await open('clocks', ahead)
  await fast.replace({ id: 1, body: 'en avance' })
  await expect(index.replace({ id: 1, body: 'à l’heure' })).rejects.toThrow(/check the clocks/)
  await expect(index.remove(1)).rejects.toThrow(/check the clocks/)
  expect((await index.addAll([{ id: 1, body: 'à l’heure' }])).rejected).toMatchObject([{ id: 1 }])
  expect(await index.get(1)).toEqual({ body: 'en avance' })
})

test('ids of all kinds', async () => {
  const index = await open('ids')
  const ids = ['a/b', '../_search', 'é ?&#%+', '.', '..', '🙂', 'a\ud800', 'x'.repeat(498), '_all', ' x ', '5', 5, -0.5]
  const word = (i: number) => 'abcdefghijklmnop'[i].repeat(5)
  const documents = ids.map((id, i) => ({ id, body: `un mot ${word(i)}` }))
  expect(await index.addAll(documents)).toMatchObject({ added: ids.length, rejected: [] })
  await index.refresh()
  for (const [i, id] of ids.entries()) {
    expect(await index.get(id), String(id)).toEqual({ body: `un mot ${word(i)}` })
    expect((await index.search(word(i))).total, String(id)).toBe(1)
  }
  await index.removeAll(ids)
  for (const id of ids) expect(await index.has(id), String(id)).toBe(false)
  const long = 'é'.repeat(250)
  expect((await index.addAll([{ id: long, body: '' }])).rejected).toMatchObject([{ id: long }])
  expect(await index.has(long)).toBe(false)
})

test('an index of somebody else that has the name of one of ours gets no alias', async () => {
  made.push('taken')
  await ask('PUT', '/taken-1', { settings: { number_of_replicas: 0 } })
  const error = await open('taken').catch((error: unknown) => error)
  expect(error).toMatchObject({ code: 'INVALID_OPTION', option: 'name', value: 'taken-1' })
  expect((error as Error).message).toMatch(/"taken-1" was not created by Trouvaille/)
  expect(await ask('GET', '/taken-1/_alias')).toEqual({ 'taken-1': { aliases: {} } })
})

test('two rebuilds at once: one replaces the index, the other says so and leaves nothing', async () => {
  const first = await open('twice')
  await first.addAll(notes(1200))
  await first.refresh()
  const other = await open('twice', real, { language: french({ synonyms: [['note', 'remarque']] }) })
  const results = await Promise.allSettled([first.rebuild(), other.rebuild()])
  const failures = results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
  expect(failures).toMatchObject([{ code: 'CLUSTER_REQUEST', type: 'index_replaced' }])
  const now = await openCluster<Note>({ nodes: url, name: 'twice' })
  expect(await now.size()).toBe(1200)
  const { index } = await now.health()
  expect(await indexesOf('twice')).toEqual(['twice-1', 'twice-1-words', index, `${index}-words`].sort())
  await now.drop('twice-1')
})

test('an aborted rebuild leaves nothing', async () => {
  const index = await open('aborted')
  await index.addAll(notes(2500))
  await index.refresh()
  const controller = new AbortController()
  const rebuilding = index.rebuild({ signal: controller.signal, onProgress: () => controller.abort() })
  await expect(rebuilding).rejects.toMatchObject({ code: 'QUERY_ABORTED' })
  expect(await indexesOf('aborted')).toEqual(['aborted-1', 'aborted-1-words'])
  expect((await index.search('commune')).total).toBe(2500)
})

test('a rebuild whose switch was answered too late has switched', async () => {
  const index = await open('slow')
  await index.addAll(notes(3))
  await index.refresh()
  let lost = false
  const losing: ClusterTransport = {
    async request(request) {
      const response = await real.request(request)
      if (request.path !== '/_aliases' || lost) return response
      // Nobody hears the answer, and another node is asked to remove an alias that is gone.
      lost = true
      return { status: 404, body: { error: { type: 'aliases_not_found_exception', reason: 'aliases [slow] missing' } } }
    },
  }
  const client = await open('slow', losing)
  expect(await client.rebuild()).toMatchObject({ index: 'slow-2', documents: 3 })
  expect(lost).toBe(true)
  expect(await client.size()).toBe(3)
})

test('a shard that does not answer during a rebuild costs no document', async () => {
  const index = await open('silent')
  await index.addAll(notes(20))
  await index.refresh()
  const failing: ClusterTransport = {
    async request(request) {
      const response = await real.request(request)
      if (!request.path.startsWith('/silent-1/_mget')) return response
      const { docs } = response.body as { docs: { _id: string }[] }
      const error = { type: 'no_shard_available_action_exception', reason: 'no copy' }
      return { ...response, body: { docs: docs.map(({ _id }) => ({ _id, error })) } }
    },
  }
  const client = await open('silent', failing)
  await expect(client.rebuild()).rejects.toMatchObject({ code: 'INCOMPLETE_ANSWER' })
  const now = await openCluster<Note>({ nodes: url, name: 'silent' })
  await now.refresh()
  expect(await now.size()).toBe(20)
})

test('a client that opened an index before another rebuilt and dropped it goes on with the new one', async () => {
  const stale = await open('moved')
  await stale.addAll(notes(10))
  await stale.refresh()
  expect((await stale.search('commune')).total).toBe(10)
  const other = await open('moved')
  const { previous } = await other.rebuild()
  await other.replace({ id: 3, body: 'autre chose' })
  expect(await stale.get(3)).toEqual({ body: 'autre chose' })
  await expect(stale.drop('moved-2')).rejects.toMatchObject({ code: 'INVALID_OPTION' })
  const late = await openCluster<Note>({ nodes: url, name: 'moved' })
  await other.drop(previous)
  expect(await stale.size()).toBe(10)
  expect((await stale.search('commune')).total).toBe(10)
  expect((await stale.health()).index).toBe('moved-2')
  // Its words are new, and their dictionary is deleted.
  async function* many() {
    for (let id = 0; id < 600; id++) yield { id, body: `nouveau mot${id}` }
  }
  expect(await late.addAll(many())).toMatchObject({ added: 600, rejected: [] })
  await late.refresh()
  expect((await late.search('mot599')).hits[0].id).toBe(599)
  expect(await indexesOf('moved')).toEqual(['moved-2', 'moved-2-words'])
})

test('an index that somebody deletes takes no document, says so, and is not created by accident', async () => {
  const index = await open('deleted')
  await index.addAll(notes(2))
  await ask('DELETE', '/deleted-1,deleted-1-words')
  const { added, rejected } = await index.addAll([...notes(2), { id: 'x', body: 'inconnu' }])
  expect([added, rejected.map(({ id }) => id)]).toEqual([0, [0, 1, 'x']])
  expect(rejected[0].reason).toMatch(/no such index/)
  expect(await indexesOf('deleted')).toEqual([])
  await expect(index.get(1)).rejects.toMatchObject({ code: 'CLUSTER_REQUEST', type: 'index_not_found_exception' })
  await expect(index.remove(1)).rejects.toMatchObject({ code: 'CLUSTER_REQUEST', type: 'index_not_found_exception' })
  expect(await indexesOf('deleted')).toEqual([])
})

test('a word that no document had is found soon after one has it', async () => {
  const reader = await open('new-words')
  const writer = await open('new-words')
  await writer.addAll(notes(3))
  await writer.refresh()
  expect((await reader.search('nouveauté commune')).total).toBe(3)
  expect((await reader.search('nouveauté')).total).toBe(0)
  await writer.replace({ id: 9, body: 'une nouveauté' })
  await writer.refresh()
  await new Promise(resolve => setTimeout(resolve, 1100))
  const before = reader.requestCount
  expect((await reader.search('nouveauté')).total).toBe(1)
  expect((await reader.search('nouveauté commune')).total).toBe(4)
  // What is certain again costs no request of its own.
  const { requestCount } = reader
  await reader.search('absence commune')
  await new Promise(resolve => setTimeout(resolve, 1100))
  const counted = reader.requestCount
  await reader.search('absence commune')
  expect(reader.requestCount - counted).toBe(1)
  expect(requestCount - before).toBeLessThan(8)
})

test('an index that was empty when it was first searched', async () => {
  const reader = await open('emptied')
  expect((await reader.search('note commune')).hits).toEqual([])
  const writer = await open('emptied')
  await writer.addAll(notes(30))
  await writer.refresh()
  await new Promise(resolve => setTimeout(resolve, 1100))
  for (const ranking of ['fast', 'exact'] as const) {
    expect((await reader.search('note commune', { ranking })).total).toBe(30)
  }
})

test('points in time: closed if there is no next page, and a cursor says that its own is over', async () => {
  const index = await open('points')
  await index.addAll(notes(12))
  await index.refresh()
  const open_ = async () => {
    const { body } = await real.request({ method: 'GET', path: '/_search/point_in_time/_all' })
    return (body as { pits?: unknown[] }).pits?.length ?? 0
  }
  const before = await open_()
  expect((await index.search('commune', { pointInTime: '5m', limit: 20 })).next).toBeUndefined()
  await expect(index.search('commune', { pointInTime: '5m', limit: -1 })).rejects.toMatchObject({
    code: 'INVALID_OPTION',
  })
  await expect.poll(open_).toBe(before)
  const { next } = await index.search('commune', { pointInTime: '5m', limit: 5 })
  expect(await open_()).toBe(before + 1)
  await ask('DELETE', '/_search/point_in_time/_all')
  await expect(index.search('commune', { pointInTime: '5m', limit: 5, after: next })).rejects.toMatchObject({
    code: 'STALE_CURSOR',
  })
})

test('a rebuild copies documents of several writers that have the same order', async () => {
  const index = await open('same-order')
  // As several writers encode them at the same time.
  const pairing: ClusterTransport = {
    request(request) {
      const body = request.body?.replace(
        /"(version|s)":(\d+)/g,
        (_, name, order) => `"${name}":${order - (order % 100_000)}`,
      )
      return real.request(request.path.startsWith('/_bulk') ? { ...request, body } : request)
    },
  }
  const writer = await open('same-order', pairing)
  expect((await writer.addAll(notes(3001))).added).toBe(3001)
  await index.refresh()
  expect(await index.rebuild()).toMatchObject({ documents: 3001, rejected: [] })
})

test('a document that was encoded long before it was written is copied by a rebuild that runs', async () => {
  const index = await open('late-write')
  await index.addAll(notes(1500))
  await index.refresh()
  // Encoded before all others, and held back until the rebuild has copied those.
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  const slow: ClusterTransport = {
    async request(request) {
      if (request.path.startsWith('/_bulk') && request.body?.includes('tardif')) await held
      return real.request(request)
    },
  }
  const writer = await open('late-write', slow)
  const writing = writer.addAll([{ id: 'late', body: 'un mot tardif' }])
  await new Promise(resolve => setTimeout(resolve, 50))
  await index.replace({ id: 'newer', body: 'un autre mot' })
  let refreshes = 0
  const watching: ClusterTransport = {
    async request(request) {
      // Everything was copied once before the second time.
      if (request.path === '/late-write-1/_refresh' && ++refreshes === 2) {
        release()
        await writing
      }
      return real.request(request)
    },
  }
  const client = await open('late-write', watching)
  expect(await client.rebuild()).toMatchObject({ documents: 1502 })
  expect(refreshes).toBeGreaterThan(1)
  expect(await client.get('late')).toEqual({ body: 'un mot tardif' })
})

test('a document that a writer encodes anew during the switch stays', async () => {
  const index = await open('switching')
  await index.addAll(notes(10))
  await index.refresh()
  const writer = await open('switching')
  let written: Promise<unknown> | undefined
  // Encoded for the old index before the last documents of it, and written after the switch.
  const switching: ClusterTransport = {
    async request(request) {
      const response = await real.request(request)
      if (request.path === '/_aliases') {
        release()
        await written
      }
      return response
    },
  }
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  const slow: ClusterTransport = {
    async request(request) {
      if (request.path.startsWith('/_bulk') && request.body?.includes('"_id":"s:early"')) await held
      return real.request(request)
    },
  }
  const early = await open('switching', slow)
  written = early.addAll([{ id: 'early', body: 'un mot du début' }])
  await new Promise(resolve => setTimeout(resolve, 50))
  await writer.replace({ id: 'later', body: 'un mot de la fin' })
  const client = await open('switching', switching)
  await client.rebuild()
  expect(await written).toMatchObject({ added: 1, rejected: [] })
  expect(await client.get('early')).toEqual({ body: 'un mot du début' })
  expect(await client.size()).toBe(12)
})
