/** Pages in French and in English lead to one another, their links lead somewhere, and they give the same figures. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (page: string) => readFileSync(join(root, page), 'utf8')
const PAGES = readdirSync(join(root, 'docs/fr')).map(name => `docs/fr/${name}`)

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

test('there are pages', () => expect(PAGES.length).toBeGreaterThanOrEqual(6))

test.each(PAGES)('%s and its English sister lead to one another', page => {
  const [, address = ''] = /^In English: \[[^\]]*\]\(([^)#]*)/m.exec(read(page)) ?? []
  const sister = join('docs/fr', address)
  expect(read(sister)).toContain(`](${relative(dirname(sister), page)})`)
})

test.each(['README.fr.md', ...PAGES])('the links of %s lead somewhere', page => {
  const links = [...read(page).matchAll(/\]\(((?!https?:)[^)#]*)(?:#([^)]*))?\)/g)]
  const broken = links.filter(([, path, anchor]) => {
    const file = path === '' ? page : join(dirname(page), path)
    if (!existsSync(join(root, file))) return true
    if (anchor === undefined) return false
    return ![...read(file).matchAll(/^#+ (.*)$/gm)].some(([, heading]) => anchorOf(heading) === anchor)
  })
  expect(broken.map(([link]) => link)).toEqual([])
})

describe('measured figures are those of the English page', () => {
  /** The numbers of the paragraphs with `mark`, as data and in order. */
  const numbersIn = (page: string, mark: RegExp, group: string, decimal: string) =>
    read(page)
      .split(/\n\n|\n(?=\|)/)
      .filter(paragraph => mark.test(paragraph.replace(/\s/g, ' ')))
      .flatMap(paragraph => paragraph.match(/(?<![\w-])\d[\d.,\u202f]*(?<![.,])/g) ?? [])
      .map(number => Number(number.replaceAll(group, '').replace(decimal, '.')))
      .sort((a, b) => a - b)

  test.each([
    ['element', 'element', /\d kB/, /\d ko|premiers Kio/],
    ['french', 'francais', /paradigms/, /paradigmes/],
    ['french', 'francais', /Lexique/, /Lexique/],
    ['filters', 'filtres', /articles of law/, /articles de loi/],
  ])('%s.md, fr/%s.md: %s', (english, french, mark, sign) => {
    const figures = numbersIn(`docs/${english}.md`, mark, ',', '.')
    expect(figures.length).toBeGreaterThanOrEqual(3)
    expect(numbersIn(`docs/fr/${french}.md`, sign, '\u202f', ',')).toEqual(figures)
  })
})
