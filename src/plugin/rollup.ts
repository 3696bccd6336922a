/** `trouvaille/rollup`: the plugin for Rollup. @module trouvaille/rollup */
import type { Plugin } from 'rollup'
import { unplugin } from './factory.ts'
import type { PluginOptions } from './options.ts'

export type { IndexOptions, PluginOptions } from './options.ts'

/**
 * Builds index files from the texts of a project. Pages import them: `import index from 'virtual:trouvaille/articles'` is what `openIndex()` returns.
 *
 * @param options the indexes by their names. Default: the index of `trouvaille.config.ts`.
 * @throws InvalidOptionError for wrong options
 * @example
 * // rollup.config.mjs
 * import { trouvaille } from 'trouvaille/rollup'
 *
 * export default { plugins: [trouvaille({ indexes: { articles: { from: 'content' } } })] }
 */
export function trouvaille(options?: PluginOptions): Plugin {
  return unplugin.rollup(options)
}
