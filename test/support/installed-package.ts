/** A project in a folder of its own, in which `trouvaille` is an installed package, built from the sources as they are. */
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { builtPackage } from './built-once.ts'

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
