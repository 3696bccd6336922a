/** Puts the library beside the pages (the folder dist/client/ of the package, which needs no bundler), and lists its files for the service worker. */
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const from = new URL('.', import.meta.resolve('trouvaille/client'))
const to = new URL('./public/trouvaille/', import.meta.url)
// The names of the parts change with their contents: those of an older version are in the way.
rmSync(to, { recursive: true, force: true })
cpSync(from, to, { recursive: true })

const names = readdirSync(to).sort()
const hash = createHash('sha256')
for (const name of names) hash.update(readFileSync(new URL(name, to)))
const library = { version: hash.digest('hex').slice(0, 8), files: names.map(name => `trouvaille/${name}`) }
writeFileSync(new URL('./public/library.js', import.meta.url), `self.LIBRARY = ${JSON.stringify(library)}\n`)
