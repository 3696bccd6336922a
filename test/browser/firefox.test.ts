/** The pages of the Chromium tests in Firefox: the waves of a first query, the next page, two queries at once, a file that is replaced, two tabs at once. */
import { beforeAll, describe, expect, test } from 'vitest'
import { IndexSearcher } from '../../src/index-searcher.ts'
import type { Paragraph } from '../support/articles.ts'
import { selfSignedCertificate } from '../support/certificate.ts'
import { LatencyServer } from '../support/latency-server.ts'
import { recombinedIndex, SESSION } from '../support/recombined.ts'
import { findFirefox, launchFirefox } from './firefox.ts'
import { bundlePage, SEARCH_SCRIPT, STORED } from './page.ts'

const executablePath = findFirefox()
if (executablePath === undefined) console.warn('Firefox is not installed: its tests are skipped')
const certificate = selfSignedCertificate()

const PATH = '/recherche.trv'
const [QUERY, NEXT_QUERY] = SESSION

/** What each step of a visit answered is posted to `/` and the name of the step. */
const POST = `
  const post = async (step, run) => {
    const body = await run().catch(error => ({ error: String(error) }))
    await fetch('/' + step, { method: 'POST', body: JSON.stringify(body) })
  }`

/** Two visits of a page. */
const VISITS = `${SEARCH_SCRIPT}
  ${POST}
  const url = '${PATH}'
  const [first, next] = ${JSON.stringify([QUERY, NEXT_QUERY])}
  if (!location.search) {
    await post('first', () => window.ask(url, first))
    await post('stored', () => ${STORED})
    location = '?again'
  } else {
    await post('again', () => window.ask(url, first))
    await post('both', () => Promise.all([window.searchAgain(next), window.searchAgain(first)]))
    await post('replace', async () => 'now')
    await post('replaced', () => window.searchAgain('salle de cinéma du village'))
    await post('opened', () => window.ask(url, first))
  }`

/**
 * Two tabs, `?first` and `?next`, that begin when both are there. When both have stored what they read, the first goes to its next page and asks both queries.
 */
const TABS = `${SEARCH_SCRIPT}
  ${POST}
  const url = '${PATH}'
  const [first, next] = ${JSON.stringify([QUERY, NEXT_QUERY])}
  const channel = new BroadcastChannel('tabs')
  const heard = message => new Promise(resolve => {
    channel.addEventListener('message', ({ data }) => { if (data === message) resolve() })
  })
  if (location.search === '?again') {
    await post('again', async () => [await window.ask(url, first), await window.searchAgain(next)])
  } else {
    const isFirst = location.search === '?first'
    const otherIsHere = heard('here')
    const otherHasStored = heard('stored')
    channel.postMessage('here')
    await otherIsHere
    // The tab that came first was not heard by the other.
    channel.postMessage('here')
    await post(isFirst ? 'first' : 'next', () => window.ask(url, isFirst ? first : next))
    await ${STORED}
    channel.postMessage('stored')
    if (isFirst) {
      await otherHasStored
      await post('stored', async () => 'both')
      location = '?again'
    }
  }`

describe.skipIf(executablePath === undefined)('Firefox', () => {
  const file = recombinedIndex(900)
  const newFile = recombinedIndex(700)
  const idsOf = (bytes: Uint8Array, query: string) =>
    IndexSearcher.fromBytes<Paragraph>(bytes)
      .search(query)
      .hits.map(({ id }) => id)
  const steps = (server: LatencyServer) => async (step: string) => JSON.parse(await server.posted(`/${step}`))
  const visits = [
    { protocol: 'HTTP/1.1', certificate: undefined, most: 9 },
    { protocol: 'HTTP/2', certificate, most: 4 },
  ]
    .filter(({ protocol, certificate }) => protocol === 'HTTP/1.1' || certificate !== undefined)
    .map(({ certificate, ...visit }) => ({
      ...visit,
      server: new LatencyServer({ latency: 200, together: true, certificate }),
    }))
  const shared = new LatencyServer({ latency: 200 })

  // It takes seconds to start, so all of the tests below, which run at once, have their tabs in it.
  beforeAll(async () => {
    if (executablePath === undefined) return
    const tabs: string[] = []
    const open = async (server: LatencyServer, script: string, steps: string[], paths: string[]) => {
      await server.listen()
      server.files.set('/', { bytes: await bundlePage(script), type: 'text/html' })
      server.files.set(PATH, { bytes: file, headers: { ETag: '"1"' } })
      for (const step of steps) server.files.set(`/${step}`, { bytes: '' })
      tabs.push(...paths.map(path => server.origin + path))
    }
    const visit = ['first', 'stored', 'again', 'both', 'replace', 'replaced', 'opened']
    for (const { server } of visits) await open(server, VISITS, visit, ['/'])
    await open(shared, TABS, ['first', 'next', 'stored', 'again'], ['/?first', '/?next'])
    const firefox = await launchFirefox(executablePath, tabs, certificate?.cert)
    return async () => {
      await firefox.close()
      for (const server of [...visits.map(({ server }) => server), shared]) await server.close()
    }
  })

  test.concurrent.each(visits)('over $protocol', async ({ server, most }) => {
    const posted = steps(server)
    expect(await posted('first')).toEqual(idsOf(file, QUERY))
    expect(server.waves(PATH)).toBeLessThanOrEqual(most)
    const asked = server.requestsOf(PATH).length
    expect(asked).toBeGreaterThan(20)

    expect(await posted('stored')).toBeGreaterThan(0)
    expect(await posted('again')).toEqual(idsOf(file, QUERY))
    const before = server.received.findIndex(({ path }) => path === '/again')
    const reads = server.received.slice(0, before).filter(({ path }) => path === PATH)
    expect(reads.slice(asked).map(({ range }) => range)).toEqual(['bytes=0-12287'])

    expect(await posted('both')).toEqual([idsOf(file, NEXT_QUERY), idsOf(file, QUERY)])
    await server.posted('/replace')
    server.files.set(PATH, { bytes: newFile, headers: { ETag: '"2"' } })
    // The client opens the new file and answers from it.
    expect(await posted('replaced')).toEqual(idsOf(newFile, 'salle de cinéma du village'))
    expect(await posted('opened')).toEqual(idsOf(newFile, QUERY))
  })

  test.concurrent('two tabs at once answer right, and the next page finds what both read', async () => {
    const posted = steps(shared)
    expect(await posted('first')).toEqual(idsOf(file, QUERY))
    expect(await posted('next')).toEqual(idsOf(file, NEXT_QUERY))
    expect(await posted('stored')).toBe('both')
    const read = shared.requestsOf(PATH).length
    expect(read, 'each tab read pages of its own').toBeGreaterThan(30)

    expect(await posted('again')).toEqual([idsOf(file, QUERY), idsOf(file, NEXT_QUERY)])
    const again = shared.requestsOf(PATH).slice(read)
    expect(again.map(({ range }) => range)).toEqual(['bytes=0-12287'])
  })
})
