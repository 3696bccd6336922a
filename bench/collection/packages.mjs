/** npm packages as folders of data: downloaded with npm, unpacked with tar, never installed, so no script of theirs runs. */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @param {string} specifier name and exact version
 * @param {string} parent the folder to work in
 * @returns {string} the folder that holds the package's files
 */
export function unpack(specifier, parent) {
  const folder = mkdtempSync(join(parent, 'package-'))
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  execFileSync(npm, ['pack', specifier, '--silent', '--pack-destination', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const archive = readdirSync(folder).find(file => file.endsWith('.tgz'))
  if (archive === undefined) throw new Error(`npm pack ${specifier} left no archive.`)
  execFileSync('tar', ['-xzf', archive], { cwd: folder })
  return join(folder, 'package')
}
