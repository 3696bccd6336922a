/** `trouvaille/webpack`: the plugin for webpack. @module trouvaille/webpack */
import type { WebpackPluginInstance } from 'webpack'
import { unplugin } from './factory.ts'
import type { PluginOptions } from './options.ts'

export type { IndexOptions, PluginOptions } from './options.ts'

/**
 * Makes search files of texts and gives them to the pages: `import index from 'virtual:trouvaille/articles'`.
 *
 * @throws InvalidOptionError
 * @example
 * // webpack.config.mjs
 * import { trouvaille } from 'trouvaille/webpack'
 * export default { plugins: [trouvaille({ indexes: { articles: { from: 'content' } } })] }
 */
export function trouvaille(options?: PluginOptions): WebpackPluginInstance {
  return unplugin.webpack(options)
}
