/** What people read in French is typeset as French: the pages in French, the tables of messages, the articles and the examples. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const filesIn = (folder: string, end: string) =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith(end))
    .map(name => `${folder}/${name}`)

const RULES: Readonly<Record<string, RegExp>> = {
  'a straight apostrophe in a word': /\p{L}'\p{L}/u,
  'a space that may break before a sign': / (?:[;:!?](?![\p{L}\p{N}=])|»)/u,
  'no space before a sign': /[\p{L}\p{N})…][;!?](?=\s|$)/u,
  'a space that may break after «': /« /,
  'no space inside « »': /«[^\s]|[^\s]»/,
  'three dots for …': /\.\.\./,
  'a space that may break between groups of digits': /\d \d{3}(?!\d)/,
  'a missing ligature': /\b(?:c|ch|s)oeur|\boeuvre|manoeuvre|\boeil\b|\bn?oeuds?\b|\bb?oeufs?\b|\bvoeu/i,
  'a capital without its accent':
    /\b(?:Etat|Ecole|Economie|Edition|Ecrire|Etape|Evaluer|Elysée|Egalement|A la|A partir)\b/,
}

function faultsOf(text: string): string[] {
  return Object.entries(RULES).flatMap(([rule, pattern]) => {
    const at = text.search(pattern)
    return at < 0 ? [] : [`${rule}: ${JSON.stringify(text.slice(Math.max(at - 20, 0), at + 30))}`]
  })
}

/** The prose of a page: code, addresses and tags left out, and what the program reads. */
const proseOf = (markdown: string) =>
  markdown
    .replace(/^---\n[\s\S]*?\n---$/m, '')
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/`[^`]+`/g, 'code')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/<[^>]+>/g, '')
    .replace(/^\|[ :|-]+\|$/gm, '')

const PAGES = ['README.fr.md', ...filesIn('docs/fr', '.md')]

describe.each(PAGES)('%s', page => {
  const text = read(page)

  test('is typeset as French', () => {
    expect(proseOf(text).split('\n').flatMap(faultsOf)).toEqual([])
  })

  test('has lines of 120 columns at most, but for what the program prints', () => {
    const written = text.replace(/^```console[\s\S]*?^```$/gm, '')
    expect(written.split('\n').filter(line => line.length > 120)).toEqual([])
  })
})

/** Files with French texts, and where these stand in files that have English ones too. */
const TABLES: readonly { file: string; from?: string; to?: string }[] = [
  { file: 'src/cli/messages/french.ts' },
  { file: 'src/cli/messages/french-help.ts' },
  { file: 'src/cli/messages/french-problems.ts' },
  { file: 'src/cli/messages/option-problems.ts' },
  { file: 'src/search-box/texts/held-words.ts', from: 'const frenchHeld' },
  { file: 'src/cli/messages/mcp-texts.ts', from: 'const FRENCH_MCP' },
  { file: 'src/cli/messages/query-problems.ts', from: 'const FRENCH_', to: 'const ENGLISH_' },
  { file: 'src/cli/serve/page/texts.ts', from: 'const french', to: 'const english' },
  { file: 'src/search-box/texts/french.ts' },
  { file: 'scripts/site/texts.mjs', from: 'const FRENCH', to: 'const ENGLISH' },
  { file: 'examples/vite/src/texts.ts', from: 'const french', to: 'const english' },
]

/** The texts between quotes. What stands in `${…}` is read by the French that surrounds it. */
function textsOf(source: string): string[] {
  return (
    [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
      .map(([, quoted, template]) => (quoted ?? template ?? '').replace(/\$\{[^}]*\}/g, 'x'))
      .map(text => text.replace(/\\u([\da-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code ?? '', 16))))
      // Names of files and languages, what visitors type, and code between nested quotes.
      .filter(text => !/\.m?ts$|^fr$|^oeuf$|\$\{|''/.test(text))
  )
}

test.each(TABLES)('the French texts of $file', ({ file, from, to }) => {
  const source = read(file)
  const start = from === undefined ? 0 : source.indexOf(from)
  const end = to === undefined ? source.length : source.indexOf(to)
  expect([start, end]).not.toContain(-1)
  const texts = textsOf(source.slice(start, end))
  expect(texts.length).toBeGreaterThan(5)
  // The word for an apostrophe in YAML, and objects of code.
  const prose = texts.map(text => text.replace("'…'", '').replace(/"…"|\{[^}]*\}|\[[^\]]*\]/g, 'code'))
  expect(prose.flatMap(faultsOf)).toEqual([])
})

test('the articles', () => {
  const articles = filesIn('index-data/articles', '.md')
  expect(articles.length).toBeGreaterThan(60)
  expect(articles.flatMap(file => faultsOf(proseOf(read(file))).map(fault => `${file}: ${fault}`))).toEqual([])
})

test('the pages of the examples', () => {
  const pages = [
    ...['html', 'pwa', 'dsfr', 'bootstrap'].flatMap(name => filesIn(`examples/${name}/public`, '.html')),
    ...['eleventy/pages', 'vitepress/docs', 'next/content', 'pwa/content', 'server/content'].flatMap(folder =>
      filesIn(`examples/${folder}`, '.md'),
    ),
  ]
  expect(pages.length).toBeGreaterThan(30)
  expect(pages.flatMap(file => faultsOf(proseOf(read(file))).map(fault => `${file}: ${fault}`))).toEqual([])
})

describe('faults are found', () => {
  test.each([
    ["l'index", 'a straight apostrophe in a word'],
    ['Attention !', 'a space that may break before a sign'],
    ['ainsi : ceci', 'a space that may break before a sign'],
    ['Attention!', 'no space before a sign'],
    ['« mot\u00a0»', 'a space that may break after «'],
    ['«mot»', 'no space inside « »'],
    ['et...', 'three dots for …'],
    ['28 854 articles', 'a space that may break between groups of digits'],
    ['le coeur', 'a missing ligature'],
    ['l’Etat', 'a capital without its accent'],
  ])('%s', (text, rule) => {
    expect(faultsOf(text).map(fault => fault.slice(0, rule.length))).toContain(rule)
  })

  test('and nothing else', () => {
    const text =
      'L’index est prêt\u00a0: «\u00a028\u202f854 articles\u00a0», à 8:30\u202f! Et le cœur\u202f? À l’État\u202f; 4,5:1…'
    expect(faultsOf(text)).toEqual([])
  })
})
