/** The ledger beside an index file: what each source file came to in the build that wrote it. */
import { open } from 'node:fs/promises'
import { version } from '../../package.json'
import { Ledger } from '../readers/index.ts'
import type { BuildSettings } from './build-settings.ts'

/** The header of an index file, which has a hash of all that is in it. */
const HEADER_LENGTH = 48

/** The ledger of the index that stands at `settings.out`, empty where it has none that fits. */
export async function openLedger(settings: BuildSettings): Promise<Ledger> {
  const { out } = settings
  return Ledger.open(ledgerOf(out), madeBy(settings), await headerOf(out))
}

/** An empty ledger, for builds of one process. */
export function newLedger(settings: BuildSettings): Ledger {
  return new Ledger(madeBy(settings))
}

/** Writes the ledger of the index that was just written. */
export async function saveLedger(ledger: Ledger, { out }: BuildSettings): Promise<void> {
  await ledger.write(ledgerOf(out), (await headerOf(out)) ?? '')
}

/** Where the ledger of an index file stands. */
export function ledgerOf(out: string): string {
  return `${out}.ledger`
}

async function headerOf(path: string): Promise<string | undefined> {
  try {
    const file = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_LENGTH), 0, HEADER_LENGTH, 0)
      return bytesRead === HEADER_LENGTH ? buffer.toString('base64') : undefined
    } finally {
      await file.close()
    }
  } catch {
    return undefined
  }
}

/** All that a build depends on but the source files, the schema and the language, of which the index tells. */
function madeBy({ paths, site, reading }: BuildSettings): string {
  const { idField, include, exclude, follow, sections, code, anchors, drafts, mapping, transform } = reading
  return JSON.stringify([
    version,
    paths,
    site?.sitemap,
    idField,
    include,
    exclude,
    follow,
    sections,
    code,
    anchors,
    drafts,
    mapping,
    transform && String(transform),
  ])
}
