/**
 * The order of insertion over all writers: microseconds since 1970, each number once per process. These numbers are also the versions of writes: a later one
 * wins.
 */

let last = 0

export function nextOrder(): number {
  last = Math.max(last + 1, Date.now() * 1000)
  return last
}
