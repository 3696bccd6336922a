/** Files whose parsers hang or fill the memory cost themselves, with a message in two languages, and not the build. Slow ones with TEST_ALL. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { corpusTexts } from '../hostile/corpus.ts'
import { makeDocx, makePdf } from '../readers/make-files.ts'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram
beforeAll(async () => {
  program = await buildProgram()
}, 240_000)
afterAll(() => program.remove())

const hostile = corpusTexts(join(import.meta.dirname, '../hostile/corpus')).filter(
  ({ isContained, isSlow }) => isContained && (!isSlow || process.env.TEST_ALL),
)

test.each(hostile)('$name', { timeout: 300_000 }, async ({ name, file, content, problems, said }) => {
  const folder = `of-${name}`
  await program.write({
    [`${folder}/a-good.pdf`]: makePdf([['Le roi est là.']]),
    [`${folder}/m-${file}`]: content(),
    [`${folder}/z-good.docx`]: makeDocx('<w:p><w:r><w:t>La reine dort.</w:t></w:r></w:p>', ''),
    [`${folder}/z-town.md`]: '# La ville\n\nElle dort.\n',
  })
  for (const [locale, text] of Object.entries(said ?? {})) {
    const { code, stdout, stderr } = await program.spawn(['--lang', locale, 'build', folder, '-o', 'out.trv', '--json'])
    expect(stderr).not.toMatch(/^ {4}at /m)
    const { documents, problems: told } = JSON.parse(stdout)
    expect([code, documents, told.length]).toEqual([0, 3, 1])
    expect(problems).toContain(told[0].kind)
    expect(told[0]).toMatchObject({ file: `${folder}/m-${file}` })
    expect(told[0].message.replace(/[\u00a0\u202f]/g, ' ')).toMatch(new RegExp(text))
  }
  const { stdout } = await program.run(['search', 'out.trv', 'dort', '--json'])
  expect(JSON.parse(stdout).total).toBe(2)
})
