/**
 * The work of the threads of a build. First, each reads the texts of its share of the documents into runs. When all runs exist, each merges the classes of
 * ranges of keys into the bytes for the file. Nothing here knows how threads communicate.
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

/** Lets another thread of the process find a spool: plain data. */
export type SpoolHandle = Readonly<Record<string, number>>

/** A spool that other threads can read. */
export interface SharedSpool extends Spool {
  readonly handle: SpoolHandle
}

/** What other threads need to read a run. */
export interface SharedRun extends RunDocuments {
  handle: SpoolHandle
  landmarks: readonly Landmark[]
}

/** The texts of consecutive documents from number `first` on, by field. */
export interface TextBatch {
  first: number
  texts: readonly (readonly (readonly string[])[])[]
}

/** The sources to merge into shards. */
export interface MergePlan {
  runs: readonly Pick<SharedRun, 'handle' | 'landmarks' | 'numbers'>[]
  fields: readonly IndexedField[]
  norms: readonly Uint8Array[]
}

/** The jobs and their results. */
export interface BuildJobs {
  read(batch: TextBatch): void
  /** Ends the texts. Returns all runs of this thread. */
  endRuns(): readonly SharedRun[]
  /** Sets the sources of the following shards. */
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
