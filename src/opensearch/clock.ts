/**
 * The order of insertion over all writers: microseconds since 1970, each number once per process. These numbers are also the versions of writes: a later one
 * wins.
 */

let last = 0
/** Several writers rarely give the same number to two documents. */
const phase = Math.floor(Math.random() * 1000)

export function nextOrder(): number {
  last = Math.max(last + 1, Date.now() * 1000 + phase)
  return last
}
