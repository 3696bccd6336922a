/** Growth as a plain SVG: small plots with logarithmic scales, where a straight line with a slope of one doubles as the documents do. */

/** @typedef {import('./steps.mjs').Step} Step */

const WIDTH = 340
const HEIGHT = 220
const LEFT = 56
const RIGHT = 78
const TOP = 34
const BOTTOM = 34
const LINE = 12

/** @type {readonly [engine: string, name: string, color: string][]} */
const LINES = [
  ['trouvaille', 'Trouvaille', '#a3262a'],
  ['lucene-all-exact', 'Lucene', '#1f5fa8'],
  ['tantivy-all-exact', 'tantivy', '#b4741a'],
]

/** @type {readonly { title: string, of: (step: Step) => number }[]} */
const FIGURES = [
  { title: 'build, CPU s', of: step => step.buildCpuSeconds },
  { title: 'index, MB', of: step => step.bytes / 1e6 },
  { title: 'long query, CPU ms', of: step => step.kinds.long?.p50 ?? Number.NaN },
  { title: 'short query, CPU ms', of: step => step.kinds.short?.p50 ?? Number.NaN },
]

/** @param {readonly Step[]} steps @returns {string} a column of plots for short documents, one for long ones */
export function growthPlot(steps) {
  const plots = FIGURES.flatMap((figure, row) =>
    /** @type {const} */ (['short', 'long']).map((length, column) => {
      const of = steps.filter(step => step.length === length)
      const title = `${length === 'short' ? 'Short' : 'Long'} documents: ${figure.title}`
      const plot = of.length === 0 ? '' : plotOf(title, figure.of, of)
      return `<g transform="translate(${column * WIDTH} ${row * HEIGHT})">${plot}</g>`
    }),
  )
  const size = `${2 * WIDTH} ${FIGURES.length * HEIGHT}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" font-family="system-ui, sans-serif" font-size="11" fill="#333">`,
    '<title>CPU time of a build, size and CPU time of queries against the number of documents</title>',
    `<rect width="${2 * WIDTH}" height="${FIGURES.length * HEIGHT}" fill="#fff"/>`,
    ...plots,
    '</svg>',
    '',
  ].join('\n')
}

/**
 * @param {string} title
 * @param {(step: Step) => number} of
 * @param {readonly Step[]} steps
 */
function plotOf(title, of, steps) {
  const sizes = [...new Set(steps.map(({ size }) => size))]
  const across = scale(sizes, LEFT, WIDTH - RIGHT)
  const values = steps.filter(({ engine }) => LINES.some(([name]) => name === engine)).map(of)
  const up = scale([...values, ...decades(values)], HEIGHT - BOTTOM, TOP)
  const ticks = decades(values).map(
    value =>
      `<path d="M${LEFT} ${up(value)}H${WIDTH - RIGHT}" stroke="#ddd"/><text x="${LEFT - 6}" y="${up(value) + 4}" text-anchor="end">${short(value)}</text>`,
  )
  const names = sizes.map(
    size => `<text x="${across(size)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${short(size)}</text>`,
  )
  const drawn = LINES.map(([engine, name, color]) => ({
    name,
    color,
    points: steps.filter(step => step.engine === engine).map(step => ({ x: across(step.size), y: up(of(step)) })),
  })).filter(({ points }) => points.length > 0)
  const lines = drawn.flatMap(({ color, points }) => [
    `<path d="M${points.map(({ x, y }) => `${x} ${y}`).join('L')}" fill="none" stroke="${color}" stroke-width="2"/>`,
    ...points.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="3" fill="${color}"/>`),
  ])
  // Names of lines that end near one another are moved apart.
  const ends = drawn.map(({ name, color, points }) => ({ name, color, ...points[points.length - 1] }))
  let above = Number.NEGATIVE_INFINITY
  for (const { name, color, x, y } of ends.sort((a, b) => a.y - b.y)) {
    above = Math.max(y, above + LINE)
    lines.push(`<text x="${x + 8}" y="${above + 4}" fill="${color}">${name}</text>`)
  }
  return `<text x="${LEFT}" y="18" font-weight="600">${title}</text>${[...ticks, ...names, ...lines].join('')}`
}

/**
 * A logarithmic scale that takes the values to the places between `from` and `to`.
 * @param {readonly number[]} values
 * @param {number} from
 * @param {number} to
 * @returns {(value: number) => number}
 */
function scale(values, from, to) {
  const low = Math.log(Math.min(...values))
  const span = Math.log(Math.max(...values)) - low || 1
  return value => Math.round((from + ((Math.log(value) - low) / span) * (to - from)) * 10) / 10
}

/** @param {readonly number[]} values @returns {number[]} the powers of ten around the values */
function decades(values) {
  const low = Math.floor(Math.log10(Math.min(...values)))
  const high = Math.ceil(Math.log10(Math.max(...values)))
  return Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i))
}

/** @param {number} value */
function short(value) {
  if (value >= 1e6) return `${value / 1e6}M`
  return value >= 1000 ? `${value / 1000}k` : String(Number(value.toPrecision(3)))
}
