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

describe('docs/fr/element.md', () => {
  const sizesIn = (page: string, heading: string) => {
    const [, section = ''] = new RegExp(`^## ${heading}$([\\s\\S]*?)^## `, 'm').exec(read(page)) ?? []
    return [...section.matchAll(/(\d+(?:[.,]\d)?)\u00a0?\s?k[oB]/g)].map(([, size]) => size.replace(',', '.'))
  }

  test('weighs what docs/element.md weighs', () => {
    const sizes = sizesIn('docs/element.md', 'What is loaded when')
    expect(sizes.length).toBeGreaterThanOrEqual(3)
    expect(sizesIn('docs/fr/element.md', 'Ce qui est chargé, et quand')).toEqual(sizes)
  })
})
