/** The tables of docs/remote.md about first queries, and where Trouvaille is ahead of Pagefind, level or behind. */
import { markdownTable } from '../tables.mjs'
import { wrapped } from '../wrapped.mjs'
import { type Case, LINES, type LineName, type Measurements, nameOf, PROTOCOLS, type Protocol } from './first-query.ts'
import type { Site } from './site.ts'
import type { Engine, Way } from './visitor.ts'

export { LINES, measureFirstQueries } from './first-query.ts'
export { insecureMarkdown } from './insecure.ts'

/** Times that differ by less are called level. */
const LEVEL = 0.1

const TIMED = (Object.keys(LINES) as LineName[]).filter(line => line !== 'round trips')

type Verdict = 'ahead' | 'level' | 'behind'

/** What a row measures, and its name. */
interface Row {
  names: string[]
  case: Omit<Case, 'line'>
}

/** The Markdown of both tables, each followed by the comparison. `shipped` is the number of pages of the site that is measured as shipped. */
export function firstQueryMarkdown(measurements: Measurements, shipped: number): string {
  const { costs, sites } = measurements
  const lines = TIMED.filter(line => [...costs.keys()].some(name => name.endsWith(` | ${line}`)))
  const table = (rows: Row[], headings: string[]) =>
    markdownTable([
      [...headings, 'round trips', 'requests', 'kB', ...lines.map(line => `s: ${line}`)],
      ...rows.map(row => [...row.names, ...cells(row.case, costs, lines)]),
    ])
  const site = sites.find(({ pages }) => pages === shipped)
  if (site === undefined) throw new Error(`There is no site of ${shipped} pages.`)
  const [asShipped, bySize] = [shippedRows(site), sizeRows(sites)]
  return [
    `${sitesText(sites)}`,
    table(asShipped, [`${site.pages} pages, as shipped`, 'protocol', 'engine']),
    comparison(asShipped, costs, lines, ['ahead', 'level', 'behind']),
    table(bySize, ['pages', 'file, kB', 'protocol', 'engine']),
    comparison(bySize, costs, lines, ['behind']),
  ].join('\n\n')
}

function shippedRows(site: Site): Row[] {
  const ways = [
    ['trouvaille', 'pasted'],
    ['pagefind', 'pasted'],
    ['trouvaille', 'typed'],
    ['trouvaille', 'letters'],
    ['pagefind', 'typed'],
  ] as const
  const row = (protocol: Protocol, [engine, way]: (typeof ways)[number]): Row => ({
    names: [WAYS[way], protocol, TITLES[engine]],
    case: { site, engine, load: 'auto', way, protocol },
  })
  return PROTOCOLS.flatMap(protocol => ways.map(way => row(protocol, way)))
}

function sizeRows(sites: readonly Site[]): Row[] {
  return [...sites]
    .sort((a, b) => a.pages - b.pages)
    .flatMap(site =>
      PROTOCOLS.flatMap(protocol =>
        (['whole', 'ranges', 'pagefind'] as const).map((engine): Row => {
          const load = engine === 'pagefind' ? 'auto' : engine
          const bytes = engine === 'pagefind' ? site.pagefindBytes : site.trouvailleBytes
          const names = [thousands(site.pages), thousands(bytes / 1000), protocol, TITLES[engine]]
          const of = engine === 'pagefind' ? 'pagefind' : 'trouvaille'
          return { names, case: { site, engine: of, load, way: 'pasted', protocol } }
        }),
      ),
    )
}

const WAYS: Record<Way, string> = { pasted: 'pasted', typed: 'typed', letters: 'typed, at each letter' }

const TITLES: Record<Engine | 'whole' | 'ranges', string> = {
  trouvaille: 'Trouvaille',
  element: 'Trouvaille’s search box',
  pagefind: 'Pagefind',
  'pagefind-ui': 'Pagefind’s Default UI',
  whole: 'Trouvaille, whole',
  ranges: 'Trouvaille, ranges',
}

function cells(each: Omit<Case, 'line'>, costs: Measurements['costs'], lines: readonly LineName[]): string[] {
  const waves = costs.get(nameOf({ ...each, line: 'round trips' }))
  const cost = lines.map(line => costs.get(nameOf({ ...each, line })))
  const counted = waves ?? cost.find(known => known !== undefined)
  return [
    waves?.waves.toString() ?? '',
    counted?.requests.toString() ?? '',
    counted === undefined ? '' : thousands(counted.bytes / 1000),
    ...cost.map(known => (known === undefined ? '' : (known.time / 1000).toFixed(2))),
  ]
}

/** What is measured in the same row but for the engine is compared: how much longer or shorter Trouvaille takes than Pagefind. `listed` are named, others counted. */
function comparison(
  rows: readonly Row[],
  costs: Measurements['costs'],
  lines: readonly LineName[],
  listed: readonly Verdict[],
): string {
  const verdicts: Record<Verdict, string[]> = { ahead: [], level: [], behind: [] }
  for (const { names, case: each } of rows.filter(row => row.case.engine !== 'pagefind')) {
    for (const line of lines) {
      const own = costs.get(nameOf({ ...each, line }))
      // Pagefind reads at each letter in any case.
      const way = each.way === 'letters' ? 'typed' : each.way
      const other = costs.get(nameOf({ ...each, way, engine: 'pagefind', load: 'auto', line }))
      if (own === undefined || other === undefined) continue
      const ratio = own.time / other.time
      const verdict = ratio < 1 - LEVEL ? 'ahead' : ratio > 1 + LEVEL ? 'behind' : 'level'
      verdicts[verdict].push(`${placeOf(names)}, ${line} (${ratio.toFixed(2)})`)
    }
  }
  const items = (Object.keys(verdicts) as Verdict[]).map(verdict => {
    const places = verdicts[verdict]
    const name = `**${verdict[0].toUpperCase()}${verdict.slice(1)}**`
    return `- ${name} in ${places.length}${places.length > 0 && listed.includes(verdict) ? `: ${places.join('; ')}` : ''}.`
  })
  return `Trouvaille compared with Pagefind by time (in parentheses: Trouvaille’s time divided by Pagefind’s; “level” means within 10%):\n\n${items.map(item => wrapped(item, '  ')).join('\n')}`
}

/** The names of a row without the file’s size, and without the engine if there is only one. */
function placeOf(names: readonly string[]): string {
  const [first, ...rest] = names
  if (rest.length === 2) return `${first}, ${rest[0]}`
  return `${first} pages ${names[3].replace('Trouvaille, ', '')}, ${names[2]}`
}

function sitesText(sites: readonly Site[]): string {
  const rows = [...sites]
    .sort((a, b) => a.pages - b.pages)
    .map(({ pages, characters, trouvailleBytes, pagefindBytes }) => [
      thousands(pages),
      thousands(characters / pages),
      thousands(trouvailleBytes / 1000),
      thousands(pagefindBytes / 1000),
    ])
  return markdownTable([['pages', 'characters per page', 'Trouvaille’s file, kB', 'Pagefind’s files, kB'], ...rows])
}

function thousands(value: number): string {
  return Math.round(value).toLocaleString('en')
}
