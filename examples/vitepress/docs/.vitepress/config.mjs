import { trouvaille } from 'trouvaille/vite'
import { defineConfig } from 'vitepress'

export default defineConfig({
  lang: 'fr',
  title: 'La Gazette du val',
  themeConfig: {
    sidebar: [
      { text: 'La bibliothèque rouvre ses portes', link: '/bibliotheque' },
      { text: 'Un cheval sur le chemin de l’école', link: '/cheval' },
      { text: 'La rivière sous surveillance', link: '/riviere' },
      { text: 'Le café de la gare cherche un repreneur', link: '/cafe' },
    ],
  },
  vite: {
    // The pages themselves, a document for each section; the hit’s id is its address.
    plugins: [trouvaille({ indexes: { pages: { from: '.', include: '*.md', sections: true } } })],
  },
})
