/** The folder `trouvaille/` of a built site: the search box for its pages, with everything that it loads. */
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Failure, isSystemError, systemReason } from './failure.ts'
import type { Messages } from './messages/english.ts'

/** Its name in a site. */
export const ELEMENT_FOLDER = 'trouvaille'
/** The default name of a site's index. */
export const SITE_INDEX = `${ELEMENT_FOLDER}/search.trv`

/** The library's folder with these files, next to the program. */
export const CLIENT = fileURLToPath(new URL('./client/', import.meta.url))
/** Chunks, possibly of another version: their names have a hash. */
const CHUNK = /^[a-z-]+-[\w-]{8}\.(?:js|bin)$/

/** The folder of the built site that an index belongs to and is in; undefined if there is none. */
export async function builtSiteOf(paths: readonly string[], out: string): Promise<string | undefined> {
  const [folder] = paths
  if (paths.length !== 1 || !resolve(out).startsWith(resolve(folder) + sep)) return undefined
  return (await isBuiltSite(folder)) ? folder : undefined
}

/** The path prefix of files that the program itself put into the built site of an index; undefined if there is no such site. */
export async function elementFolderOf(paths: readonly string[], out: string): Promise<string | undefined> {
  const site = await builtSiteOf(paths, out)
  return site === undefined ? undefined : resolve(site, ELEMENT_FOLDER) + sep
}

/** Whether a path is a folder of finished pages. */
export async function isBuiltSite(path: string): Promise<boolean> {
  const names = await readdir(path).catch((): string[] => [])
  return names.includes('index.html')
}

/** Copies the search box into a site. Returns the two lines for its pages. @throws Failure if it cannot be written */
export async function writeElement(site: string, out: string, messages: Messages): Promise<string[]> {
  const folder = join(site, ELEMENT_FOLDER)
  try {
    await mkdir(folder, { recursive: true })
    const [names, before] = await Promise.all([readdir(CLIENT), readdir(folder)])
    for (const name of names) await copyFile(join(CLIENT, name), join(folder, name))
    for (const name of before) if (CHUNK.test(name) && !names.includes(name)) await rm(join(folder, name))
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new Failure(messages.failure.cannotWrite(folder, systemReason(error, messages)))
  }
  const index = relative(site, out).replaceAll(sep, '/')
  return [
    `<script type="module" src="/${ELEMENT_FOLDER}/element.js"></script>`,
    `<trouvaille-search src="/${index}"></trouvaille-search>`,
  ]
}
