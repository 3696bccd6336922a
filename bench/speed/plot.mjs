/** The speed of the engines as a plain SVG: bars on logarithmic scales, on which a bar half as long is not half the time; the figures are next to them. */

/** @typedef {import('./report.mjs').SpeedResult} SpeedResult */
/** @typedef {import('./report.mjs').EngineSpeed} Speed */

const WIDTH = 360
const LABELS = 118
const FIGURES = 54
const BAR = 16
const TOP = 34
const GAP = 18

const p50 = (/** @type {import('./kinds.mjs').Kind} */ kind) => (/** @type {Speed} */ speed) =>
  speed.kinds[kind]?.p50 ?? Number.NaN

/** @type {readonly { title: string, of: (speed: Speed) => number }[]} */
const PLOTS = [
  { title: 'A long query, CPU ms (median)', of: p50('long') },
  { title: 'A short query, CPU ms (median)', of: p50('short') },
  { title: 'A phrase, CPU ms (median)', of: p50('phrase') },
  { title: 'Start to first answer, CPU ms', of: ({ startCpuMs }) => startCpuMs },
  { title: 'Build, CPU seconds', of: ({ buildCpuSeconds }) => buildCpuSeconds },
  { title: 'Index, MB', of: ({ bytes }) => bytes / 1e6 },
]

/** Those that do the same work: all words indexed, all hits counted. */
const SHOWN = new Map([
  ['trouvaille', 'Trouvaille'],
  ['lucene-all-exact', 'Lucene'],
  ['tantivy-all-exact', 'tantivy'],
])
const VARIANTS = /^(?:trouvaille|lucene|tantivy)-/

/** @param {SpeedResult} result @returns {string} */
export function speedPlot({ engines: all, collection }) {
  const engines = all
    .filter(({ name }) => SHOWN.has(name) || !VARIANTS.test(name))
    .map(engine => ({ ...engine, name: SHOWN.get(engine.name) ?? engine.name }))
  const height = TOP + engines.length * BAR + GAP
  const rows = PLOTS.length / 2
  const plots = PLOTS.map((plot, i) => {
    const place = `translate(${(i % 2) * WIDTH} ${Math.floor(i / 2) * height})`
    return `<g transform="${place}">${plotOf(plot, engines)}</g>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * WIDTH} ${rows * height}" font-family="system-ui, sans-serif" font-size="11" fill="#333">`,
    `<title>Build time, size, start and time of a query of each engine on ${collection}</title>`,
    `<rect width="${2 * WIDTH}" height="${rows * height}" fill="#fff"/>`,
    ...plots,
    '</svg>',
    '',
  ].join('\n')
}

/**
 * @param {(typeof PLOTS)[number]} plot
 * @param {SpeedResult['engines']} engines
 */
function plotOf({ title, of }, engines) {
  const measured = engines.map(of).filter(value => value > 0)
  // One decade below the least, so that the best has a bar as well.
  const low = Math.log10(Math.min(...measured)) - 1
  const span = Math.log10(Math.max(...measured)) - low
  const bars = engines.map((engine, i) => {
    const value = of(engine)
    const y = TOP + i * BAR
    const name = `<text x="${LABELS - 6}" y="${y + 11}" text-anchor="end">${engine.name}</text>`
    if (!(value > 0)) return `${name}<text x="${LABELS}" y="${y + 11}">–</text>`
    const length = Math.round(((Math.log10(value) - low) / span) * (WIDTH - LABELS - FIGURES))
    const color = engine.name === SHOWN.get('trouvaille') ? '#a3262a' : '#b9bec6'
    return `${name}<rect x="${LABELS}" y="${y + 2}" width="${length}" height="${BAR - 5}" fill="${color}"/><text x="${LABELS + length + 5}" y="${y + 11}">${Number(value.toPrecision(2))}</text>`
  })
  return `<text x="8" y="18" font-weight="600">${title}</text>${bars.join('')}`
}
