/** The pages of the Chromium tests in Firefox: the waves of a first query, the next page, two queries at once, a file that is replaced, two tabs at once. */
import { afterEach, describe, expect, test } from 'vitest'
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

let server: LatencyServer | undefined
let firefox: { close(): Promise<void> } | undefined
afterEach(async () => {
  await firefox?.close()
  await server?.close()
})

describe.skipIf(executablePath === undefined)('Firefox', () => {
  test.each([
    { protocol: 'HTTP/1.1', certificate: undefined, most: 9 },
    { protocol: 'HTTP/2', certificate, most: 4 },
  ])('over $protocol', async ({ protocol, certificate, most }) => {
    if (executablePath === undefined || (protocol === 'HTTP/2' && certificate === undefined)) return
    const file = recombinedIndex(900)
    const newFile = recombinedIndex(700)
    const idsOf = (bytes: Uint8Array, query: string) =>
      IndexSearcher.fromBytes<Paragraph>(bytes)
        .search(query)
        .hits.map(({ id }) => id)
    const running = new LatencyServer({ latency: 200, together: true, certificate })
    server = running
    await running.listen()
    running.files.set('/', { bytes: await bundlePage(VISITS), type: 'text/html' })
    running.files.set(PATH, { bytes: file, headers: { ETag: '"1"' } })
    for (const step of ['first', 'stored', 'again', 'both', 'replace', 'replaced', 'opened']) {
      running.files.set(`/${step}`, { bytes: '' })
    }
    const posted = async (step: string) => JSON.parse(await running.posted(`/${step}`))

    firefox = await launchFirefox(executablePath, [`${running.origin}/`], certificate?.cert)
    expect(await posted('first')).toEqual(idsOf(file, QUERY))
    expect(running.waves(PATH)).toBeLessThanOrEqual(most)
    const asked = running.requestsOf(PATH).length
    expect(asked).toBeGreaterThan(20)

    expect(await posted('stored')).toBeGreaterThan(0)
    expect(await posted('again')).toEqual(idsOf(file, QUERY))
    const before = running.received.findIndex(({ path }) => path === '/again')
    const reads = running.received.slice(0, before).filter(({ path }) => path === PATH)
    expect(reads.slice(asked).map(({ range }) => range)).toEqual(['bytes=0-12287'])

    expect(await posted('both')).toEqual([idsOf(file, NEXT_QUERY), idsOf(file, QUERY)])
    await running.posted('/replace')
    running.files.set(PATH, { bytes: newFile, headers: { ETag: '"2"' } })
    // The client opens the new file and answers from it.
    expect(await posted('replaced')).toEqual(idsOf(newFile, 'salle de cinéma du village'))
    expect(await posted('opened')).toEqual(idsOf(newFile, QUERY))
  })

  test('two tabs at once answer right, and the next page finds what both read', async () => {
    if (executablePath === undefined) return
    const file = recombinedIndex(900)
    const idsOf = (query: string) =>
      IndexSearcher.fromBytes<Paragraph>(file)
        .search(query)
        .hits.map(({ id }) => id)
    const running = new LatencyServer({ latency: 200 })
    server = running
    await running.listen()
    running.files.set('/', { bytes: await bundlePage(TABS), type: 'text/html' })
    running.files.set(PATH, { bytes: file, headers: { ETag: '"1"' } })
    for (const step of ['first', 'next', 'stored', 'again']) running.files.set(`/${step}`, { bytes: '' })
    const posted = async (step: string) => JSON.parse(await running.posted(`/${step}`))

    const tabs = ['?first', '?next'].map(visit => `${running.origin}/${visit}`)
    firefox = await launchFirefox(executablePath, tabs)
    expect(await posted('first')).toEqual(idsOf(QUERY))
    expect(await posted('next')).toEqual(idsOf(NEXT_QUERY))
    expect(await posted('stored')).toBe('both')
    const read = running.requestsOf(PATH).length
    expect(read, 'each tab read pages of its own').toBeGreaterThan(40)

    expect(await posted('again')).toEqual([idsOf(QUERY), idsOf(NEXT_QUERY)])
    expect(
      running
        .requestsOf(PATH)
        .slice(read)
        .map(({ range }) => range),
    ).toEqual(['bytes=0-12287'])
  })
})
