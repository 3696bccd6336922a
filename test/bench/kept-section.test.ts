/** The page of speed has sections that programs of their own write: written anew one by one, and kept when the rest is. */
import { expect, test } from 'vitest'
import {
  FIRST_HEADING,
  SIZE_HEADING,
  sectionOf,
  withKeptSections,
  withSection,
} from '../../bench/speed/kept-section.mjs'

const section = (figure: string, heading = FIRST_HEADING) => `${heading}\n\n| ${figure} |`

test.each([
  ['a page without one', '# Speed\n\n## legi\n\ntable\n', `# Speed\n\n## legi\n\ntable\n\n${section('2')}\n`],
  ['at the end', `# Speed\n\n${section('1')}\n`, `# Speed\n\n${section('2')}\n`],
  ['before another', `# Speed\n\n${section('1')}\n\n## More\n`, `# Speed\n\n${section('2')}\n\n## More\n`],
])('%s', (_, page, expected) => {
  expect(withSection(page, section('2'))).toBe(expected)
  expect(sectionOf(expected, FIRST_HEADING)).toBe(section('2'))
})

test('a page stays as it is if there is nothing to put in', () => {
  expect(withSection('# Speed\n', undefined)).toBe('# Speed\n')
  expect(sectionOf('# Speed\n', FIRST_HEADING)).toBeUndefined()
})

test('a page that is written anew keeps both sections', () => {
  const before = `# Speed\n\n10 ms\n\n${section('1')}\n\n${section('2', SIZE_HEADING)}\n`
  expect(withKeptSections('# Speed\n\n9 ms\n', before)).toBe(before.replace('10 ms', '9 ms'))
  expect(withKeptSections('# Speed\n', '# Speed\n')).toBe('# Speed\n')
})
