/** `trouvaille/docusaurus`: the search of a Docusaurus site. @module trouvaille/docusaurus */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addressesOf, buildSite, type SiteOptions } from './built-site.ts'

export type { SiteOptions }

/** A plugin of Docusaurus. */
export interface DocusaurusPlugin {
  /** Its name. */
  name: string
  /** Returns the folder of its components. */
  getThemePath(): string
  /** Returns the tags that it adds to pages. */
  injectHtmlTags(): { headTags: { tagName: string; attributes: Record<string, string> }[] }
  /** Returns what it adds to the configuration of webpack. */
  configureWebpack(): object
  /** Writes the index into the built site. */
  postBuild(built: { outDir: string }): Promise<void>
}

/** The components of the theme: scripts/build-client.mjs copies them next to this file. */
const THEME = fileURLToPath(new URL('./docusaurus/', import.meta.url))

/**
 * The plugin for Docusaurus: puts the search box of Trouvaille into the navigation bar, and the index into the built site. `docusaurus start` answers with the index
 * of the last build. Options are those of `SiteOptions`, except `perLanguage`: each locale is a site with an index of its own.
 *
 * @throws Error from the build of the site if `trouvaille build` fails
 * @example
 * // docusaurus.config.js
 * export default { plugins: [['trouvaille/docusaurus', { build: ['--columns', 'section:keyword'] }]] }
 */
export function trouvaille(
  { baseUrl, outDir }: { baseUrl: string; outDir: string },
  options: SiteOptions = {},
): DocusaurusPlugin {
  const { script } = addressesOf(baseUrl)
  return {
    name: 'trouvaille',
    getThemePath: () => THEME,
    injectHtmlTags: () => ({ headTags: [{ tagName: 'script', attributes: { type: 'module', src: script } }] }),
    configureWebpack: () => ({
      devServer: { static: [{ directory: join(outDir, 'trouvaille'), publicPath: script.replace(/[^/]*$/, '') }] },
    }),
    postBuild: built => buildSite(built.outDir, { sections: options.sections, build: options.build }),
  }
}

export default trouvaille
