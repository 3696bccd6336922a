/** A project in a folder of its own, in which `trouvaille` is an installed package, built from the sources as they are. */
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { build } from 'tsup'
import { inject } from 'vitest'
import { buildClient } from '../../scripts/build-client.mjs'
import { library, plugins, program, wordLists } from '../../tsup.config.ts'

const root = join(import.meta.dirname, '../..')

export interface Project {
  folder: string
  /** The installed package. */
  library: string
  /** Writes files: their contents by name. */
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>
  remove(): Promise<void>
}

/** Makes a project in which the package is installed. Without `words`, Node finds no word list in it. */
export async function makeProject({ words = true }: { words?: boolean } = {}): Promise<Project> {
  const place = await mkdtemp(join(tmpdir(), 'trouvaille-project-'))
  const library = join(place, 'package')
  const folder = join(place, 'project')
  await mkdir(library)
  await cp(join(root, 'package.json'), join(library, 'package.json'))
  await symlink(join(root, 'node_modules'), join(library, 'node_modules'))
  await cp(await builtPackage(), join(library, 'dist'), { recursive: true })
  if (!words) for (const language of ['english', 'french']) await rm(join(library, `dist/${language}-words.cjs`))
  await mkdir(join(folder, 'node_modules'), { recursive: true })
  await symlink(library, join(folder, 'node_modules/trouvaille'))
  return {
    folder,
    library,
    async write(files) {
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, name)), { recursive: true })
        await writeFile(join(folder, name), content)
      }
    },
    remove: () => rm(place, { recursive: true }),
  }
}

/** The package, built once for all tests of a run, by the first that needs it. */
async function builtPackage(): Promise<string> {
  const shared = inject('packageFolder')
  const outDir = join(shared, 'dist')
  const isFirst = await mkdir(join(shared, 'begun')).then(
    () => true,
    () => false,
  )
  if (isFirst) {
    try {
      const parts = [library, wordLists, program, plugins]
      for (const part of parts) await build({ ...part, config: false, dts: false, clean: false, silent: true, outDir })
      await buildClient({ folder: join(outDir, 'client') })
    } finally {
      await mkdir(join(shared, 'done'))
    }
  }
  while (!existsSync(join(shared, 'done'))) await setTimeout(100)
  return outDir
}
