/** What the READMEs and the pages of the program, docs/cli.md and docs/fr/programme.md, show is what it prints. */

import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../src/cli/program.ts'

const root = join(import.meta.dirname, '../..')

/** Blocks of a page that show a command over the articles of this repository and what it answers. */
const examples = ['README.md', 'README.fr.md', 'docs/cli.md', 'docs/fr/programme.md'].flatMap(page =>
  [
    ...readFileSync(join(root, page), 'utf8').matchAll(
      /```console\n\$ trouvaille ((?:(?:search|suggest|similar|explain|inspect|verify) articles\.trv|analyze|build index-data).*)\n([\s\S]*?)```/g,
    ),
  ].map(([, command, shown]) => ({ page, command, shown })),
)

let folder: string
let file: string
/** The same without columns, as `build` makes it without options. */
let plain: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trouvaille-shown-'))
  file = join(folder, 'articles.trv')
  plain = join(folder, 'plain.trv')
  await printed(['build', join(root, 'index-data/articles'), '--out', file, '--columns', 'section:keyword,date:date'])
  await printed(['build', join(root, 'index-data/articles'), '--out', plain])
})
afterAll(() => rm(folder, { recursive: true }))

async function printed(args: readonly string[]): Promise<string> {
  let text = ''
  const stdout = new Writable({
    write(chunk, _, done) {
      text += chunk
      done()
    },
  })
  const stderr = new Writable({ write: (_chunk, _encoding, done) => done() })
  const streams = { stdin: process.stdin, stdout, stderr } as unknown as NodeJS.Process
  expect(await run(args, { ...streams, env: {} })).toBe(0)
  return text
}

/** Spaces of any kind as one, and times as one: they differ from run to run. */
const comparable = (text: string) =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/(?<=· )[\d., ]+ m?s$/m, '0 ms')
    // A page shows the beginning of a long list, and progress, which goes to the standard error output.
    .replace(/\n {2}…$/m, '')
    .replace(/^(?:Reading|Indexing|Lecture de|Indexation de) .*\n/gm, '')
    .trim()

test('there are examples on each page', () => {
  expect(examples.length).toBeGreaterThanOrEqual(8)
})

test.each(examples)('$page: $command', async ({ command, shown }) => {
  const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare)
  const asked = /^(?:inspect|verify)/.test(command) ? plain : args[0] === 'build' ? join(folder, 'built.trv') : file
  const given = args.map(arg =>
    arg === 'articles.trv' ? asked : arg === 'index-data/articles' ? join(root, 'index-data/articles') : arg,
  )
  const answer = comparable((await printed(given)).replaceAll(asked, 'articles.trv'))
  const expected = comparable(shown)
  expect(/^ {2}…$/m.test(shown) ? answer.slice(0, expected.length) : answer).toBe(expected)
})
