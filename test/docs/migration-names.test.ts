/** What the pages for people who come from elsewhere tell them to write exists: options of the program, attributes, options of a search. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCommand } from '../../src/cli/command-table.ts'
import { ATTRIBUTES } from '../../src/element/attributes.ts'
import { SEARCH_OPTIONS } from '../../src/search/search-options.ts'

const build = await loadCommand('build')
const folder = join(import.meta.dirname, '../../docs')
const PAGES = ['minisearch', 'lunr', 'pagefind', 'algolia-docsearch'].map(name => `from-${name}.md`)

/** The second cell of each row of a table, which says what to write. */
const newCells = (text: string) => [...text.matchAll(/^\|(?!-)(.*)\|$/gm)].map(([, row]) => row.split('|')[1] ?? '')
const all = (texts: readonly string[], pattern: RegExp) =>
  new Set(texts.flatMap(text => [...text.matchAll(pattern)].map(([, found]) => found)))

describe.each(PAGES)('%s', page => {
  const text = readFileSync(join(folder, page), 'utf8')
  const commands = [...text.matchAll(/^npx trouvaille (.*)$/gm)].map(([, command]) => command)
  const cells = newCells(text)

  test('options of the program', () => {
    const named = all([...commands, ...cells], /(?:^|[\s`])--([a-z-]+)/g)
    expect([...named].filter(name => !Object.hasOwn(build?.options ?? {}, name))).toEqual([])
  })

  test('attributes of the element', () => {
    const elements = [...text.matchAll(/<trouvaille-search([^>]*)>/g)].map(([, attributes]) => attributes)
    const named = all([...elements, ...cells.filter(cell => !cell.includes('<meta'))], /(?:^|[\s`])([a-z-]+)="/g)
    expect([...named].filter(name => !ATTRIBUTES.includes(name))).toEqual([])
  })

  test('options of a search', () => {
    // The others are of `new SearchIndex()`, a column of its `fields`, and DocSearch's in the configuration of a generator.
    const others = ['idField', 'language', 'fields', 'section', 'themeConfig', 'search', 'plugins']
    const named = all(cells, /`([a-z]\w+): [^`]*`/gi)
    expect([...named].filter(name => !Object.hasOwn(SEARCH_OPTIONS, name) && !others.includes(name))).toEqual([])
  })

  test('links', () => {
    const slug = (heading: string) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-')
    const broken = [...text.matchAll(/\]\(((?!https?:)[^)#]*)(?:#([^)]*))?\)/g)].filter(([, path, anchor]) => {
      const file = join(folder, path || page)
      if (!existsSync(file)) return true
      const headings = () => [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading]) => slug(heading))
      return anchor !== undefined && !headings().includes(anchor)
    })
    expect(broken.map(([link]) => link)).toEqual([])
  })
})
