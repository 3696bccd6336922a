/** Each bundler makes a program of a small site, and the program answers a question from the file that was made. */
import { execFile } from 'node:child_process'
import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeProject, type Project } from '../support/installed-package.ts'
import { BUNDLES } from './bundle.ts'
import { ANSWER, CORRECTED, ENGLISH_CORRECTED, ENGLISH_MISSPELT, LANGUAGES, MISSPELT, PROGRAM, TEXTS } from './texts.ts'

const node = promisify(execFile)
const OPTIONS = { indexes: { articles: { from: 'content' } } }

let project: Project

beforeAll(async () => {
  project = await makeProject()
  await project.write({ ...TEXTS, 'main.js': PROGRAM, 'package.json': '{ "type": "module" }' })
  const cli = join(project.library, 'dist/cli.js')
  await node(process.execPath, [cli, 'build', 'content', '--out', 'by-program.trv'], { cwd: project.folder })
})
afterAll(() => project?.remove())

/** The files of the output that are indexes. */
async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter(name => name.endsWith('.trv')).map(name => join(folder, name))
}

/** The languages whose word lists are in the output. */
async function listsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.flatMap(name => /([a-z]+)-words-[^/]*\.bin$/.exec(name)?.[1] ?? []).sort()
}

describe.each(BUNDLES)('%s', (name, type, bundle) => {
  const outDir = () => join(project.folder, 'out', name)

  test('answers from the file that `trouvaille build` gives', async () => {
    await project.write({ [`out/${name}/package.json`]: `{ "type": "${type}" }` })
    expect(await bundle(project, OPTIONS, outDir())).toEqual([])
    const { stdout } = await node(process.execPath, [join(outDir(), 'main.js')])
    expect(stdout).toBe(`${ANSWER} treve ${CORRECTED}\n`)
    // webpack and Rspack take all lists that the client names, and name them by their content.
    if (!/pack/.test(name)) expect(await listsIn(outDir())).toEqual(['french'])

    const [file, ...others] = await filesIn(outDir())
    expect(others).toEqual([])
    expect(basename(file)).toMatch(/[\da-f]{8}|[\w-]{8}\.trv$/)
    expect(await readFile(file)).toEqual(await readFile(join(project.folder, 'by-program.trv')))
  })

  test('warns of a text that it leaves out, by file and line; `strict` fails', async () => {
    const faulty = 'content/faute.md'
    await project.write({ [faulty]: '---\ntitle: « Une faute : ici »\nauteur: [\n---\nTexte.\n' })
    try {
      const warnings = await bundle(project, OPTIONS, outDir())
      expect(warnings.length).toBe(1)
      expect(warnings[0]).toMatch(/content\/faute\.md:\d+: /)
      const strict = { indexes: { articles: { from: 'content', strict: true } } }
      await expect(bundle(project, strict, outDir())).rejects.toThrow(/content\/faute\.md:\d+: /)
    } finally {
      await rm(join(project.folder, faulty))
    }
  })

  test('an index that nobody made is named, with those that there are', async () => {
    const options = { indexes: { autres: { from: 'content' } } }
    await expect(bundle(project, options, outDir())).rejects.toThrow(/indexes\.articles.*autres/s)
  })
})

/** Those that are told where the lists are. */
const TOLD = BUNDLES.filter(([name]) => /^(?:Rollup|esbuild|esbuild, as CommonJS|Vite.*)$/.test(name))

test.each(TOLD)('%s: an index in two languages has both word lists', async (name, type, bundle) => {
  const outDir = join(project.folder, 'out', `${name} both`)
  const program = `import articles from 'virtual:trouvaille/articles'

const queries = process.argv.slice(2).map(query => articles.search(query))
Promise.all(queries).then(all => console.log(JSON.stringify(all.map(({ correction }) => correction))))
`
  await project.write({ [`out/${name} both/package.json`]: `{ "type": "${type}" }`, 'main.js': program })
  await bundle(project, { indexes: { articles: { from: 'content', languages: LANGUAGES } } }, outDir)
  expect(await listsIn(outDir)).toEqual(['english', 'french'])
  // Where the program runs, there is no package.
  await rename(project.library, `${project.library}-elsewhere`)
  try {
    const { stdout } = await node(process.execPath, [join(outDir, 'main.js'), MISSPELT, ENGLISH_MISSPELT])
    expect(JSON.parse(stdout)).toEqual([CORRECTED, ENGLISH_CORRECTED])
  } finally {
    await rename(`${project.library}-elsewhere`, project.library)
  }
})

test('synonyms of an index are those of the page, and its columns are there', async () => {
  const [[, , bundle]] = BUNDLES
  const outDir = join(project.folder, 'out/synonyms')
  const program = `import articles from 'virtual:trouvaille/articles'

articles.search('armistice', { facets: ['section'] }).then(({ hits, facets }) => console.log(JSON.stringify([hits[0].id, facets])))
`
  const fields = { section: { type: 'keyword' } } as const
  const french = { synonyms: [['armistice', 'cessez-le-feu']] }
  await project.write({ 'out/synonyms/package.json': '{ "type": "module" }', 'main.js': program })
  await bundle(project, { indexes: { articles: { from: 'content', fields, french } } }, outDir)
  const { stdout } = await node(process.execPath, [join(outDir, 'main.js')])
  expect(JSON.parse(stdout)).toEqual(['treve', { section: [] }])
})
