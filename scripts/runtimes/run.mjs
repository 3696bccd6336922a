/**
 * Runs the smoke suite of the packed package on every runtime, as ES modules and as CommonJS: `npm run runtimes`, or `npm run runtimes -- node@22 bun`. Runtimes are
 * installed from npm into a temporary folder. Prints a line for each, and fails if one fails; a runtime that cannot be installed is said to be skipped.
 */
import { execFile, execFileSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const folder = await mkdtemp(join(tmpdir(), 'trouvaille-runtimes-'))

const ESM = `import * as library from 'trouvaille'
import * as node from 'trouvaille/node'
import { smoke } from './smoke.mjs'
console.log(JSON.stringify(await smoke(library, node, process.argv[2])))
`
const CJS = `const library = require('trouvaille')
const node = require('trouvaille/node')
import('./smoke.mjs').then(({ smoke }) => smoke(library, node, process.argv[2]))
  .then(summary => console.log(JSON.stringify(summary)), error => { console.error(error); process.exitCode = 1 })
`
const WORKER = `import * as library from 'trouvaille'
import { smoke } from './smoke.mjs'
export default { async fetch() { return Response.json(await smoke(library)) } }
`
const WORKERD = `import { readFile } from 'node:fs/promises'
import { Miniflare } from 'miniflare'
const worker = new Miniflare({ modules: true, script: await readFile('worker.js', 'utf8'), compatibilityDate: '2026-01-01' })
try {
  const answer = await worker.dispatchFetch('http://localhost/')
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  console.log(text)
} finally {
  await worker.dispose()
}
`
const JEST = `/** @jest-environment jsdom */
const library = require('trouvaille')
test('smoke', async () => {
  const { smoke } = require('./smoke.cjs')
  process.stdout.write(JSON.stringify(await smoke(library)) + '\\n')
})
`

/** By name: the package that brings it, the version that it says it is, and what to run. @type {Record<string, Runtime>} */
const RUNTIMES = {
  'node@20': { runs: nodeRuns('node', 20) },
  'node@22': { install: ['node@22'], runs: nodeRuns('node_modules/node/bin/node', 22) },
  'node@24': { install: ['node@24'], runs: nodeRuns('node_modules/node/bin/node', 24) },
  bun: {
    install: ['bun'],
    runs: [
      ['node_modules/.bin/bun', 'smoke-esm.mjs'],
      ['node_modules/.bin/bun', 'smoke-cjs.cjs'],
    ],
    version: ['node_modules/.bin/bun', '--version'],
  },
  deno: {
    install: ['deno'],
    runs: [
      ['node_modules/.bin/deno', 'run', '-A', 'smoke-esm.mjs'],
      ['node_modules/.bin/deno', 'run', '-A', 'smoke-cjs.cjs'],
    ],
    version: ['node_modules/.bin/deno', '--version'],
  },
  workerd: {
    install: ['miniflare'],
    runs: [['node', 'workerd.mjs']],
    version: ['node', '-p', "require('miniflare/package.json').version"],
  },
  jest: {
    install: ['jest', 'jest-environment-jsdom'],
    runs: [['node', 'node_modules/jest/bin/jest.js', '--silent=false', 'smoke.test.cjs']],
    version: ['node', '-p', "require('jest/package.json').version"],
  },
}

/**
 * @typedef {{ install?: string[], runs: string[][], version?: string[] }} Runtime
 * @param {string} program @param {number} major @returns {string[][]}
 */
function nodeRuns(program, major) {
  const check = `if (Number(process.versions.node.split('.')[0]) < ${major}) throw new Error(process.version)`
  return [
    [program, '-e', check],
    [program, 'smoke-esm.mjs'],
    [program, 'smoke-cjs.cjs'],
  ]
}

const wanted = process.argv.slice(2)
const summaries = new Set()
try {
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: root })
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  for (const [name, runtime] of Object.entries(RUNTIMES)) {
    if (wanted.length === 0 || wanted.includes(name))
      await tryRuntime(name, runtime, join(folder, `trouvaille-${version}.tgz`))
  }
  if (summaries.size > 1) fail('all', 'the runtimes give different answers')
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** @param {string} name @param {Runtime} runtime @param {string} tarball */
async function tryRuntime(name, { install = [], runs, version }, tarball) {
  const project = join(folder, name)
  await mkdir(project)
  await writeFile(join(project, 'package.json'), '{ "private": true }')
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  await run('npm', ['install', tarball, ...flags], { cwd: project })
  try {
    if (install.length > 0) await run('npm', ['install', ...install, ...flags], { cwd: project })
  } catch (error) {
    console.log(`${name}: skipped, it cannot be installed (${String(error).split('\n')[0]})`)
    return
  }
  await copyFile(join(import.meta.dirname, 'smoke.mjs'), join(project, 'smoke.mjs'))
  await writeFile(join(project, 'smoke-esm.mjs'), ESM)
  await writeFile(join(project, 'smoke-cjs.cjs'), CJS)
  if (name === 'jest') {
    const { transform } = await import('esbuild')
    const { code } = await transform(await readFile(join(project, 'smoke.mjs'), 'utf8'), { format: 'cjs' })
    await writeFile(join(project, 'smoke.cjs'), code)
    await writeFile(join(project, 'smoke.test.cjs'), JEST)
    await writeFile(join(project, 'jest.config.json'), '{ "testMatch": ["**/*.test.cjs"] }')
  }
  if (name === 'workerd') {
    const { build } = await import('esbuild')
    await writeFile(join(project, 'worker.mjs'), WORKER)
    await writeFile(join(project, 'workerd.mjs'), WORKERD)
    await build({
      absWorkingDir: project,
      entryPoints: ['worker.mjs'],
      outfile: join(project, 'worker.js'),
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      external: ['node:*'],
      logLevel: 'error',
    })
  }
  try {
    const said =
      version === undefined ? '' : (await run(version[0], version.slice(1), { cwd: project })).stdout.split('\n')[0]
    for (const [program, ...args] of runs) {
      await mkdir(join(project, 'files'), { recursive: true })
      const isSmoke = args.some(arg => arg.startsWith('smoke-'))
      const { stdout } = await run(program, isSmoke ? [...args, 'files'] : args, { cwd: project })
      const line = stdout.split('\n').find(line => line.startsWith('{'))
      if (line !== undefined) summaries.add(JSON.stringify({ ...JSON.parse(line), files: undefined }))
    }
    console.log(`${name}: passed${said === '' ? '' : ` (${said})`}`)
  } catch (error) {
    fail(name, /** @type {{ stderr?: string }} */ (error).stderr || String(error))
  }
}

/** @param {string} name @param {string} problem */
function fail(name, problem) {
  console.error(`${name}: failed\n${problem}`)
  process.exitCode = 1
}
