/** Every command of docs/relevance-guide.md prints what the page shows, its example gives what it says, and its files are those of index-data/evaluation. */
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as evaluation from '../../src/evaluation/index.ts'
import * as trouvaille from '../../src/index.ts'
import * as node from '../../src/node.ts'
import { type BuiltProgram, buildProgram } from '../cli/built-program.ts'

const root = join(import.meta.dirname, '../..')
const file = join(root, 'docs/relevance-guide.md')
const page = await readFile(file, 'utf8')
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, content]) => content)

let program: BuiltProgram

beforeAll(async () => {
  program = await buildProgram()
  await cp(join(root, 'index-data'), join(program.folder, 'index-data'), { recursive: true })
})
afterAll(() => program.remove())

/** How long it took is not the same twice. */
const TIME = /\d+(\.\d+)? s$/m

// In order: the first command builds what the others ask.
describe.sequential('the page', () => {
  // After a change to the ranking: npx vitest run test/docs/relevance-guide.test.ts -u writes what is printed now; then read the page again.
  test('shows what each command prints', async () => {
    let written = page
    const dialogues = blocks('console')
    expect(dialogues.length).toBeGreaterThanOrEqual(4)
    for (const dialogue of dialogues) {
      const [command] = dialogue.split('\n')
      const [prompt, name, ...args] = command.split(' ')
      expect([prompt, name]).toEqual(['$', 'trouvaille'])
      const { code, stdout, stderr } = await program.run(args)
      expect(code).toBe(0)
      const printed = `${stderr}${stdout}`.replace(TIME, TIME.exec(dialogue)?.[0] ?? '')
      written = written.replace(dialogue, () => `${command}\n${printed}`)
    }
    await expect(written).toMatchFileSnapshot(file)
  })

  test('shows what the example gives', async () => {
    const [code, promised] = blocks('js')[0].split('// →')
    const lines = code.trimEnd().split('\n')
    const body = lines.filter(line => !line.startsWith('import '))
    const answer = body.pop()?.replace(/^;/, '')
    const scope = {
      ...trouvaille,
      ...evaluation,
      openFile: (file: string) => node.openFile(join(program.folder, file)),
      readFile: (file: string) => readFile(join(program.folder, file), 'utf8'),
    }
    const run = (text: string) =>
      new Function(...Object.keys(scope), `return (async () => {${text}})()`)(...Object.values(scope))
    expect(await run(`${body.join('\n')}\nreturn ${answer}`)).toEqual(await run(`return ${promised}`))
  })
})

test.each([
  ['jsonl', 'questions.jsonl'],
  ['tsv', 'judgments.tsv'],
  ['text', 'synonyms.txt'],
])('lines of %s are those of %s', async (language, file) => {
  const lines = (await readFile(join(root, 'index-data/evaluation', file), 'utf8')).split('\n')
  const shown = blocks(language).flatMap(block => block.trimEnd().split('\n'))
  expect(shown.length).toBeGreaterThanOrEqual(4)
  for (const line of shown) expect(lines).toContain(line)
})
