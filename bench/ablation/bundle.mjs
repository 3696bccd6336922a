/** The library bundled from its source with some of it edited, so that parts can be taken out that no option turns off. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { applyEdit, pathOf, sourceOf } from './parts.mjs'

/**
 * @param {readonly import('./parts.mjs').Edit[]} [edits]
 * @returns {Promise<typeof import('../../src/index.ts')>}
 */
export async function loadEdited(edits = []) {
  /** @type {Map<string, string>} */
  const edited = new Map()
  for (const edit of edits) {
    const path = pathOf(edit.file)
    edited.set(path, applyEdit(edit, edited.get(path) ?? sourceOf(edit.file)))
  }
  const { outputFiles } = await build({
    entryPoints: [pathOf('index.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    plugins: [
      {
        name: 'edits',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const contents = edited.get(path)
            return contents === undefined ? undefined : { contents, loader: 'ts' }
          })
        },
      },
    ],
  })
  const folder = mkdtempSync(join(tmpdir(), 'trouvaille-ablation-'))
  try {
    const file = join(folder, 'index.mjs')
    writeFileSync(file, outputFiles[0].contents)
    return await import(pathToFileURL(file).href)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
