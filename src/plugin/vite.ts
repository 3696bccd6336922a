/** `trouvaille/vite`: the plugin for Vite. @module trouvaille/vite */
import type { Plugin } from 'vite'
import { unplugin } from './factory.ts'
import type { PluginOptions } from './options.ts'

export type { IndexOptions, PluginOptions } from './options.ts'

/**
 * Makes search files of texts and gives them to the pages: `import index from 'virtual:trouvaille/articles'`.
 *
 * @throws InvalidOptionError
 * @example
 * // vite.config.ts
 * import { trouvaille } from 'trouvaille/vite'
 * export default { plugins: [trouvaille({ indexes: { articles: { from: 'content' } } })] }
 */
export function trouvaille(options: PluginOptions): Plugin {
  return unplugin.vite(options)
}
