/** Looking for a border by halves. */

/** The first number from `from` on, below `to`, for which `test` holds, as it then does for all that follow; `to` where there is none. */
export function firstWhere(from: number, to: number, test: (at: number) => boolean): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(middle)) high = middle
    else low = middle + 1
  }
  return low
}
