/** docs/cli.md describes each command of the program; both READMEs and the page in French name it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandNames } from '../../src/cli/command-table.ts'

const read = (page: string) => readFileSync(join(import.meta.dirname, '../..', page), 'utf8')

describe.each(commandNames.map(name => [name]))('%s', name => {
  test('has a row and a section in docs/cli.md', () => {
    expect(read('docs/cli.md')).toContain(`| [\`${name}\`](#${name})`)
    expect(read('docs/cli.md')).toMatch(new RegExp(`^## ${name}$`, 'm'))
  })

  test.each([['README.md'], ['README.fr.md'], ['docs/fr/programme.md']])('is named in %s', page => {
    expect(read(page)).toMatch(new RegExp(`\`(?:trouvaille )?${name}\`|npx trouvaille ${name} `))
  })
})
