/** Puts the library beside the pages: one file, which needs no bundler. */
import { copyFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const library = fileURLToPath(import.meta.resolve('trouvaille/browser'))
copyFileSync(library, new URL('./public/trouvaille.js', import.meta.url))
