/** `trouvaille/rollup`: the plugin for Rollup. @module trouvaille/rollup */
import type { Plugin } from 'rollup'
import { unplugin } from './factory.ts'
import type { PluginOptions } from './options.ts'

export type { IndexOptions, PluginOptions } from './options.ts'

/**
 * Makes search files of texts and gives them to the pages: `import index from 'virtual:trouvaille/articles'`.
 *
 * @throws InvalidOptionError
 * @example
 * // rollup.config.mjs
 * import { trouvaille } from 'trouvaille/rollup'
 * export default { plugins: [trouvaille({ indexes: { articles: { from: 'content' } } })] }
 */
export function trouvaille(options?: PluginOptions): Plugin {
  return unplugin.rollup(options)
}
