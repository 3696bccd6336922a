/** Whether dist/ shows where it was built: builds a copy of the sources in another folder, and compares all files byte for byte. Fails if any differs or names a folder. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
/** What a build reads. */
const SOURCES = [
  'src',
  'scripts',
  'types',
  'index-data',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.library.json',
  'tsup.config.ts',
]

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'trouvaille-elsewhere-'))
try {
  for (const name of SOURCES) {
    // Not what programs of these folders keep there.
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: path => !/[/](?:run|dist)$/.test(path) })
  }
  // Its own packages: bundles name modules by their ways from here, and a link leads elsewhere.
  execFileSync('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    maxBuffer: 1e8,
  })
  const problems = differences(join(root, 'dist'), join(folder, 'dist'), [root, folder])
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
  else console.log('Built in two folders, dist/ has the same bytes and names neither.')
} finally {
  rmSync(folder, { recursive: true })
}

/** What differs between two builds, and which files name one of `places`. */
function differences(here, there, places) {
  const [files, others] = [here, there].map(dist => readdirSync(dist, { recursive: true, withFileTypes: true }))
  const namesOf = (entries, dist) =>
    entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name).slice(dist.length + 1))
  const [names, otherNames] = [namesOf(files, here), namesOf(others, there)]
  const problems = [
    ...names.filter(name => !otherNames.includes(name)).map(name => `${name} is built here alone`),
    ...otherNames.filter(name => !names.includes(name)).map(name => `${name} is built elsewhere alone`),
  ]
  for (const name of names.filter(name => otherNames.includes(name))) {
    const bytes = readFileSync(join(here, name))
    if (!bytes.equals(readFileSync(join(there, name)))) problems.push(`${name} differs`)
    for (const place of places) if (bytes.includes(place)) problems.push(`${name} names ${place}`)
  }
  return problems
}
