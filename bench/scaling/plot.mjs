/** Growth as a plain SVG: four small plots with logarithmic scales, where a straight line with a slope of one doubles as the documents do. */

/** @typedef {import('./step.mjs').Step} Step */

const WIDTH = 340
const HEIGHT = 220
const LEFT = 56
const RIGHT = 16
const TOP = 34
const BOTTOM = 34

/** @type {readonly { title: string, lines: { of: (step: Step) => number, color: string, name: string }[] }[]} */
const PLOTS = [
  { title: 'Build, seconds', lines: [{ of: step => step.buildSeconds, color: '#1f5fa8', name: '' }] },
  {
    title: 'Peak of memory while building, MB',
    lines: [{ of: step => step.buildPeakBytes / 2 ** 20, color: '#1f5fa8', name: '' }],
  },
  { title: 'File, MB', lines: [{ of: step => step.bytes / 1e6, color: '#1f5fa8', name: '' }] },
  {
    title: 'A question, ms',
    lines: [
      { of: step => step.p50Ms, color: '#1f5fa8', name: 'p50' },
      { of: step => step.p99Ms, color: '#b4541a', name: 'p99' },
    ],
  },
]

/** @param {readonly Step[]} steps @returns {string} */
export function growthPlot(steps) {
  const plots = PLOTS.map((plot, i) => {
    const x = (i % 2) * WIDTH
    const y = Math.floor(i / 2) * HEIGHT
    return `<g transform="translate(${x} ${y})">${plotOf(plot, steps)}</g>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * WIDTH} ${2 * HEIGHT}" font-family="system-ui, sans-serif" font-size="11" fill="#333">`,
    '<title>Build time, peak of memory, file and time of a question against the number of documents</title>',
    `<rect width="${2 * WIDTH}" height="${2 * HEIGHT}" fill="#fff"/>`,
    ...plots,
    '</svg>',
    '',
  ].join('\n')
}

/**
 * @param {(typeof PLOTS)[number]} plot
 * @param {readonly Step[]} steps
 */
function plotOf({ title, lines }, steps) {
  const across = scale(
    steps.map(({ size }) => size),
    LEFT,
    WIDTH - RIGHT,
  )
  const values = lines.flatMap(({ of }) => steps.map(of))
  const up = scale([...values, ...decades(values)], HEIGHT - BOTTOM, TOP)
  const ticks = decades(values).map(
    value =>
      `<path d="M${LEFT} ${up(value)}H${WIDTH - RIGHT}" stroke="#ddd"/><text x="${LEFT - 6}" y="${up(value) + 4}" text-anchor="end">${short(value)}</text>`,
  )
  const names = steps.map(
    ({ size }) => `<text x="${across(size)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${short(size)}</text>`,
  )
  const drawn = lines.map(({ of, color, name }) => {
    const points = steps.map(step => `${across(step.size)} ${up(of(step))}`)
    const last = steps[steps.length - 1]
    return [
      `<path d="M${points.join('L')}" fill="none" stroke="${color}" stroke-width="2"/>`,
      ...steps.map(step => `<circle cx="${across(step.size)}" cy="${up(of(step))}" r="3" fill="${color}"/>`),
      `<text x="${across(last.size)}" y="${up(of(last)) - 8}" text-anchor="end" fill="${color}">${name}</text>`,
    ].join('')
  })
  return `<text x="${LEFT}" y="18" font-weight="600">${title}</text>${[...ticks, ...names, ...drawn].join('')}`
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
  return value >= 1000 ? `${value / 1000}k` : String(Number(value.toPrecision(3)))
}
