/** `trouvaille/rspack`: the plugin for Rspack. @module trouvaille/rspack */
import type { RspackPluginInstance } from '@rspack/core'
import { unplugin } from './factory.ts'
import type { PluginOptions } from './options.ts'

export type { IndexOptions, PluginOptions } from './options.ts'

/**
 * Builds index files from the texts of a project. Pages import them: `import index from 'virtual:trouvaille/articles'` is what `openIndex()` returns.
 *
 * @param options the indexes by their names. Default: the index of `trouvaille.config.ts`.
 * @throws InvalidOptionError for wrong options
 * @example
 * // rspack.config.mjs
 * import { trouvaille } from 'trouvaille/rspack'
 *
 * export default { plugins: [trouvaille({ indexes: { articles: { from: 'content' } } })] }
 */
export function trouvaille(options?: PluginOptions): RspackPluginInstance {
  return unplugin.rspack(options)
}
