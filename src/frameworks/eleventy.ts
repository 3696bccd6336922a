/** `trouvaille/eleventy`: the search of an Eleventy site. @module trouvaille/eleventy */
import { buildSite, type SiteOptions } from './built-site.ts'

export type { SiteOptions }

/** What the library uses of the configuration of Eleventy. */
export interface EleventyConfig {
  /** Calls a function when something happens. */
  on(
    event: 'eleventy.after',
    listener: (built: { directories?: { output: string }; dir: { output: string } }) => Promise<void>,
  ): unknown
}

/**
 * The plugin for Eleventy: writes the index and the search box into the site each time that it is built. Put the two lines that `trouvaille build` prints into a
 * layout.
 *
 * @param eleventyConfig the configuration; Eleventy passes it
 * @param options how to build the index. Default: see `SiteOptions`.
 * @throws Error from the build of the site if `trouvaille build` fails
 * @example
 * // eleventy.config.js
 * import trouvaille from 'trouvaille/eleventy'
 *
 * export default function (eleventyConfig) {
 *   eleventyConfig.addPlugin(trouvaille)
 * }
 */
export function trouvaille(eleventyConfig: EleventyConfig, options: SiteOptions = {}): void {
  eleventyConfig.on('eleventy.after', ({ directories, dir }) => buildSite(directories?.output ?? dir.output, options))
}

export default trouvaille
