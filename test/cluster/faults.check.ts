/** What an index on a cluster does when something is wrong: shards that are gone, too many writes, another schema, another server. Nothing is silent. */
import { afterAll, expect, inject, test } from 'vitest'
import { french } from '../../src/index.ts'
import { type ClusterTransport, FetchTransport, openCluster } from '../../src/opensearch/index.ts'

const { url } = inject('cluster')
const real = new FetchTransport([url])

interface Note {
  id: number
  body: string
  section?: string
}

const notes = (count: number, words = 30): Note[] =>
  Array.from({ length: count }, (_, id) => ({
    id,
    body: `note ${id} ${'du mot commun '.repeat(words)}`,
    section: `s${id % 3}`,
  }))
const schema = { fields: { body: {}, section: { type: 'keyword' as const } }, storeFields: ['body'] as const }

const made: string[] = []
afterAll(async () => {
  for (const name of made) await fetch(`${url}/${name}-*`, { method: 'DELETE' })
})
function nameOf(name: string): string {
  made.push(name)
  return name
}

/** One node takes one of the two shards: the other one has no place. */
const withoutPlace: ClusterTransport = {
  request(request) {
    if (request.method !== 'PUT' || request.path.includes('words')) return real.request(request)
    const body = JSON.parse(request.body ?? '{}')
    body.settings['index.routing.allocation.total_shards_per_node'] = 1
    return real.request({ ...request, body: JSON.stringify(body) })
  },
}

test('a red index: writes say what was lost, searches throw or say that they are partial', async () => {
  const name = nameOf('red')
  const index = await openCluster<Note>({ transport: withoutPlace, name, ...schema, shards: 2, replicas: 0 })
  const { added, rejected } = await index.addAll(notes(40), { patience: 200 })
  expect(added).toBeGreaterThan(0)
  expect(rejected.length).toBeGreaterThan(0)
  expect(added + rejected.length).toBe(40)
  expect(rejected[0].reason).toMatch(/shard/)
  // OpenSearch refreshes by itself, within seconds; asked to, it waits a minute for the shard that has no place.
  await expect(index.search('commun')).rejects.toMatchObject({
    code: 'INCOMPLETE_ANSWER',
    shards: { total: 2, successful: 1 },
  })
  await expect(index.size()).rejects.toMatchObject({ code: 'INCOMPLETE_ANSWER' })
  const partial = () => index.search('commun', { allowPartial: true, limit: 40 })
  expect((await partial()).isPartial).toBe(true)
  await expect.poll(async () => (await partial()).hits.length, { timeout: 20_000 }).toBe(added)
  // What was counted for it is not taken by a search that wants all.
  await expect(index.search('commun')).rejects.toMatchObject({ code: 'INCOMPLETE_ANSWER' })
  expect(await index.health()).toMatchObject({ status: 'red', documents: undefined, shards: { unassigned: 1 } })
})

test('some shards do not answer: their part is missing, and the results say so', async () => {
  const name = nameOf('partial')
  const index = await openCluster<Note>({ nodes: url, name, ...schema, shards: 2, replicas: 0 })
  await index.addAll(notes(40))
  await index.refresh()
  // A copy of the answer in which a shard is missing, as a cluster gives it with status 200.
  const broken = await openCluster<Note>({
    name,
    transport: {
      async request(request) {
        const response = await real.request(request)
        for (const answer of (response.body as { responses?: { _shards?: { successful: number } }[] }).responses ??
          []) {
          if (answer._shards !== undefined && request.body?.includes('script_score')) answer._shards.successful = 1
        }
        return response
      },
    },
  })
  await expect(broken.search('commun')).rejects.toMatchObject({
    code: 'INCOMPLETE_ANSWER',
    shards: { total: 2, successful: 1 },
  })
  expect(await broken.search('commun', { allowPartial: true })).toMatchObject({ isPartial: true })
  expect(await index.search('commun', { allowPartial: true })).not.toHaveProperty('isPartial')
})

test('a cluster that cannot take more gets all documents, some of them later', async () => {
  const name = nameOf('overload')
  const index = await openCluster<Note>({ nodes: url, name, ...schema, replicas: 0 })
  let refused = 0
  // The first large requests go together, however slowly they are made.
  let held: (() => void)[] | undefined = []
  const together = (body: string) =>
    new Promise<void>(resolve => {
      if (held === undefined || body.length < 500_000) return resolve()
      held.push(resolve)
      if (held.length < 4) return
      for (const release of held) release()
      held = undefined
    })
  const counting = await openCluster<Note>({
    name,
    transport: {
      async request(request) {
        await together(request.body ?? '')
        const response = await real.request(request)
        const items = (response.body as { items?: Record<string, { status: number }>[] } | undefined)?.items ?? []
        refused += Number(response.status === 429) + items.filter(item => Object.values(item)[0].status === 429).length
        return response
      },
    },
  })
  const documents = notes(400, 400)
  const report = await counting.addAll(documents, { concurrency: 16, maxBytes: 900_000 })
  expect(refused).toBeGreaterThan(0)
  expect(report).toMatchObject({ added: 400, rejected: [] })
  expect(report.retried).toBeGreaterThan(0)
  await index.refresh()
  expect(await index.size()).toBe(400)
})

test('a search that is refused for a while is sent again', async () => {
  const name = nameOf('busy')
  const index = await openCluster<Note>({ nodes: url, name, ...schema, replicas: 0 })
  await index.addAll(notes(3))
  await index.refresh()
  let refusals = 2
  const busy = await openCluster<Note>({
    name,
    transport: {
      request: request =>
        request.path.startsWith('/_msearch') && refusals-- > 0
          ? Promise.resolve({ status: 429, body: { error: { type: 'rejected_execution_exception', reason: 'busy' } } })
          : real.request(request),
    },
  })
  expect((await busy.search('commun')).total).toBe(3)
})

test('one wrong document stops no other', async () => {
  const index = await openCluster<Note>({ nodes: url, name: nameOf('wrong'), ...schema, replicas: 0 })
  const seen: unknown[] = []
  const wrong = [
    { id: 1, body: 'juste' },
    { id: 2, body: { no: 'text' } },
    { body: 'sans id' },
    { id: 'x'.repeat(600), body: '' },
  ]
  const report = await index.addAll(wrong as never, { onRejected: ({ id }) => seen.push(id) })
  expect(report).toMatchObject({ added: 1, rejected: [{ id: 2 }, { id: undefined }, { id: 'x'.repeat(600) }] })
  expect(seen).toEqual([2, undefined, 'x'.repeat(600)])
})

test('an older write that comes late changes nothing', async () => {
  const index = await openCluster<Note>({ nodes: url, name: nameOf('late'), ...schema, replicas: 0 })
  await index.addAll([{ id: 1, body: 'ancien' }])
  let late: Parameters<ClusterTransport['request']>[0] | undefined
  const recording = await openCluster<Note>({
    name: 'late',
    transport: {
      request(request) {
        if (request.path.startsWith('/_bulk') && request.body?.includes('"body":"vieux"')) late = request
        return real.request(request)
      },
    },
  })
  await recording.replace({ id: 1, body: 'vieux' })
  await recording.replace({ id: 1, body: 'neuf' })
  if (late === undefined) throw new Error('no request')
  expect((await real.request(late)).body).toMatchObject({ errors: true, items: [{ index: { status: 409 } }] })
  expect(await index.get(1)).toEqual({ body: 'neuf' })
  await index.remove(1)
  expect(await index.has(1)).toBe(false)
  await index.remove(1)
})

test('another schema refuses writes and can be rebuilt; the old index stays until it is dropped', async () => {
  const name = nameOf('rebuilt')
  const first = await openCluster<Note>({ nodes: url, name, ...schema, replicas: 0 })
  await first.addAll(notes(30))
  await first.refresh()
  const other = {
    fields: { body: { boost: 2 } },
    storeFields: ['body'] as const,
    language: french({ synonyms: [['note', 'remarque']] }),
  }
  const second = await openCluster<Note>({ nodes: url, name, ...other, replicas: 0 })
  await expect(second.addAll(notes(1))).rejects.toMatchObject({ code: 'INDEX_MISMATCH' })
  expect((await second.search('note')).total).toBe(30)
  expect((await second.health()).mismatch).toBeDefined()
  const report = await second.rebuild()
  expect(report).toMatchObject({ index: 'rebuilt-2', previous: 'rebuilt-1', documents: 30, rejected: [] })
  expect((await second.search('remarque')).total).toBe(30)
  expect((await second.health()).mismatch).toBeUndefined()
  await second.replace({ id: 99, body: 'une autre note' })
  // The first one searches what it opened, until it looks again, and writes nothing that the new index would read in another way.
  expect((await first.search('note')).total).toBe(30)
  await expect(first.replace({ id: 100, body: 'encore' })).rejects.toMatchObject({ code: 'INDEX_MISMATCH' })
  await expect(second.drop('rebuilt-2')).rejects.toMatchObject({ code: 'INVALID_OPTION' })
  await second.drop(report.previous)
  expect((await fetch(`${url}/rebuilt-1`, { method: 'HEAD' })).status).toBe(404)
})

test('what is written and removed during a rebuild is in the new index, or not', async () => {
  const name = nameOf('moving')
  const writer = await openCluster<Note>({ nodes: url, name, ...schema, replicas: 0 })
  await writer.addAll(notes(1500))
  await writer.refresh()
  const rebuilder = await openCluster<Note>({ nodes: url, name, ...schema, replicas: 0 })
  let isOver = false
  const written = new Set(notes(1500).map(({ id }) => id))
  const writing = (async () => {
    for (let id = 1500; !isOver; id++) {
      await writer.replace({ id, body: `pendant ${id}` })
      written.add(id)
      await writer.remove(id - 1400)
      written.delete(id - 1400)
    }
  })()
  const report = await rebuilder.rebuild({ shards: 2 })
  isOver = true
  await writing
  expect(report.index).toBe('moving-2')
  await rebuilder.refresh()
  expect(await rebuilder.size()).toBe(written.size)
  const { hits } = await rebuilder.search('pendant', { limit: 10_000 - 100, fields: ['body'] })
  expect(hits.map(({ id }) => id).sort()).toEqual([...written].filter(id => id >= 1500).sort())
})

test('another server, and an older one, are refused', async () => {
  for (const version of [{ number: '8.15.0' }, { distribution: 'opensearch', number: '2.9.0' }, undefined]) {
    const transport: ClusterTransport = { request: async () => ({ status: 200, body: { version } }) }
    await expect(openCluster({ transport, name: 'x', fields: ['body'] })).rejects.toMatchObject({
      code: 'UNSUPPORTED_SERVER',
    })
  }
})

test('a name that is an index of somebody else, and one that is none', async () => {
  await fetch(`${url}/${nameOf('strange')}`, { method: 'PUT' })
  await expect(openCluster({ nodes: url, name: 'strange', fields: ['body'] })).rejects.toThrow(
    /not created by Trouvaille/,
  )
  await fetch(`${url}/strange`, { method: 'DELETE' })
  await expect(openCluster({ nodes: url, name: 'nowhere' })).rejects.toMatchObject({
    code: 'INVALID_OPTION',
    option: 'name',
  })
})

test('a node that does not answer is left out', async () => {
  const index = await openCluster<Note>({
    nodes: ['http://127.0.0.1:9', url],
    name: nameOf('nodes'),
    ...schema,
    replicas: 0,
  })
  await index.addAll(notes(5))
  await index.refresh()
  expect((await index.search('commun')).total).toBe(5)
  const nobody = openCluster({ nodes: 'http://127.0.0.1:9', name: 'x', fields: ['body'] })
  await expect(nobody).rejects.toMatchObject({ code: 'REQUEST_FAILED' })
})
