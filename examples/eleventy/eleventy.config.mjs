/** Pages in `pages/`, all with one layout; the library for the search page is copied beside them. */
import { dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export default function configure(eleventy) {
  const library = dirname(fileURLToPath(import.meta.resolve('trouvaille/client')))
  eleventy.addPassthroughCopy({ [relative('.', library)]: 'trouvaille', 'pages/search.js': 'search.js' })
  // `eleventy --serve` empties nothing: the index of the last build stays.
  return { dir: { input: 'pages', includes: '../_includes' } }
}
