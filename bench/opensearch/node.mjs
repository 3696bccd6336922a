/** A node of OpenSearch as the measurements need it: requests, its CPU time, when it is at rest, and the size of its indexes. */

/** OpenSearch reads its CPU time once per second. */
const CPU_AGE = 1100
const POLL = 200

/**
 * @param {string} url of the node
 * @param {string} path
 * @param {string | object} [body] text is sent as lines of JSON
 * @param {string} [method]
 * @returns {Promise<any>}
 * @throws Error if the node refuses
 */
export async function ask(url, path, body, method = 'POST') {
  const lines = typeof body === 'string'
  const response = await fetch(url + path, {
    method,
    headers: { 'content-type': lines ? 'application/x-ndjson' : 'application/json' },
    body: lines || body === undefined ? body : JSON.stringify(body),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer).slice(0, 500)}`)
  return answer
}

/**
 * The CPU time of the node since its start, after a wait that makes it up to date.
 * @param {string} url
 * @returns {Promise<number>} in milliseconds
 */
export async function cpuOf(url) {
  await sleep(CPU_AGE)
  const { nodes } = await ask(url, '/_nodes/stats/process', undefined, 'GET')
  return Object.values(nodes).reduce((sum, { process }) => sum + process.cpu.total_in_millis, 0)
}

/**
 * What a node without work takes between two calls of `cpuOf`: the median of several.
 * @param {string} url
 */
export async function idleCpuOf(url) {
  /** @type {number[]} */
  const values = []
  let last = await cpuOf(url)
  for (let i = 0; i < 5; i++) {
    const next = await cpuOf(url)
    values.push(next - last)
    last = next
  }
  return values.sort((a, b) => a - b)[2]
}

/**
 * Makes an index searchable, and waits until nothing is merged any more.
 * @param {string} url
 * @param {string} indexes
 */
export async function comeToRest(url, indexes) {
  await ask(url, `/${indexes}/_refresh`)
  for (;;) {
    const { _all } = await ask(url, `/${indexes}/_stats/merge`, undefined, 'GET')
    if (_all.total.merges.current === 0) return
    await sleep(POLL)
  }
}

/**
 * One segment in each index, on disk.
 * @param {string} url
 * @param {string} indexes
 */
export async function mergeAll(url, indexes) {
  await ask(url, `/${indexes}/_forcemerge?max_num_segments=1`)
  // The old segments are deleted once nobody reads them.
  await ask(url, `/${indexes}/_refresh`)
  await ask(url, `/${indexes}/_flush?force=true`)
  for (let last = Number.POSITIVE_INFINITY, bytes = 0; ; last = bytes) {
    bytes = await bytesOf(url, indexes)
    if (bytes === last) return
    await sleep(CPU_AGE)
  }
}

/**
 * @param {string} url
 * @param {string} index
 * @returns {Promise<number>} bytes on disk
 */
export async function bytesOf(url, index) {
  const { _all } = await ask(url, `/${index}/_stats/store`, undefined, 'GET')
  return _all.primaries.store.size_in_bytes
}

/** @param {number} milliseconds @returns {Promise<void>} */
const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))
