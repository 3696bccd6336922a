/** The pages of the Chromium tests in Firefox: the waves of a first query, the next page, two queries at once, a file that is replaced. */
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

/** Two visits of a page: what each step answered is posted to `/` and the name of the step. */
const VISITS = `${SEARCH_SCRIPT}
  const post = async (step, run) => {
    const body = await run().catch(error => ({ error: String(error) }))
    await fetch('/' + step, { method: 'POST', body: JSON.stringify(body) })
  }
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

    firefox = await launchFirefox(executablePath, `${running.origin}/`, certificate?.cert)
    expect(await posted('first')).toEqual(idsOf(file, QUERY))
    expect(running.waves(PATH)).toBeLessThanOrEqual(most)
    const asked = running.requestsOf(PATH).length
    expect(asked).toBeGreaterThan(20)

    expect(await posted('stored')).toBeGreaterThan(0)
    expect(await posted('again')).toEqual(idsOf(file, QUERY))
    const before = running.received.findIndex(({ path }) => path === '/again')
    const reads = running.received.slice(0, before).filter(({ path }) => path === PATH)
    expect(reads.slice(asked).map(({ range }) => range)).toEqual(['bytes=0-16383'])

    expect(await posted('both')).toEqual([idsOf(file, NEXT_QUERY), idsOf(file, QUERY)])
    await running.posted('/replace')
    running.files.set(PATH, { bytes: newFile, headers: { ETag: '"2"' } })
    // The client opens the new file and answers from it.
    expect(await posted('replaced')).toEqual(idsOf(newFile, 'salle de cinéma du village'))
    expect(await posted('opened')).toEqual(idsOf(newFile, QUERY))
  })
})
