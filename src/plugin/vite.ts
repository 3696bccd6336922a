/** `trouvaille/vite`: the plugin for Vite. @module trouvaille/vite */
import type { Plugin, UserConfig } from 'vite'
import { unplugin } from './factory.ts'
import { CLIENT } from './module-code.ts'
import type { PluginOptions } from './options.ts'

export type { IndexOptions, PluginOptions } from './options.ts'

/**
 * Builds index files from the texts of a project. Pages import them: `import index from 'virtual:trouvaille/articles'` is what `openIndex()` returns.
 *
 * @param options the indexes by their names. Default: the index of `trouvaille.config.ts`.
 * @throws InvalidOptionError for wrong options
 * @example
 * // vite.config.ts
 * import { trouvaille } from 'trouvaille/vite'
 *
 * export default { plugins: [trouvaille({ indexes: { articles: { from: 'content' } } })] }
 */
export function trouvaille(options?: PluginOptions): Plugin {
  const plugin: Plugin = unplugin.vite(options)
  return Object.assign(plugin, {
    config: ({ worker }: UserConfig): UserConfig => ({
      // The virtual module imports it, which Vite's dependency scan does not see.
      optimizeDeps: { include: [CLIENT] },
      worker: workerOptions(worker, plugin),
    }),
  })
}

/** Vite bundles workers separately, with their own plugins, and by default as one script, which cannot import chunks. */
function workerOptions(
  { format = 'es', plugins = () => [] }: UserConfig['worker'] = {},
  plugin: Plugin,
): UserConfig['worker'] {
  return { format, plugins: () => [...plugins(), plugin] }
}
