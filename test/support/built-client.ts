/** The client as it is shipped: minified, in chunks, with its property names shortened. */
import { copyFile, cp, mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { WORD_LISTS } from '../../scripts/build-client.mjs'
import type * as client from '../../src/client.ts'
import { builtClient } from './built-once.ts'

/** Puts it in a folder of its own, with the word lists where its modules look for it in Node. */
export async function importBuiltClient(): Promise<{ folder: string; client: typeof client }> {
  const folder = await mkdtemp(join(tmpdir(), 'trouvaille-built-'))
  await cp(await builtClient(), folder, { recursive: true })
  await mkdir(join(folder, 'client'))
  for (const { name } of WORD_LISTS) await copyFile(join(folder, name), join(folder, 'client', name))
  await build({
    entryPoints: WORD_LISTS.map(({ language }) => `src/${language}-words.ts`),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
  })
  return { folder, client: await import(pathToFileURL(join(folder, 'client.js')).href) }
}
