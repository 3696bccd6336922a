/**
 * Reads the texts of a build in several threads. Each reads batches of documents into its own runs; then each merges ranges of keys, which this thread appends
 * in order. The file does not depend on how documents were distributed, because writing is merging (law 3).
 */
import { BLOCK_LENGTH } from '../../format/posting-list.ts'
import { compareBytes } from '../../format/sorted-table.ts'
import type { Spool } from '../../format/spool.ts'
import { type IndexedField, WordWriter } from '../write/word-writer.ts'
import type { BuildJobs, SharedRun, TextBatch } from './build-jobs.ts'
import type { KeyRange, Landmark } from './run.ts'
import { normsByDocument } from './run-builder.ts'
import type { TextIndexer, WrittenWords } from './text-indexer.ts'
import { appendShard, type WordShard } from './word-shard.ts'

/** A thread that does jobs in order. */
export type BuildThread = {
  [Job in keyof BuildJobs]: (...input: Parameters<BuildJobs[Job]>) => Promise<ReturnType<BuildJobs[Job]>>
}

/** Large enough that the transfer of a batch costs little. */
const BATCH_LENGTH = 1 << 18
/** The number of batches that a thread may have: one to read, and one so that it never waits. */
const MOST_BATCHES = 2
/** The number of ranges per thread: some take longer than their size suggests. */
const SHARDS_A_THREAD = 4
/** The maximum bytes of runs for a shard: shards are in memory while they wait for earlier ones. */
const SHARD_LENGTH = 1 << 23

export class ThreadedIndexer implements TextIndexer {
  private readonly threads: readonly BuildThread[]
  private readonly fieldCount: number
  private readonly batchLength: number
  /** Of each thread. */
  private readonly batches: number[]
  private batch: { first: number; texts: TextBatch['texts'][number][]; length: number } | undefined
  private failure: { error: unknown } | undefined
  /** Called when a thread has read a batch, or failed. */
  private wake: (() => void) | undefined

  /** `batchLength`: the minimum number of characters in a batch. */
  constructor(threads: readonly BuildThread[], fieldCount: number, batchLength = BATCH_LENGTH) {
    this.threads = threads
    this.fieldCount = fieldCount
    this.batchLength = batchLength
    this.batches = threads.map(() => 0)
  }

  add(number: number, texts: readonly (readonly string[])[]): Promise<void> | undefined {
    this.batch ??= { first: number, texts: [], length: 0 }
    this.batch.texts.push(texts)
    for (const ofField of texts) for (const text of ofField) this.batch.length += text.length
    return this.batch.length < this.batchLength ? undefined : this.deal()
  }

  /** Passes the batch to the thread with the fewest, when one is free. */
  private async deal(): Promise<void> {
    const { batch, batches } = this
    this.batch = undefined
    if (batch === undefined) return
    while (this.failure === undefined && Math.min(...batches) >= MOST_BATCHES) {
      await new Promise<void>(resolve => {
        this.wake = resolve
      })
    }
    if (this.failure !== undefined) throw this.failure.error
    const thread = batches.indexOf(Math.min(...batches))
    batches[thread]++
    this.threads[thread]
      .read({ first: batch.first, texts: batch.texts })
      .catch((error: unknown) => {
        this.failure ??= { error }
      })
      .finally(() => {
        batches[thread]--
        this.wake?.()
      })
  }

  async finish(fields: readonly IndexedField[], makeSpool: () => Spool): Promise<WrittenWords> {
    await this.deal()
    // A thread that failed while it read fails here, too.
    const runs = (await Promise.all(this.threads.map(thread => thread.endRuns()))).flat()
    if (this.failure !== undefined) throw this.failure.error
    const norms = normsByDocument(runs, this.fieldCount)
    const sources = runs.map(({ handle, landmarks, numbers }) => ({ handle, landmarks, numbers }))
    await Promise.all(this.threads.map(thread => thread.plan({ runs: sources, fields, norms })))
    const words = new WordWriter(fields, norms, BLOCK_LENGTH, makeSpool)
    for await (const shard of this.merged(rangesOf(runs, this.threads.length * SHARDS_A_THREAD))) {
      appendShard(shard, words)
    }
    return { words, norms }
  }

  /** The shards in order. The threads take ranges in turn, and each has its next one queued. */
  private async *merged(ranges: readonly KeyRange[]): AsyncGenerator<WordShard> {
    const { threads } = this
    const pending: Promise<WordShard>[] = []
    const start = (thread: BuildThread, shard: number) => {
      pending[shard] = thread.merge(ranges[shard])
      // The code that awaits it throws; until then the rejection must not be unhandled.
      pending[shard].catch(() => {})
    }
    ranges.slice(0, threads.length * 2).forEach((_, shard) => {
      start(threads[shard % threads.length], shard)
    })
    for (let shard = 0; shard < ranges.length; shard++) {
      const merged = await pending[shard]
      delete pending[shard]
      const next = shard + threads.length * 2
      if (next < ranges.length) start(threads[next % threads.length], next)
      yield merged
    }
  }
}

/** Divides the keys into ranges of about equal size, at landmarks of the runs. */
function rangesOf(runs: readonly SharedRun[], count: number): KeyRange[] {
  const landmarks: Landmark[] = runs.flatMap(({ landmarks }) => landmarks)
  // Landmarks have about the same distance in all runs.
  landmarks.sort((a, b) => compareBytes(a.key, b.key))
  const bytes = runs.reduce((sum, { landmarks }) => sum + (landmarks.at(-1)?.offset ?? 0), 0)
  const shards = Math.max(count, Math.ceil(bytes / SHARD_LENGTH))
  const cuts: Uint8Array[] = []
  if (landmarks.length === 0) return []
  for (let shard = 1; shard < shards; shard++) {
    const { key } = landmarks[Math.floor((shard * landmarks.length) / shards)]
    if (compareBytes(key, cuts.at(-1) ?? landmarks[0].key) > 0) cuts.push(key)
  }
  return Array.from({ length: cuts.length + 1 }, (_, i) => ({ from: cuts[i - 1], to: cuts[i] }))
}
