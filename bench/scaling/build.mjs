/** Builds a file as a program with many documents does, in bounded memory: `node build.mjs documents.tsv index`, which prints what it took. */

import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { distFolder } from '../snapshot.mjs'

const { buildIndexFile } = await import(pathToFileURL(join(distFolder(), 'node.js')).href)

const [documents, index] = process.argv.slice(2)
const start = performance.now()
const { bytes, words } = await buildIndexFile(index, articles(), { fields: ['title', 'text'], storeFields: ['title'] })
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
const figures = {
  buildSeconds: (performance.now() - start) / 1000,
  buildCpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
  buildPeakBytes: maxRSS * 1024,
  bytes,
  words,
}
console.log(JSON.stringify(figures))

async function* articles() {
  for await (const line of createInterface({
    input: createReadStream(documents),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const [id, title, text] = line.split('\t')
    yield { id, title, text }
  }
}
