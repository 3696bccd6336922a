/** A small site for each generator: an entrance, and the page that is sought. */

export interface GeneratorSite {
  packages: readonly string[]
  files: Readonly<Record<string, string>>
  /** What npx runs. */
  build: readonly string[]
  /** What npx runs then, if the generator does not build the index. */
  index?: readonly string[]
  /** The folder of the built site. */
  output: string
  /** Its indexes. Default: one for all languages. */
  indexes?: readonly string[]
  /** Where the site stands on its server, if not at the root. */
  base?: string
  /** The page to search from. */
  page?: string
  /** An English page to search from, and what the address of the page that is sought there contains. */
  english?: { page: string; hit: string }
  /** Whether its author draws the search, with `useSearch`. */
  isHook?: boolean
}

const HOME = 'Des articles sur la Libye, et un guide.\n'
const TREVE =
  'Les deux camps ont accepté un cessez-le-feu à Tripoli.\n\n## La suite\n\nLes combats ont repris dans la nuit.\n'

/** The same in English. Only English finds `library child` in it. */
const ENGLISH_HOME = 'Articles on Libya, and a guide.\n'
const LIBRARIES = 'The children were running to the libraries of the town, and they were happy with them.\n'

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

export default withSearch(defineConfig({
  title: 'Journal',
  base: '/journal/',
  locales: { root: { label: 'Français', lang: 'fr' }, en: { label: 'English', lang: 'en-GB' } },
}))
`,
      'index.md': `# Accueil\n\n${HOME}`,
      'treve.md': `# La trêve\n\n${TREVE}`,
      'en/index.md': `# Home\n\n${ENGLISH_HOME}`,
      'en/libraries.md': `# The libraries\n\n${LIBRARIES}`,
    },
    build: ['vitepress', 'build'],
    output: '.vitepress/dist',
    base: 'journal/',
    english: { page: 'en/', hit: 'en/libraries' },
  },
  docusaurus: {
    packages: ['@docusaurus/core@3', '@docusaurus/preset-classic@3', 'react@19', 'react-dom@19'],
    files: {
      // Its generated modules are CommonJS.
      'package.json': '{ "private": true }',
      'docusaurus.config.js': `export default {
  title: 'Journal',
  url: 'https://exemple.fr',
  baseUrl: '/journal/',
  i18n: { defaultLocale: 'fr', locales: ['fr', 'en'] },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
  plugins: ['trouvaille/docusaurus'],
}
`,
      'docs/index.md': `---\nslug: /\n---\n# Accueil\n\n${HOME}`,
      'docs/treve.md': `# La trêve\n\n${TREVE}`,
      'i18n/en/docusaurus-plugin-content-docs/current/index.md': `---\nslug: /\n---\n# Home\n\n${ENGLISH_HOME}`,
      'i18n/en/docusaurus-plugin-content-docs/current/treve.md': `# The libraries\n\n${LIBRARIES}`,
    },
    build: ['docusaurus', 'build'],
    output: 'build',
    base: 'journal/',
    english: { page: 'en/', hit: 'en/treve' },
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
  integrations: [starlight({ title: 'Journal', locales: { root: { label: 'Français', lang: 'fr' }, en: { label: 'English' } }, plugins: [trouvaille({ perLanguage: true })] })],
})
`,
      'src/content.config.mjs': `import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
import { defineCollection } from 'astro:content'

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }
`,
      'src/content/docs/index.md': `---\ntitle: Accueil\n---\n${HOME}`,
      'src/content/docs/treve.md': `---\ntitle: La trêve\n---\n${TREVE}`,
      'src/content/docs/en/index.md': `---\ntitle: Home\n---\n${ENGLISH_HOME}`,
      'src/content/docs/en/libraries.md': `---\ntitle: The libraries\n---\n${LIBRARIES}`,
    },
    build: ['astro', 'build'],
    output: 'dist',
    indexes: ['search.en.trv', 'search.fr.trv'],
    english: { page: 'en/', hit: 'en/libraries' },
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
  next: {
    packages: ['next@15', 'react@19', 'react-dom@19'],
    files: {
      'next.config.mjs': `export default { output: 'export', trailingSlash: true }\n`,
      'app/layout.js': `import { Search } from './search'

export default function Layout({ children }) {
  return <html lang="fr"><body><header><Search /></header><main>{children}</main></body></html>
}
`,
      'app/search.js': `'use client'
import { openIndex } from 'trouvaille/client'
import { useSearch } from 'trouvaille/react'

const index = openIndex('/trouvaille/search.trv')

export function Search() {
  const { state, box } = useSearch(index)
  return (
    <>
      <input type="search" value={state.query} onFocus={() => box.warmUp()} onChange={event => box.type(event.target.value)} />
      <ol>
        {state.answers[0]?.hits.map(hit => (
          <li key={hit.id}><a href={hit.href}>{hit.title.text}</a></li>
        ))}
      </ol>
    </>
  )
}
`,
      'app/page.js': `export default () => <><h1>Accueil</h1><p>{${JSON.stringify(HOME)}}</p></>\n`,
      'app/treve/page.js': `export default () => <><h1>La trêve</h1><p>{${JSON.stringify(TREVE)}}</p></>\n`,
    },
    build: ['next', 'build'],
    index: ['trouvaille', 'build', 'out'],
    output: 'out',
    isHook: true,
  },
  nuxt: {
    packages: ['nuxt@3'],
    files: {
      'nuxt.config.mjs': `export default defineNuxtConfig({
  app: { head: { htmlAttrs: { lang: 'fr' } } },
  compatibilityDate: '2025-07-01',
  nitro: { prerender: { routes: ['/', '/treve'] } },
})
`,
      'app.vue': `<template><header><SearchField /></header><main><NuxtPage /></main></template>\n`,
      'components/SearchField.vue': `<script setup>
import { openIndex } from 'trouvaille/client'
import { useSearch } from 'trouvaille/vue'

const { state, box } = useSearch(openIndex('/trouvaille/search.trv'))
</script>

<template>
  <input type="search" :value="state.query" @focus="box.warmUp()" @input="box.type($event.target.value)" />
  <ol>
    <li v-for="hit in state.answers[0]?.hits" :key="hit.id"><a :href="hit.href">{{ hit.title.text }}</a></li>
  </ol>
</template>
`,
      'pages/index.vue': `<template><div><h1>Accueil</h1><p>{{ ${JSON.stringify(HOME).replaceAll('"', "'")} }}</p></div></template>\n`,
      'pages/treve.vue': `<template><div><h1>La trêve</h1><p>{{ ${JSON.stringify(TREVE).replaceAll('"', "'")} }}</p></div></template>\n`,
    },
    build: ['nuxt', 'generate'],
    index: ['trouvaille', 'build', '.output/public'],
    output: '.output/public',
    isHook: true,
  },
}
