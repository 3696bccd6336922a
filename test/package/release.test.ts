/** A release is refused until package.json says who publishes what, and the tag and the changelog say the same version. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { releaseProblems } from '../../scripts/check-release.mjs'

const root = join(import.meta.dirname, '../..')
const repository = 'https://github.com/dupont/trouvaille'
const description = {
  version: '1.2.3',
  author: 'Camille Dupont',
  homepage: `${repository}#readme`,
  bugs: `${repository}/issues`,
  repository: { url: `git+${repository}.git` },
}
const changelog = '# Changelog\n\n## 1.2.3\n\n- …\n'

test('a complete release has no problem', () => {
  expect(releaseProblems(description, changelog, 'v1.2.3', repository)).toEqual([])
  expect(releaseProblems(description, '## 1.2.3 (2026-12-01)\n', 'v1.2.3', repository)).toEqual([])
})

test.each([
  [{ ...description, author: 'PLACEHOLDER' }, changelog, 'v1.2.3', 'author is still a placeholder'],
  [{ ...description, bugs: 'https://github.com/PLACEHOLDER/a' }, changelog, 'v1.2.3', 'bugs is still a placeholder'],
  [description, changelog, 'v1.2.4', 'The tag is v1.2.4'],
  [description, '## 1.2.30\n', 'v1.2.3', 'has no section'],
  [description, '## 1.2.3 (unreleased)\n', 'v1.2.3', 'is unreleased'],
  [{ ...description, repository: { url: 'git+https://github.com/b/c.git' } }, changelog, 'v1.2.3', 'publishes it'],
])('%#: one that is not is refused', (wrong, text, tag, problem) => {
  expect(releaseProblems(wrong, text, tag, repository)).toEqual([expect.stringContaining(problem)])
})

test('pages with a placeholder for the address of the repository are refused', () => {
  const pages = { 'README.md': 'git clone https://github.com/PLACEHOLDER/trouvaille.git', 'README.fr.md': repository }
  expect(releaseProblems(description, changelog, 'v1.2.3', repository, pages)).toEqual([
    'README.md still has the placeholder "PLACEHOLDER" in an address.',
  ])
})

test('the workflow runs the check, which refuses package.json as long as it holds a placeholder', async () => {
  const workflow = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8')
  expect(workflow).toContain(
    'node scripts/check-release.mjs "$GITHUB_REF_NAME" "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY"',
  )
  const hasPlaceholder = readFileSync(join(root, 'package.json'), 'utf8').includes('PLACEHOLDER')
  const check = promisify(execFile)(process.execPath, ['scripts/check-release.mjs', 'v0.0.0', repository], {
    cwd: root,
  })
  await expect(check).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(hasPlaceholder ? 'author is still a placeholder' : 'The tag is v0.0.0'),
  })
})
