/** The page of speed has one section about first queries: written anew, and kept when the rest is. */
import { expect, test } from 'vitest'
import { FIRST_HEADING, firstSection, withFirstSection } from '../../bench/speed/first-section.mjs'

const section = (figure: string) => `${FIRST_HEADING}\n\n| ${figure} |`

test.each([
  ['a page without one', '# Speed\n\n## legi\n\ntable\n', `# Speed\n\n## legi\n\ntable\n\n${section('2')}\n`],
  ['at the end', `# Speed\n\n${section('1')}\n`, `# Speed\n\n${section('2')}\n`],
  ['before another', `# Speed\n\n${section('1')}\n\n## More\n`, `# Speed\n\n${section('2')}\n\n## More\n`],
])('%s', (_, page, expected) => {
  expect(withFirstSection(page, section('2'))).toBe(expected)
  expect(firstSection(expected)).toBe(section('2'))
})

test('a page stays as it is if there is nothing to put in', () => {
  expect(withFirstSection('# Speed\n', undefined)).toBe('# Speed\n')
  expect(firstSection('# Speed\n')).toBeUndefined()
})
