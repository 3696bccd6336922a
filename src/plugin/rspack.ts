/** `trouvaille/rspack`: the plugin for Rspack. @module trouvaille/rspack */
import type { RspackPluginInstance } from '@rspack/core'
import { unplugin } from './factory.ts'
import type { PluginOptions } from './options.ts'

export type { IndexOptions, PluginOptions } from './options.ts'

/**
 * Makes search files of texts and gives them to the pages: `import index from 'virtual:trouvaille/articles'`.
 *
 * @throws InvalidOptionError
 * @example
 * // rspack.config.mjs
 * import { trouvaille } from 'trouvaille/rspack'
 * export default { plugins: [trouvaille({ indexes: { articles: { from: 'content' } } })] }
 */
export function trouvaille(options?: PluginOptions): RspackPluginInstance {
  return unplugin.rspack(options)
}
