/** `trouvaille/eleventy`: the search of an Eleventy site. @module trouvaille/eleventy */
import { buildSite, type SiteOptions } from './built-site.ts'

export type { SiteOptions }

/** What is used of Eleventy's configuration. */
export interface EleventyConfig {
  on(
    event: 'eleventy.after',
    listener: (built: { directories?: { output: string }; dir: { output: string } }) => Promise<void>,
  ): unknown
}

/**
 * Writes the index and the search box into the site each time that it is built. A layout has the two lines that `trouvaille build` prints.
 *
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
