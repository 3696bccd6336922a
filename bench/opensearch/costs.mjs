/** What calls cost: requests, bytes, wall time, and CPU time of this process and of the node. */
import { readFileSync } from 'node:fs'

/**
 * @typedef {{ requests: number, up: number, down: number }} Traffic
 * @typedef {{ requests: number, up: number, down: number, clientMs: number, nodeMs: number, p50: number, p95: number }} Cost means of one call; bytes and milliseconds
 */

/** CPU milliseconds of a process, in steps of ten. @param {number} pid */
export function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** A `fetch` that counts what goes through it. */
export function countingFetch() {
  /** @type {Traffic} */
  const traffic = { requests: 0, up: 0, down: 0 }
  /** @type {typeof fetch} */
  const counting = async (address, options) => {
    const response = await fetch(address, options)
    const bytes = await response.arrayBuffer()
    traffic.requests++
    traffic.up += Buffer.byteLength(String(options?.body ?? ''))
    traffic.down += bytes.byteLength
    return new Response(bytes, { status: response.status })
  }
  return { traffic, counting }
}

/** Adds up the costs of calls. */
export class Meter {
  /** @type {Traffic} */
  #traffic
  #pid
  #sum = { requests: 0, up: 0, down: 0, clientMs: 0, nodeMs: 0 }
  /** @type {number[]} */
  #times = []

  /** @param {Traffic} traffic what is counted elsewhere @param {number} pid of the node */
  constructor(traffic, pid) {
    this.#traffic = traffic
    this.#pid = pid
  }

  /** @template R @param {() => Promise<R>} call @returns {Promise<R>} */
  async measure(call) {
    Object.assign(this.#traffic, { requests: 0, up: 0, down: 0 })
    const node = cpuOf(this.#pid)
    const client = process.cpuUsage()
    const start = performance.now()
    const result = await call()
    this.#times.push(performance.now() - start)
    const { user, system } = process.cpuUsage(client)
    const sum = this.#sum
    sum.clientMs += (user + system) / 1000
    sum.nodeMs += cpuOf(this.#pid) - node
    for (const what of /** @type {const} */ (['requests', 'up', 'down'])) sum[what] += this.#traffic[what]
    return result
  }

  /** @returns {Cost} */
  cost() {
    const count = this.#times.length
    const times = [...this.#times].sort((a, b) => a - b)
    const mean = Object.fromEntries(Object.entries(this.#sum).map(([what, sum]) => [what, sum / count]))
    return /** @type {Cost} */ ({
      ...mean,
      p50: times[Math.floor(count * 0.5)],
      p95: times[Math.min(count - 1, Math.floor(count * 0.95))],
    })
  }
}
