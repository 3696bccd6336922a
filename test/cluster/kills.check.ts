/** Nodes are killed while documents are written and searched: with a replica nothing is lost, and no answer is wrong without saying so. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type LocalCluster, type LocalNode, startCluster } from '../../scripts/cluster/local-cluster.mjs'
import { type ClusterIndex, openCluster } from '../../src/opensearch/index.ts'

interface Note {
  id: number
  body: string
}

const { version } = inject('cluster')
let cluster: LocalCluster

beforeAll(async () => {
  cluster = await startCluster({ version, nodes: 3, heap: '256m' })
})
afterAll(() => cluster?.stop())

const WITNESSES = 60
const schema = { fields: ['body'] as const }

async function ask(path: string): Promise<unknown> {
  for (const { url } of cluster.nodes) {
    try {
      return await (await fetch(url + path)).json()
    } catch {
      // That one is gone.
    }
  }
  throw new Error('no node answers')
}

async function whole(): Promise<void> {
  await ask('/_cluster/health?wait_for_nodes=3&wait_for_status=green&timeout=120s')
}

async function managerName(): Promise<string> {
  const [{ node }] = (await ask('/_cat/cluster_manager?format=json')) as [{ node: string }]
  return node
}

/** An index in which every search for « témoin » finds sixty documents. */
async function makeIndex(name: string, replicas: number): Promise<ClusterIndex<Note>> {
  const options = { nodes: cluster.urls, name, shards: 3, replicas, timeout: 10_000 }
  const index = await openCluster<Note>({ ...options, ...schema } as never)
  const witnesses = Array.from({ length: WITNESSES }, (_, i) => ({ id: -1 - i, body: `un témoin ${i}` }))
  expect((await index.addAll(witnesses)).added).toBe(WITNESSES)
  await index.refresh()
  expect((await index.search('témoin')).total).toBe(WITNESSES)
  return index
}

/** Writes a thousand documents and searches all the while; kills the node after a third of them. */
async function writeAndKill(index: ClusterIndex<Note>, victim: LocalNode, patience: number) {
  let isOver = false
  const searches = { right: 0, flagged: 0, wrong: [] as number[] }
  const searching = (async () => {
    while (!isOver) {
      try {
        const { total, isPartial } = await index.search('témoin', { allowPartial: true })
        if (isPartial) searches.flagged++
        else if (total === WITNESSES) searches.right++
        else searches.wrong.push(total)
      } catch {
        searches.flagged++
      }
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  })()
  async function* documents(): AsyncGenerator<Note> {
    for (let id = 0; id < 1000; id++) {
      if (id === 333) await victim.stop('SIGKILL')
      if (id % 20 === 0) await new Promise(resolve => setTimeout(resolve, 20))
      yield { id, body: `document ${id} du fonds` }
    }
  }
  const report = await index.addAll(documents(), { maxBytes: 8000, concurrency: 2, patience })
  isOver = true
  await searching
  return { report, searches }
}

test.each(['the manager', 'a data node'])(
  'with a replica, %s is killed: nothing that was acknowledged is lost',
  async which => {
    await whole()
    const manager = await managerName()
    const victim = cluster.nodes.find(({ name }) => (name === manager) === (which === 'the manager')) as LocalNode
    const index = await makeIndex(which === 'the manager' ? 'manager' : 'data', 1)
    const { report, searches } = await writeAndKill(index, victim, 120_000)
    expect(report.added + report.rejected.length).toBe(1000)
    expect(report.rejected).toEqual([])
    await index.refresh()
    expect(await index.size()).toBe(1000 + WITNESSES)
    expect(searches.wrong).toEqual([])
    expect(searches.right).toBeGreaterThan(5)
    console.log(`${which}: ${JSON.stringify({ retried: report.retried, ...searches })}`)
    victim.start()
  },
)

test('without a replica, a node that is killed takes its part with it, and everything says so', async () => {
  await whole()
  const manager = await managerName()
  const victim = cluster.nodes.find(({ name }) => name !== manager) as LocalNode
  const index = await makeIndex('alone', 0)
  const { report, searches } = await writeAndKill(index, victim, 2000)
  expect(report.rejected.length).toBeGreaterThan(0)
  expect(report.added + report.rejected.length).toBe(1000)
  expect(searches.wrong).toEqual([])
  expect(searches.flagged).toBeGreaterThan(0)
  expect((await index.health()).status).toBe('red')
  await expect(index.search('témoin')).rejects.toMatchObject({
    code: expect.stringMatching(/INCOMPLETE_ANSWER|CLUSTER_REQUEST/),
  })
  console.log(`without a replica: ${JSON.stringify({ rejected: report.rejected.length, ...searches })}`)
})
