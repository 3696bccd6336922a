/** What the package is made of: each dependency by its content, each action of a workflow by its commit. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')

describe.each(['package-lock.json', 'bench/package-lock.json'])('%s', name => {
  const packages: Record<string, { integrity?: string; link?: boolean }> = JSON.parse(read(name)).packages

  test('has the hash of every package', () => {
    const installed = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link)
    expect(installed.length).toBeGreaterThan(10)
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
  })
})

describe('workflows', () => {
  const files = readdirSync(join(root, '.github/workflows'))
  test.each(files)('%s uses actions by their commit, and says which version that is', file => {
    const actions = [...read(`.github/workflows/${file}`).matchAll(/uses:\s*(.*)$/gm)].map(([, action]) => action)
    expect(actions).not.toEqual([])
    for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })
})
