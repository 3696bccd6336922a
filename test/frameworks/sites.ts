/** A small site for each generator: an entrance, and the page that is sought. */

export interface GeneratorSite {
  packages: readonly string[]
  files: Readonly<Record<string, string>>
  /** What npx runs. */
  build: readonly string[]
  /** The folder of the built site. */
  output: string
  /** Where the site stands on its server, if not at the root. */
  base?: string
  /** The page to search from. */
  page?: string
}

const HOME = 'Des articles sur la Libye, et un guide.\n'
const TREVE =
  'Les deux camps ont accepté un cessez-le-feu à Tripoli.\n\n## La suite\n\nLes combats ont repris dans la nuit.\n'

/** The two lines that `trouvaille build` prints, in a page of HTML. */
const LINES = `<script type="module" src="/trouvaille/element.js"></script>
<trouvaille-search mode="dialog" src="/trouvaille/search.trv"></trouvaille-search>`

const ASTRO_LAYOUT = (title: string, body: string) => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head>
<body><header><trouvaille-search mode="dialog" src="/trouvaille/search.trv"></trouvaille-search></header><main><h1>${title}</h1>${body}</main></body></html>
`

export const SITES: Readonly<Record<string, GeneratorSite>> = {
  vitepress: {
    packages: ['vitepress@1'],
    files: {
      '.vitepress/config.js': `import { defineConfig } from 'vitepress'
import { withSearch } from 'trouvaille/vitepress'

export default withSearch(defineConfig({ title: 'Journal', lang: 'fr', base: '/journal/' }))
`,
      'index.md': `# Accueil\n\n${HOME}`,
      'treve.md': `# La trêve\n\n${TREVE}`,
    },
    build: ['vitepress', 'build'],
    output: '.vitepress/dist',
    base: 'journal/',
  },
  docusaurus: {
    packages: ['@docusaurus/core@3', '@docusaurus/preset-classic@3', 'react@19', 'react-dom@19'],
    files: {
      'docusaurus.config.js': `export default {
  title: 'Journal',
  url: 'https://exemple.fr',
  baseUrl: '/journal/',
  i18n: { defaultLocale: 'fr', locales: ['fr'] },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
  plugins: ['trouvaille/docusaurus'],
}
`,
      'docs/index.md': `---\nslug: /\n---\n# Accueil\n\n${HOME}`,
      'docs/treve.md': `# La trêve\n\n${TREVE}`,
    },
    build: ['docusaurus', 'build'],
    output: 'build',
    base: 'journal/',
  },
  astro: {
    packages: ['astro@5'],
    files: {
      'astro.config.mjs': `import { defineConfig } from 'astro/config'
import trouvaille from 'trouvaille/astro'

export default defineConfig({ integrations: [trouvaille()] })
`,
      'src/pages/index.astro': ASTRO_LAYOUT('Accueil', `<p>${HOME}</p>`),
      'src/pages/treve.astro': ASTRO_LAYOUT(
        'La trêve',
        '<p>Les deux camps ont accepté un cessez-le-feu à Tripoli.</p>',
      ),
    },
    build: ['astro', 'build'],
    output: 'dist',
  },
  starlight: {
    packages: ['astro@5', '@astrojs/starlight@0.36'],
    files: {
      'astro.config.mjs': `import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'
import trouvaille from 'trouvaille/starlight'

export default defineConfig({
  integrations: [starlight({ title: 'Journal', locales: { root: { label: 'Français', lang: 'fr' } }, plugins: [trouvaille()] })],
})
`,
      'src/content.config.mjs': `import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
import { defineCollection } from 'astro:content'

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }
`,
      'src/content/docs/index.md': `---\ntitle: Accueil\n---\n${HOME}`,
      'src/content/docs/treve.md': `---\ntitle: La trêve\n---\n${TREVE}`,
    },
    build: ['astro', 'build'],
    output: 'dist',
  },
  eleventy: {
    packages: ['@11ty/eleventy@3'],
    files: {
      'eleventy.config.js': `import trouvaille from 'trouvaille/eleventy'

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(trouvaille)
}
`,
      '_includes/page.njk': `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><header>${LINES}</header><main><h1>{{ title }}</h1>{{ content | safe }}</main></body></html>
`,
      'index.md': `---\nlayout: page.njk\ntitle: Accueil\n---\n${HOME}`,
      'treve.md': `---\nlayout: page.njk\ntitle: La trêve\n---\n${TREVE}`,
    },
    build: ['eleventy'],
    output: '_site',
  },
}
