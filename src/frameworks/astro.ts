/** `trouvaille/astro`: the search of an Astro site. @module trouvaille/astro */
import { fileURLToPath } from 'node:url'
import { addressesOf, buildSite, type SiteOptions, serveLastBuild } from './built-site.ts'

export type { SiteOptions }

/** An integration of Astro. */
export interface AstroIntegration {
  /** Its name. */
  name: string
  /** What it does, and when. */
  hooks: {
    'astro:config:setup'(setup: {
      config: { base: string }
      injectScript(stage: 'head-inline', content: string): void
    }): void
    'astro:config:done'(setup: { config: { base: string; outDir: URL } }): void
    'astro:server:setup'(setup: {
      server: { middlewares: { use(middleware: ReturnType<typeof serveLastBuild>): unknown } }
    }): void
    'astro:build:done'(built: { dir: URL }): Promise<void>
  }
}

/**
 * The integration for Astro: writes the index when the site is built, and loads the search box on all pages. Put `<trouvaille-search src="/trouvaille/search.trv">`
 * into a layout. The development server answers with the index of the last build.
 *
 * @param options how to build the index. Default: see `SiteOptions`.
 * @throws Error from the build of the site if `trouvaille build` fails
 * @example
 * // astro.config.mjs
 * import { defineConfig } from 'astro/config'
 * import trouvaille from 'trouvaille/astro'
 *
 * export default defineConfig({ integrations: [trouvaille()] })
 */
export function trouvaille(options: SiteOptions = {}): AstroIntegration {
  let base = '/'
  let outDir = ''
  return {
    name: 'trouvaille',
    hooks: {
      'astro:config:setup': ({ config, injectScript }) => {
        const { script } = addressesOf(config.base)
        injectScript('head-inline', `import(${JSON.stringify(script)})`)
      },
      'astro:config:done': ({ config }) => {
        base = config.base
        outDir = fileURLToPath(config.outDir)
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(serveLastBuild(outDir, base))
      },
      'astro:build:done': ({ dir }) => buildSite(fileURLToPath(dir), options),
    },
  }
}

export default trouvaille
