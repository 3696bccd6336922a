/** Whether the package may be published: `node scripts/check-release.mjs v1.2.3 https://github.com/owner/name`. Prints what is missing and fails if anything is. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What package.json holds until the address of the repository and the name of the author are known. */
const PLACEHOLDER = 'PLACEHOLDER'
/** What else names that address. */
const PAGES = ['README.md', 'README.fr.md', 'CONTRIBUTING.md', '.github/ISSUE_TEMPLATE/config.yml']

/**
 * What keeps a release from being published.
 *
 * @param {import('./check-release.mjs').PackageDescription} description package.json
 * @param {string} changelog the text of CHANGELOG.md
 * @param {string | undefined} tag the tag of the release
 * @param {string | undefined} repository the address of the repository that publishes. npm refuses provenance if package.json names another one
 * @param {Readonly<Record<string, string>>} [pages] by path, the texts that name the address of the repository
 * @returns {string[]}
 */
export function releaseProblems(description, changelog, tag, repository, pages = {}) {
  const { version, author, homepage, bugs, repository: named } = description
  const fields = { author, homepage, bugs, 'repository.url': named.url }
  const problems = Object.entries(fields)
    .filter(([, value]) => value.includes(PLACEHOLDER))
    .map(([name, value]) => `package.json: ${name} is still a placeholder: "${value}".`)
  for (const [path, text] of Object.entries(pages)) {
    if (text.includes(PLACEHOLDER)) problems.push(`${path} still has the placeholder "${PLACEHOLDER}" in an address.`)
  }
  if (tag !== `v${version}`) problems.push(`The tag is ${tag}, but package.json says version ${version}.`)
  const heading = changelog.split('\n').find(line => line === `## ${version}` || line.startsWith(`## ${version} `))
  if (heading === undefined) problems.push(`CHANGELOG.md has no section "## ${version}".`)
  else if (heading.includes('(unreleased)')) problems.push(`CHANGELOG.md says that ${version} is unreleased.`)
  if (named.url !== `git+${repository}.git`) {
    problems.push(`package.json: repository.url is ${named.url}, but ${repository} publishes it.`)
  }
  return problems
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = name => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
  const [, , tag, repository] = process.argv
  const pages = Object.fromEntries(PAGES.map(page => [page, read(page)]))
  const problems = releaseProblems(JSON.parse(read('package.json')), read('CHANGELOG.md'), tag, repository, pages)
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
}
