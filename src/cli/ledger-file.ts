/** The ledger next to an index file: what each source file produced in the build. */
import { version } from '../../package.json'
import { hashOfFile, replaceFile, writeDurably } from '../internal-build.ts'
import { Ledger } from '../readers/index.ts'
import type { BuildSettings } from './build-settings.ts'
import { isSystemError, systemReason } from './failure.ts'
import type { Terminal } from './terminal.ts'

/** The ledger of the index at `settings.out`; empty if it has none that matches. */
export async function openLedger(settings: BuildSettings): Promise<Ledger> {
  const { out, isParanoid } = settings
  // No index, so no ledger.
  const hash = await hashOfFile(out).catch(() => undefined)
  return hash === undefined ? newLedger(settings) : Ledger.open(ledgerOf(out), madeBy(settings), hash, isParanoid)
}

/** An empty ledger, for builds of one process. */
export function newLedger(settings: BuildSettings): Ledger {
  return new Ledger(madeBy(settings))
}

/** Writes the ledger of the index that was just written. If this fails, reports why: the index stays, and the next build reads everything. */
export async function saveLedger(ledger: Ledger, { out }: BuildSettings, terminal: Terminal): Promise<void> {
  const path = ledgerOf(out)
  try {
    await replaceFile(path, temporary => writeDurably(temporary, ledger.text))
  } catch (error) {
    if (!isSystemError(error)) throw error
    terminal.report(terminal.messages.build.noLedger(path, systemReason(error, terminal.messages)))
  }
}

/** The path of an index file's ledger. */
export function ledgerOf(out: string): string {
  return `${out}.ledger`
}

/** Everything that a build depends on, except the source files, and the schema and language, which are in the index. */
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
