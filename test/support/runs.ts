/** How many random cases a property is tried with: all of them in `npm run test:all`, and a third in `npm test`, which new cases are tried in each time. */
export function runs(all: number): number {
  return process.env.TEST_ALL === undefined ? Math.ceil(all / 3) : all
}
