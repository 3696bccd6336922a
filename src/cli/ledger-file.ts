/** The ledger beside an index file: what each source file came to in the build that wrote it. */
import { version } from '../../package.json'
import { hashOfFile, replaceFile, writeDurably } from '../internal-build.ts'
import { Ledger } from '../readers/index.ts'
import type { BuildSettings } from './build-settings.ts'
import { isSystemError, systemReason } from './failure.ts'
import type { Terminal } from './terminal.ts'

/** The ledger of the index that stands at `settings.out`, empty if it has none that fits. */
export async function openLedger(settings: BuildSettings): Promise<Ledger> {
  const { out, isParanoid } = settings
  // None, or no index: there is nothing to remember.
  const hash = await hashOfFile(out).catch(() => undefined)
  return hash === undefined ? newLedger(settings) : Ledger.open(ledgerOf(out), madeBy(settings), hash, isParanoid)
}

/** An empty ledger, for builds of one process. */
export function newLedger(settings: BuildSettings): Ledger {
  return new Ledger(madeBy(settings))
}

/** Writes the ledger of the index that was just written, or says why it cannot: the index stays, and the next build reads everything. */
export async function saveLedger(ledger: Ledger, { out }: BuildSettings, terminal: Terminal): Promise<void> {
  const path = ledgerOf(out)
  try {
    await replaceFile(path, temporary => writeDurably(temporary, ledger.text))
  } catch (error) {
    if (!isSystemError(error)) throw error
    terminal.report(terminal.messages.build.noLedger(path, systemReason(error, terminal.messages)))
  }
}

/** Where the ledger of an index file stands. */
export function ledgerOf(out: string): string {
  return `${out}.ledger`
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
