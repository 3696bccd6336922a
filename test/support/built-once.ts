/** What the tests of a run share: the built package and the built client, which are those of `dist` if it is up to date, and whatever takes long to make. */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { build } from 'tsup'
import { inject } from 'vitest'
import { buildClient } from '../../scripts/build-client.mjs'
import { library, plugins, program, wordLists } from '../../tsup.config.ts'
import { isBuilt } from './packed.ts'

const DIST = join(import.meta.dirname, '../../dist')

/** The folder of the package as it is published, types aside. */
export async function builtPackage(): Promise<string> {
  if (isBuilt()) return DIST
  return builtOnce('dist', async outDir => {
    const parts = [library, wordLists, program, plugins]
    for (const part of parts) await build({ ...part, config: false, dts: false, clean: false, silent: true, outDir })
    await buildClient({ folder: join(outDir, 'client') })
  })
}

/** The folder of the client as it is shipped: minified, in chunks, with its property names shortened. */
export async function builtClient(): Promise<string> {
  return isBuilt() ? join(DIST, 'client') : builtOnce('client', folder => buildClient({ folder }))
}

/** A folder that the first test of the run that needs it fills, while the others wait. */
export async function builtOnce(name: string, fill: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(inject('packageFolder'), name)
  const done = `${folder}-done`
  const isFirst = await mkdir(`${folder}-begun`).then(
    () => true,
    () => false,
  )
  if (isFirst) {
    try {
      await fill(folder)
    } finally {
      await mkdir(done)
    }
  }
  while (!existsSync(done)) await setTimeout(100)
  return folder
}
