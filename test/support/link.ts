/**
 * The line between a server and a browser: a throughput that all answers share, and connections that take two round trips to open (TCP, TLS 1.3) and
 * start with ten segments, twice as many after each round trip (RFC 6928, RFC 5681). Packet loss is not simulated.
 */
import { setTimeout as wait } from 'node:timers/promises'

const SEGMENT = 1460
const FIRST_WINDOW = 10 * SEGMENT
const ROUND_TRIPS_TO_CONNECT = 2
/** Status line and headers of an answer, about. */
const HEAD_BYTES = 200

/** Timers fire late; up to this much of it is made up for, so that the throughput is what it should be. In milliseconds. */
const TIMER_DELAY = 20

interface Connection {
  /** How many bytes may be on their way. */
  window: number
  underWay: number
  waiting: (() => void)[]
}

export class Link {
  private readonly latency: number
  private readonly throughput: number
  private readonly slowStart: boolean
  private readonly connections = new WeakMap<object, Connection>()
  /** When the last byte that was accepted has left. */
  private freeAt = 0

  constructor({
    latency,
    throughput = Number.POSITIVE_INFINITY,
    connections = false,
  }: { latency: number; throughput?: number; connections?: boolean }) {
    this.latency = latency
    this.throughput = throughput
    this.slowStart = connections
  }

  /** How long the first request of a connection, which `key` stands for, waits for it. In milliseconds. */
  timeToConnect(key: object): number {
    if (!this.slowStart || this.connections.has(key)) return 0
    this.connectionOf(key)
    return this.latency * ROUND_TRIPS_TO_CONNECT
  }

  /** Sends the bytes of an answer, as many at a time as the line takes. */
  async send(key: object, bytes: Uint8Array, write: (chunk: Uint8Array) => void): Promise<void> {
    if (!this.slowStart && this.throughput === Number.POSITIVE_INFINITY) {
      write(bytes)
      return
    }
    const connection = this.connectionOf(key)
    await this.transmit(HEAD_BYTES)
    const step = 4 * SEGMENT
    for (let start = 0; start < bytes.length; start += step) {
      const chunk = bytes.subarray(start, start + step)
      if (this.slowStart) await this.wait(connection, chunk.length)
      await this.transmit(chunk.length)
      write(chunk)
    }
  }

  private connectionOf(key: object): Connection {
    const connection = this.connections.get(key) ?? { window: FIRST_WINDOW, underWay: 0, waiting: [] }
    this.connections.set(key, connection)
    return connection
  }

  private async transmit(length: number): Promise<void> {
    if (this.throughput === Number.POSITIVE_INFINITY) return
    const now = performance.now()
    this.freeAt = Math.max(this.freeAt, now - TIMER_DELAY) + (length / this.throughput) * 1000
    if (this.freeAt > now) await wait(this.freeAt - now)
  }

  /** Waits until the window of a connection has room; each byte that is confirmed makes it one byte wider. */
  private async wait(connection: Connection, length: number): Promise<void> {
    while (connection.underWay + length > connection.window) {
      await new Promise<void>(resolve => connection.waiting.push(resolve))
    }
    connection.underWay += length
    setTimeout(() => {
      connection.underWay -= length
      connection.window += length
      for (const resume of connection.waiting.splice(0)) resume()
    }, this.latency)
  }
}
