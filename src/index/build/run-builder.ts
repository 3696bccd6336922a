/** Turns the texts of documents into runs. What exceeds memory is spilled, so there may be any number of documents. */
import { GrowingUint32Array } from '../../format/growing-array.ts'
import type { Spool } from '../../format/spool.ts'
import type { Language } from '../../language/language.ts'
import { Inversion, type InversionOptions } from '../live/inversion.ts'
import { LogPositionReader, LogPostingCursor } from '../live/log-cursor.ts'
import type { FieldPostings, WordClass } from '../segment.ts'
import type { PostingSource } from '../write/numbered-source.ts'
import { type Landmark, writeRun } from './run.ts'

/** Data about the documents of a run, each with its number in the file. */
export interface RunDocuments {
  numbers: Uint32Array
  /** By field: one byte per document. */
  norms: readonly Uint8Array[]
}

/** A run in its spool. */
export interface SpilledRun<Place extends Spool = Spool> extends RunDocuments {
  spool: Place
  landmarks: readonly Landmark[]
}

export class RunBuilder<Place extends Spool = Spool> {
  readonly spilled: SpilledRun<Place>[] = []

  private readonly language: Language
  private readonly options: InversionOptions
  private readonly budget: number
  private readonly makeSpool: () => Place
  private inversion: Inversion
  private readonly numbers = new GrowingUint32Array()

  /** `budget`: the maximum memory in bytes for the postings and words of a run. */
  constructor(language: Language, options: InversionOptions, budget: number, makeSpool: () => Place) {
    this.language = language
    this.options = options
    this.budget = budget
    this.makeSpool = makeSpool
    this.inversion = new Inversion(language, options)
  }

  /** Adds the texts of a document by field. `number` is its number in the file, greater than all previous ones. */
  add(number: number, texts: readonly (readonly string[])[]): void {
    this.numbers.push(number)
    this.inversion.add(texts)
    if (this.inversion.byteLength > this.budget) this.spill()
  }

  /** Spills the data in memory, if any. */
  spill(): void {
    if (this.inversion.documentCount === 0) return
    const spool = this.makeSpool()
    const landmarks = writeRun(this.inversion, this.options.fieldCount, spool)
    this.spilled.push({ spool, landmarks, ...this.documents() })
    this.inversion = new Inversion(this.language, this.options)
    this.numbers.length = 0
  }

  /** The run in memory; undefined if all were spilled. It accepts no more documents. */
  inMemory(): ({ source: PostingSource } & RunDocuments) | undefined {
    const { inversion } = this
    return inversion.documentCount === 0 ? undefined : { source: new InversionSource(inversion), ...this.documents() }
  }

  /** As copies, because they are views of larger, growing arrays. */
  private documents(): RunDocuments {
    return {
      numbers: this.numbers.values.slice(0, this.numbers.length),
      norms: this.inversion.norms.map(norms => norms.slice()),
    }
  }
}

/** An inversion, read while it is merged. */
class InversionSource implements PostingSource {
  private readonly inversion: Inversion
  private readonly cursor = new LogPostingCursor()
  private readonly positionReader = new LogPositionReader()

  constructor(inversion: Inversion) {
    this.inversion = inversion
  }

  classes(): Iterable<WordClass> {
    return this.inversion.classes()
  }

  postings(postings: FieldPostings): LogPostingCursor {
    return this.cursor.openList(this.inversion.log, postings)
  }

  positions(postings: FieldPostings): LogPositionReader {
    return this.positionReader.openList(this.inversion.log, postings)
  }
}

/** By field: the norms of all documents in the order of their numbers, from runs that have all of them. */
export function normsByDocument(runs: readonly RunDocuments[], fieldCount: number): Uint8Array<ArrayBuffer>[] {
  const count = runs.reduce((sum, { numbers }) => sum + numbers.length, 0)
  return Array.from({ length: fieldCount }, (_, field) => {
    const whole = new Uint8Array(count)
    for (const run of runs) {
      const bytes = run.norms[field]
      for (let i = 0; i < bytes.length; i++) whole[run.numbers[i]] = bytes[i]
    }
    return whole
  })
}
