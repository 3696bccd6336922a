/** `trouvaille/esbuild`: the plugin for esbuild. @module trouvaille/esbuild */
import type { Plugin } from 'esbuild'
import { unplugin } from './factory.ts'
import type { PluginOptions } from './options.ts'

export type { IndexOptions, PluginOptions } from './options.ts'

/**
 * Makes search files of texts and gives them to the pages: `import index from 'virtual:trouvaille/articles'`.
 *
 * @throws InvalidOptionError
 * @example
 * import { build } from 'esbuild'
 * import { trouvaille } from 'trouvaille/esbuild'
 * await build({ plugins: [trouvaille({ indexes: { articles: { from: 'content' } } })], bundle: true, format: 'esm', entryPoints: ['main.js'], outdir: 'dist' })
 */
export function trouvaille(options?: PluginOptions): Plugin {
  return unplugin.esbuild(options)
}
