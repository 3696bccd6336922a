/** `trouvaille/vitepress`: replaces the search of a VitePress site. @module trouvaille/vitepress */
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { addressesOf, buildSite, type SiteOptions, serveLastBuild } from './built-site.ts'

export type { SiteOptions }

/** What the library uses of a configuration of VitePress. */
export interface VitePressConfig {
  /** The path of the site on its server. */
  base?: string | undefined
  /** The folder that the site is built into. */
  outDir?: string | undefined
  /** The configuration of Vite. */
  vite?: object | undefined
  /** A function that runs when the site is built. */
  buildEnd?: unknown
}

/**
 * Gives a VitePress site the search box of Trouvaille in place of its own. The index is written when the site is built; the development server answers with that of
 * the last build.
 *
 * @param config the configuration of the site
 * @param options how to build the index. Default: see `SiteOptions`.
 * @returns the same configuration with search
 * @throws Error from the build of the site if `trouvaille build` fails
 * @example
 * // .vitepress/config.ts
 * import { defineConfig } from 'vitepress'
 * import { withSearch } from 'trouvaille/vitepress'
 *
 * export default withSearch(defineConfig({ title: 'Guide', lang: 'fr' }))
 */
export function withSearch<Config extends VitePressConfig>(config: Config, options: SiteOptions = {}): Config {
  const { plugins = [] } = (config.vite ?? {}) as { plugins?: unknown[] }
  const buildEnd = async (site: { outDir: string }) => {
    if (typeof config.buildEnd === 'function') await config.buildEnd(site)
    await buildSite(site.outDir, options)
  }
  return { ...config, vite: { ...config.vite, plugins: [...plugins, searchBox(config, options)] }, buildEnd }
}

/** The component of VitePress's default theme that holds its search. */
const NAV_BAR_SEARCH = /[\\/]VPNavBarSearch\.vue$/
const COMPONENT = '\0trouvaille-search'
const STYLE = '/__trouvaille_search.css'

function searchBox({ base, outDir }: VitePressConfig, options: SiteOptions): Plugin {
  return {
    name: 'trouvaille:vitepress',
    enforce: 'pre',
    resolveId: id => (NAV_BAR_SEARCH.test(id) ? COMPONENT : id === STYLE ? STYLE : undefined),
    load: id => (id === COMPONENT ? component(base, options) : id === STYLE ? CSS : undefined),
    configureServer(server) {
      const site = (server.config as unknown as { vitepress?: { outDir?: string } }).vitepress
      const folder = site?.outDir ?? resolve(server.config.root, outDir ?? '.vitepress/dist')
      server.middlewares.use(serveLastBuild(folder, base))
    },
  }
}

/** The place in the navigation bar is that of the component which is replaced, and the colours are those of the site. */
const CSS = `.VPNavBarSearch {
  display: flex;
  align-items: center;
  --trouvaille-accent: var(--vp-c-brand-1);
  --trouvaille-surface: var(--vp-c-bg);
  --trouvaille-surface-ink: var(--vp-c-text-1);
  --trouvaille-radius: 8px;
}
@media (min-width: 768px) {
  .VPNavBarSearch {
    flex-grow: 1;
    padding-left: 24px;
  }
}
@media (min-width: 960px) {
  .VPNavBarSearch {
    padding-left: 32px;
  }
}
`

/**
 * The source of a component of Vue. It asks for the search box only in browsers. The router does not see the links in it, so it gets another one to the same page,
 * which it follows as any other: without loading the site again.
 */
function component(base: string | undefined, options: SiteOptions): string {
  const { script, index, base: before } = addressesOf(base, options)
  return `import { h, onMounted } from 'vue'
import { useData } from 'vitepress'
import ${JSON.stringify(STYLE)}

function follow(event) {
  if (!event.cancelable || event.detail.url === undefined) return
  event.preventDefault()
  const link = document.createElement('a')
  link.href = event.detail.url
  document.body.append(link)
  link.click()
  link.remove()
}

export default {
  setup() {
    const { lang } = useData()
    onMounted(() => import(/* @vite-ignore */ new URL(${JSON.stringify(script)}, location.href).href))
    const settings = ${JSON.stringify({ mode: 'dialog', src: index, ...(before !== '' && { base: before }) })}
    return () => h('div', { class: 'VPNavBarSearch' }, h('trouvaille-search', { ...settings, lang: lang.value, onTrouvailleSelect: follow }))
  },
}
`
}
