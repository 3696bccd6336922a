/** Index files for esbuild: copied as they are, whatever else it is told of their extension, and made anew when texts come. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { PluginBuild } from 'esbuild'
import { CACHED_FILE } from './cached-file.ts'
import type { Indexes } from './indexes.ts'

export function giveFiles(build: PluginBuild, indexes: Indexes): void {
  build.onLoad({ filter: CACHED_FILE }, async ({ path }) => ({
    contents: await readFile(path),
    loader: 'file',
    watchDirs: indexes.get(basename(path, '.trv')).current?.folders,
  }))
}
