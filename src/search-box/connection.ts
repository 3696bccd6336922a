/** Repeats what failed because of the connection. The element loads this with the page. */
export { connected } from '../open/connected.ts'

/** In milliseconds. Each pause is twice as long as the one before: five of them are half a minute. */
const FIRST_PAUSE = 1000
const MOST_PAUSES = 5

/** Whether there is a connection, as far as the browser knows. */
export function isOnline(): boolean {
  return globalThis.navigator?.onLine !== false
}

/**
 * Calls `again` once: when the browser reports a connection, or after a pause if it reports one already. Both are needed: browsers report a connection before it works,
 * and do not notice every loss of one.
 *
 * @param pauses how many there were since the visitor did something or the connection came back; `again` gets the next number
 */
export function tryLater(pauses: number, again: (pauses: number) => void): void {
  const end = (pauses: number) => {
    clearTimeout(timer)
    globalThis.removeEventListener?.('online', online)
    again(pauses)
  }
  const online = () => end(0)
  const isPause = pauses < MOST_PAUSES && isOnline()
  const timer = isPause ? setTimeout(end, FIRST_PAUSE * 2 ** pauses, pauses + 1) : undefined
  globalThis.addEventListener?.('online', online)
}
