/** `trouvaille/starlight`: replaces the search of a Starlight site. @module trouvaille/starlight */
import { fileURLToPath } from 'node:url'
import { type AstroIntegration, trouvaille as integration } from './astro.ts'
import type { SiteOptions } from './built-site.ts'

export type { SiteOptions }

/** A plugin of Starlight. */
export interface StarlightPlugin {
  /** Its name. */
  name: string
  /** What it does, and when. */
  hooks: {
    'config:setup'(setup: {
      config: { components?: Readonly<Record<string, string>> | undefined }
      updateConfig(config: { pagefind: false; components: Record<string, string> }): void
      addIntegration(integration: AstroIntegration): void
    }): void
  }
}

/** The component with the search box: scripts/build-client.mjs copies it next to this file. */
const COMPONENT = fileURLToPath(new URL('./starlight/Search.astro', import.meta.url))
/** The same, with an index for each language. */
const COMPONENT_PER_LANGUAGE = fileURLToPath(new URL('./starlight/SearchPerLanguage.astro', import.meta.url))

/**
 * The plugin for Starlight: replaces its search box, and the index of Pagefind.
 *
 * @param options how to build the index. Default: see `SiteOptions`.
 * @throws Error from the build of the site if `trouvaille build` fails
 * @example
 * // astro.config.mjs
 * import starlight from '@astrojs/starlight'
 * import { defineConfig } from 'astro/config'
 * import trouvaille from 'trouvaille/starlight'
 *
 * export default defineConfig({ integrations: [starlight({ title: 'Guide', plugins: [trouvaille()] })] })
 */
export function trouvaille(options: SiteOptions = {}): StarlightPlugin {
  return {
    name: 'trouvaille',
    hooks: {
      'config:setup': ({ config, updateConfig, addIntegration }) => {
        const Search = options.perLanguage ? COMPONENT_PER_LANGUAGE : COMPONENT
        updateConfig({ pagefind: false, components: { ...config.components, Search } })
        addIntegration(integration(options))
      },
    },
  }
}

export default trouvaille
