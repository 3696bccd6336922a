/**
 * What the threads of a build do, each in its turn: read the texts of its share of the documents into runs, and then, when all runs are there, merge the
 * classes of a range of keys into what stands of them in the file. Nothing here knows how threads talk.
 */
import { BLOCK_LENGTH } from '../../format/posting-list.ts'
import type { Spool } from '../../format/spool.ts'
import type { Language } from '../../language/language.ts'
import type { InversionOptions } from '../live/inversion.ts'
import { mergeClasses } from '../write/merge-classes.ts'
import { type IndexedField, WordWriter } from '../write/word-writer.ts'
import { type KeyRange, type Landmark, RunSource } from './run.ts'
import { RunBuilder, type RunDocuments } from './run-builder.ts'
import { ShardWriter, type WordShard } from './word-shard.ts'

/** What tells another thread of the process where a spool is: plain data. */
export type SpoolHandle = Readonly<Record<string, number>>

/** A spool that other threads can read. */
export interface SharedSpool extends Spool {
  readonly handle: SpoolHandle
}

/** What other threads must know of a run to read it. */
export interface SharedRun extends RunDocuments {
  handle: SpoolHandle
  landmarks: readonly Landmark[]
}

/** Of consecutive documents, from number `first` on: their texts by field. */
export interface TextBatch {
  first: number
  texts: readonly (readonly (readonly string[])[])[]
}

/** What the shards are merged from. */
export interface MergePlan {
  runs: readonly Pick<SharedRun, 'handle' | 'landmarks' | 'numbers'>[]
  fields: readonly IndexedField[]
  norms: readonly Uint8Array[]
}

/** Each job with its answer. */
export interface BuildJobs {
  read(batch: TextBatch): void
  /** No texts come any more: all runs of this thread. */
  endRuns(): readonly SharedRun[]
  /** Says what the shards to come are merged from. */
  plan(plan: MergePlan): void
  /** Merges the classes with keys in a range. */
  merge(range: KeyRange): WordShard
}

/** Does the jobs of one thread. */
export class BuildWorker implements BuildJobs {
  private readonly fieldCount: number
  private readonly runs: RunBuilder<SharedSpool>
  private readonly openSpool: (handle: SpoolHandle) => Spool
  private mergePlan: MergePlan = { runs: [], fields: [], norms: [] }

  constructor(
    language: Language,
    options: InversionOptions,
    budget: number,
    makeSpool: () => SharedSpool,
    openSpool: (handle: SpoolHandle) => Spool,
  ) {
    this.fieldCount = options.fieldCount
    this.runs = new RunBuilder(language, options, budget, makeSpool)
    this.openSpool = openSpool
  }

  read({ first, texts }: TextBatch): void {
    texts.forEach((ofDocument, i) => {
      this.runs.add(first + i, ofDocument)
    })
  }

  endRuns(): readonly SharedRun[] {
    this.runs.spill()
    return this.runs.spilled.map(({ spool, ...run }) => ({ ...run, handle: spool.handle }))
  }

  plan(plan: MergePlan): void {
    this.mergePlan = plan
  }

  merge(range: KeyRange): WordShard {
    const { runs, fields, norms } = this.mergePlan
    const sources = runs.map(({ handle, landmarks, numbers }) => ({
      segment: new RunSource(this.openSpool(handle), this.fieldCount, landmarks, range),
      numbers,
    }))
    const shard = new ShardWriter()
    const words = new WordWriter(fields, norms, BLOCK_LENGTH, undefined, shard)
    words.writeAll(mergeClasses(sources))
    return shard.finish(words)
  }
}
