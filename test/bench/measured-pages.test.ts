/** Every measured page says when, from which source and by which command it was measured, in one form, and `npm run measure` knows all of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { differenceInterval } from '../../bench/interval.mjs'
import { withMarkedSection } from '../../bench/page-section.mjs'
import { FIRST_HEADING } from '../../bench/speed/kept-section.mjs'
import { MEASUREMENTS, stampOf } from '../../scripts/measure/measurements.mjs'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const scripts: Record<string, string> = JSON.parse(read('bench/package.json')).scripts

describe.each(MEASUREMENTS.filter(({ unmarked }) => !unmarked))('$name', ({ name, pages }) => {
  test('its page says when and how it was measured', () => {
    const text = read(pages[0]).replace(/\s+/g, ' ')
    // `npm run first` adds its section to the page of `npm run speed`, which is as good without it.
    if (name === 'first' && !text.includes(FIRST_HEADING)) return
    // The page itself would fill the screen.
    expect(stampOf(name).test(text), pages[0]).toBe(true)
  })
})

test('each measurement is a script of bench/, and its pages exist', () => {
  for (const { name, pages } of MEASUREMENTS) {
    expect(scripts, name).toHaveProperty(name)
    for (const page of pages) expect(existsSync(join(root, page)), page).toBe(true)
  }
})

test('no page is written by a program that is not in the list', () => {
  const names = MEASUREMENTS.map(({ name }) => name)
  const pages = readdirSync(join(root, 'docs')).filter(page => page.endsWith('.md'))
  for (const page of pages) {
    const text = read(`docs/${page}`).replace(/\s+/g, ' ')
    const programs = [...text.matchAll(/by `npm run (\S+) -- --write`|<!-- npm run (\S+) -->/g)].map(
      ([, command, marked]) => command ?? marked,
    )
    for (const program of programs) expect(names, page).toContain(program)
  }
})

describe('a part of a page that a program writes', () => {
  const page = 'before\n\n<!-- npm run size -->\nold\n<!-- /npm run size -->\n\nafter\n'

  test('is replaced between its marks', () => {
    expect(withMarkedSection(page, 'size', 'new\n\n| $& |')).toBe(page.replace('old', () => 'new\n\n| $& |'))
  })

  test('is refused where its marks are not there once', () => {
    expect(() => withMarkedSection(page, 'speed', 'new')).toThrow('<!-- npm run speed -->')
    expect(() => withMarkedSection(page + page, 'size', 'new')).toThrow('once')
  })
})

describe('the interval of a difference', () => {
  const zeros = Array.from({ length: 100 }, () => 0)

  test('is the difference itself if it is the same everywhere', () => {
    const [least, most] = differenceInterval(
      zeros.map(() => 0.25),
      zeros,
    )
    expect([least, most]).toEqual([0.25, 0.25])
  })

  test('is about two standard errors wide on each side', () => {
    // Half the questions at +1, half at −1: mean 0, standard error 1/√100.
    const [least, most] = differenceInterval(
      zeros.map((_, i) => (i % 2 === 0 ? 1 : -1)),
      zeros,
    )
    expect(least).toBeCloseTo(-0.196, 1)
    expect(most).toBeCloseTo(0.196, 1)
    expect(most).toBeGreaterThan(0.15)
    expect(least).toBeLessThan(-0.15)
  })
})

test('of several sentences of a page, each says its own date', () => {
  const sentence = (name: string, day: string) =>
    `Measured on ${day} (source of commit abcdef0, Node 20) by \`npm run ${name} -- --write\` in \`bench/\`: all.`
  const page = `${sentence('ranges', '2026-01-01')} ${sentence('page', '2026-02-02')}`
  expect(stampOf('page').exec(page)?.[0]).toContain('2026-02-02')
  expect(stampOf('page').exec(page)?.[0]).not.toContain('2026-01-01')
})
