/** The index, opened once for all requests. */
import { join } from 'node:path'
import { openFile } from 'trouvaille/node'

let opened

export function openArticles() {
  opened ??= openFile(join(process.cwd(), 'articles.trv'))
  return opened
}
