/** `trouvaille/esbuild`: the plugin for esbuild. @module trouvaille/esbuild */
import type { Plugin } from 'esbuild'
import { unplugin } from './factory.ts'
import type { PluginOptions } from './options.ts'

export type { IndexOptions, PluginOptions } from './options.ts'

/**
 * Builds index files from the texts of a project. Pages import them: `import index from 'virtual:trouvaille/articles'` is what `openIndex()` returns.
 *
 * @param options the indexes by their names. Default: the index of `trouvaille.config.ts`.
 * @throws InvalidOptionError for wrong options
 * @example
 * import { build } from 'esbuild'
 * import { trouvaille } from 'trouvaille/esbuild'
 *
 * await build({
 *   entryPoints: ['main.js'],
 *   outdir: 'dist',
 *   bundle: true,
 *   format: 'esm',
 *   plugins: [trouvaille({ indexes: { articles: { from: 'content' } } })],
 * })
 */
export function trouvaille(options?: PluginOptions): Plugin {
  return unplugin.esbuild(options)
}
