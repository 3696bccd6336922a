/** The diagram of ARCHITECTURE.md shows the imports of src/ as they are: `npm run rooms` draws it. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { arrowsOf, essentialArrows, mermaidOf, reachable, SMALL_FILES, withDiagram } from '../scripts/draw-rooms.mjs'

const root = join(import.meta.dirname, '..')

test('the diagram of ARCHITECTURE.md is up to date; if not, run `npm run rooms`', () => {
  const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  expect(withDiagram(page)).toBe(page)
})

test('it has every folder, and its arrows lead wherever imports do', () => {
  const all = arrowsOf()
  const drawn = essentialArrows(all)
  const folders = readdirSync(join(root, 'src')).filter(name => statSync(join(root, 'src', name)).isDirectory())
  expect([...drawn.keys()]).toEqual(expect.arrayContaining([...folders, SMALL_FILES]))
  for (const room of all.keys()) expect(reachable(drawn, room), room).toEqual(reachable(all, room))
  // Imports that are known: a folder, a file of the root, code that is loaded when it runs, and one that longer ways imply.
  expect(all.get('open')).toContain('query-engine.ts')
  expect(all.get('cli')).toContain('opensearch')
  expect([all.get('features')?.has('text'), drawn.get('features')?.has('text')]).toEqual([true, false])
})

test('an arrow that a longer way implies is not drawn, and a circle is refused', () => {
  const arrows = (lists: Record<string, string[]>) =>
    new Map(Object.entries(lists).map(([room, targets]) => [room, new Set(targets)]))
  const essential = essentialArrows(arrows({ a: ['b', 'c', 'd'], b: ['c'], c: [], d: ['c'] }))
  expect(mermaidOf(essential).split('\n').slice(2, -1)).toEqual([
    '  a["a/"]',
    '  b["b/"]',
    '  c["c/"]',
    '  d["d/"]',
    '  a --> b & d',
    '  b --> c',
    '  d --> c',
  ])
  expect(() => essentialArrows(arrows({ a: ['b'], b: ['c'], c: ['a'] }))).toThrow('imports itself through others')
})

test('a page without marks is refused', () => {
  expect(() => withDiagram('# No diagram')).toThrow('the page has no <!-- npm run rooms -->')
})
