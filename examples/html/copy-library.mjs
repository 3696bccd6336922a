/** Puts the library beside the pages: the folder dist/client/ of the package, which needs no bundler. */
import { cpSync, rmSync } from 'node:fs'

const from = new URL('.', import.meta.resolve('trouvaille/client'))
const to = new URL('./public/trouvaille/', import.meta.url)
// The names of the parts change with their contents: those of an older version are in the way.
rmSync(to, { recursive: true, force: true })
cpSync(from, to, { recursive: true })
