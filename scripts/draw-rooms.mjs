/**
 * Draws the folders of src/ and their arrows, from the imports, as a Mermaid diagram in ARCHITECTURE.md between its marks. `npm run rooms`
 *
 * A room is a folder of src/, or a file beside the folders. An arrow from a to b says that a imports b. An arrow that longer ways imply is not drawn: of
 * several hundred imports, those remain that show the layers.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
export const START = '<!-- npm run rooms -->'
export const END = '<!-- /npm run rooms -->'
/** The room of the files that import no folder (errors, JSON, weights…). Each would draw arrows from everywhere. */
export const SMALL_FILES = 'small files'

/** @typedef {Map<string, Set<string>>} Arrows by room, the rooms that it imports */

/**
 * @param {string} [src] the folder of the sources
 * @returns {Arrows}
 */
export function arrowsOf(src = join(root, 'src')) {
  /** @type {Arrows} */
  const imports = new Map()
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
  for (const file of files.map(file => file.replaceAll('\\', '/')).sort()) {
    const room = roomOf(file)
    const targets = imports.get(room) ?? new Set()
    imports.set(room, targets)
    const code = readFileSync(join(src, file), 'utf8')
    for (const [, path] of code.matchAll(/(?:from|import\() ?'(\.{1,2}\/[^']+\.ts)'/g)) {
      const target = roomOf(normalize(join(dirname(file), path)).replaceAll('\\', '/'))
      if (target !== room && target !== '..') targets.add(target)
    }
  }
  return withSmallFiles(imports)
}

/** @param {string} file */
function roomOf(file) {
  return file.split('/')[0]
}

/**
 * @param {Arrows} imports
 * @returns {Arrows} the files that reach no folder as one room
 */
function withSmallFiles(imports) {
  const isSmall = (/** @type {string} */ room) =>
    [room, ...reachable(imports, room)].every(name => name.endsWith('.ts'))
  const nameOf = (/** @type {string} */ room) => (isSmall(room) ? SMALL_FILES : room)
  /** @type {Arrows} */
  const arrows = new Map()
  for (const [room, targets] of imports) {
    const merged = arrows.get(nameOf(room)) ?? new Set()
    arrows.set(nameOf(room), merged)
    for (const target of targets) if (nameOf(target) !== nameOf(room)) merged.add(nameOf(target))
  }
  return arrows
}

/**
 * @param {Arrows} arrows
 * @param {string} from
 * @returns {Set<string>} every room that `from` imports, itself or through others
 */
export function reachable(arrows, from) {
  /** @type {Set<string>} */
  const found = new Set()
  const waiting = [...(arrows.get(from) ?? [])]
  for (let room = waiting.pop(); room !== undefined; room = waiting.pop()) {
    if (found.has(room)) continue
    found.add(room)
    waiting.push(...(arrows.get(room) ?? []))
  }
  return found
}

/**
 * The arrows that no longer way implies.
 *
 * @param {Arrows} arrows
 * @returns {Arrows}
 * @throws Error if rooms import one another in a circle
 */
export function essentialArrows(arrows) {
  const reached = new Map([...arrows.keys()].map(room => [room, reachable(arrows, room)]))
  for (const [room, others] of reached) if (others.has(room)) throw new Error(`${room} imports itself through others`)
  return new Map(
    [...arrows].map(([room, targets]) => [
      room,
      new Set([...targets].filter(target => ![...targets].some(other => reached.get(other)?.has(target)))),
    ]),
  )
}

/**
 * @param {Arrows} arrows
 * @returns {string} Mermaid: folders as rectangles, files with round corners
 */
export function mermaidOf(arrows) {
  const idOf = (/** @type {string} */ room) => room.replace(/\.ts$/, '_ts').replaceAll(/[ -]/g, '_')
  const rooms = [...arrows.keys()].sort()
  const nodes = rooms.map(room => {
    const isFile = room.endsWith('.ts') || room === SMALL_FILES
    return `  ${idOf(room)}${isFile ? `("${room}")` : `["${room}/"]`}`
  })
  const links = rooms
    .filter(room => arrows.get(room)?.size)
    .map(room => `  ${idOf(room)} --> ${[...(arrows.get(room) ?? [])].map(idOf).sort().join(' & ')}`)
  return ['```mermaid', 'flowchart TB', ...nodes, ...links, '```'].join('\n')
}

/**
 * @param {string} page
 * @returns {string} the page with the diagram of today between its marks
 * @throws Error if the page has no marks
 */
export function withDiagram(page) {
  const [start, end] = [page.indexOf(START), page.indexOf(END)]
  if (start < 0 || end < start) throw new Error(`the page has no ${START} … ${END}`)
  return `${page.slice(0, start + START.length)}\n${mermaidOf(essentialArrows(arrowsOf()))}\n${page.slice(end)}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(root, 'ARCHITECTURE.md')
  writeFileSync(path, withDiagram(readFileSync(path, 'utf8')))
}
