/** Writes documents to an index on a cluster. Their words are written to the dictionary first, so that no document has a word that cannot be found. */
import type { Language } from '../language/language.ts'
import type { DocumentId } from '../schema/document.ts'
import type { Schema } from '../schema/schema.ts'
import { fold, pieceOf } from '../text/fold.ts'
import { hash } from '../text/hash.ts'
import { bare } from '../text/language-mark.ts'
import { type BulkLimits, BulkWriter, type Fate } from './bulk-writer.ts'
import { type Cluster, write } from './cluster.ts'
import { DocumentEncoder, type EncodedDocument } from './encode-document.ts'
import { clusterId, type IndexNames, pathsOf } from './index-names.ts'
import { keyToken } from './tokens.ts'

/**
 * What became of the documents of a call: what `addAll()` returns.
 *
 * @example
 * const { added, rejected } = await index.addAll(articles)
 */
export interface WriteReport {
  /** The number of documents that were written. */
  added: number
  /** How many of them were sent more than once, because the cluster could not take them at first. */
  retried: number
  /** The number of documents that were not written because the index has a newer version of them. */
  superseded: number
  /** The documents that were refused, each with the reason. */
  rejected: RejectedDocument[]
}

/** The outcome, and the documents that were rejected because they were encoded for another index. */
export interface WriteResult extends WriteReport {
  misdirected: { document: unknown; order: number; reason: string }[]
}

/** A document that the cluster refused. */
export interface RejectedDocument {
  /** Its id; `undefined` if it has none. */
  id: DocumentId | undefined
  /** Why it was refused. */
  reason: string
}

/**
 * Another index has replaced this one: the object that documents are encoded into has a different name in each index, and the old dictionary may have been deleted.
 * A cluster without this index refuses in the same way.
 */
const OTHER_INDEX = new Set(['strict_dynamic_mapping_exception', 'index_not_found_exception'])
/** How many words are cached as being in the dictionary. */
const MOST_KNOWN = 1_000_000
/** The words of this many documents are written together. */
const DOCUMENTS_PER_STEP = 256

export class IndexWriter {
  private readonly cluster: Cluster
  private readonly names: IndexNames
  private readonly encoder: DocumentEncoder
  private readonly language: Language
  private readonly idField: string
  /** Words known to be in the dictionary. */
  private readonly known = new Set<string>()
  /** Where documents are written: the alias, so that an index that replaces this one receives or rejects them. */
  private readonly target: string
  private readonly isAlias: boolean

  /** `into`: default: the alias. */
  constructor(cluster: Cluster, names: IndexNames, schema: Schema, language: Language, into?: string) {
    this.cluster = cluster
    this.names = names
    this.language = language
    this.idField = schema.idField
    this.encoder = new DocumentEncoder(schema, language, names.root, pathsOf(names.root))
    this.target = into ?? names.alias
    this.isAlias = into === undefined
  }

  /**
   * Writes documents, each with the order that `orderOf` returns. `onRejected` is called immediately for those that the schema or the cluster rejects. If some were
   * encoded for another index, no more documents are taken.
   *
   * @throws what stops everything: the signal, a cluster that rejects every request
   */
  async addAll(
    documents: Iterable<unknown> | AsyncIterable<unknown>,
    limits: BulkLimits,
    orderOf: (document: unknown) => number,
    onRejected?: (rejected: RejectedDocument) => void,
    onProgress?: (progress: { added: number }) => void,
  ): Promise<WriteResult> {
    const report: WriteResult = { added: 0, retried: 0, superseded: 0, rejected: [], misdirected: [] }
    const reject = (id: DocumentId | undefined, reason: string) => {
      const rejected = { id, reason }
      report.rejected.push(rejected)
      onRejected?.(rejected)
    }
    const writer = new BulkWriter(this.cluster, limits)
    let step: { encoded: EncodedDocument; json: string; id: DocumentId; order: number; document: unknown }[] = []
    const flush = async () => {
      const taken = step
      step = []
      const lost = await this.addWords(
        taken.map(({ encoded }) => encoded),
        limits,
      )
      for (const { encoded, json, id, order, document } of taken) {
        if (lost !== undefined) {
          const reason = `its words could not be written: ${lost.reason}`
          take({ ...lost, reason }, id, document, order)
        } else await writer.add(this.action('index', encoded.id, order), json, fate => take(fate, id, document, order))
      }
      onProgress?.({ added: report.added })
    }
    const take = (fate: Fate, id: DocumentId, document: unknown, order: number) => {
      if (fate.kind === 'rejected') {
        if (!OTHER_INDEX.has(fate.type)) return reject(id, fate.reason)
        return void report.misdirected.push({ document, order, reason: fate.reason })
      }
      if (fate.kind === 'superseded' && !fate.isRetried) report.superseded++
      else report.added++
      if (fate.isRetried) report.retried++
    }
    let bytes = 0
    for await (const document of documents) {
      const order = orderOf(document)
      const id = (document as Record<string, DocumentId> | null)?.[this.idField]
      let encoded: EncodedDocument
      let json: string
      try {
        encoded = this.encoder.encode(document, order)
        json = write(encoded.source)
      } catch (error) {
        reject(id, (error as Error).message)
        continue
      }
      bytes += json.length
      step.push({ encoded, json, id: id as DocumentId, order, document })
      if (step.length >= DOCUMENTS_PER_STEP || bytes >= limits.maxBytes) {
        bytes = 0
        await flush()
        // The caller finds the other index before it takes more documents, whose number has no bound.
        if (report.misdirected.length > 0) break
      }
    }
    if (step.length > 0) await flush()
    await writer.end()
    onProgress?.({ added: report.added })
    return report
  }

  async remove(
    ids: Iterable<DocumentId>,
    limits: BulkLimits,
    orderOf: () => number,
  ): Promise<{ rejected: RejectedDocument[] }> {
    const rejected: RejectedDocument[] = []
    const writer = new BulkWriter(this.cluster, limits)
    for (const id of ids) {
      const name = clusterId(id)
      if (name === undefined) continue
      await writer.add(this.action('delete', name, orderOf()), undefined, fate => {
        if (fate.kind === 'rejected') rejected.push({ id, reason: fate.reason })
      })
    }
    await writer.end()
    return { rejected }
  }

  private action(kind: 'index' | 'delete', _id: string, version: number): object {
    return {
      [kind]: {
        _index: this.target,
        _id,
        version,
        version_type: 'external_gte',
        ...(this.isAlias && { require_alias: true }),
      },
    }
  }

  /** Writes the words that the dictionary may not have. Returns the rejection of one if it could not. */
  private async addWords(documents: readonly EncodedDocument[], limits: BulkLimits): Promise<Rejection | undefined> {
    const uses = new Map<string, number>()
    for (const { words } of documents) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1)
    const writer = new BulkWriter(this.cluster, { ...limits, concurrency: 1 })
    let lost: Rejection | undefined
    const written: string[] = []
    for (const [word, count] of uses) {
      if (this.known.has(word)) continue
      const folded = fold(word)
      const source = { word, key: keyToken(this.language.key(word)), folded, piece: pieceOf(bare(folded)), uses: count }
      const action = { create: { _index: this.names.wordsToWrite, _id: wordId(word), require_alias: true } }
      await writer.add(action, write(source), fate => {
        if (fate.kind === 'rejected') lost ??= fate
        else written.push(word)
      })
    }
    await writer.end()
    if (this.known.size + written.length > MOST_KNOWN) this.known.clear()
    for (const word of written) this.known.add(word)
    return lost
  }
}

type Rejection = Extract<Fate, { kind: 'rejected' }>

/** Ids have at most 512 bytes. */
function wordId(word: string): string {
  return word.length <= 120 ? `=${word}` : `~${word.slice(0, 100)}${hash(word)}${hash([...word].reverse().join(''))}`
}
