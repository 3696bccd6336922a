/** Turns the texts of a build's documents into the words of a file: here in this thread, in `threaded-indexer.ts` in several. */
import { BLOCK_LENGTH } from '../../format/posting-list.ts'
import type { Spool } from '../../format/spool.ts'
import type { Language } from '../../language/language.ts'
import type { InversionOptions } from '../live/inversion.ts'
import { mergeClasses } from '../write/merge-classes.ts'
import { type IndexedField, WordWriter } from '../write/word-writer.ts'
import { RunSource } from './run.ts'
import { normsByDocument, RunBuilder } from './run-builder.ts'

/** The words of all documents, as in the file. */
export interface WrittenWords {
  words: WordWriter
  /** By field: one byte per document. */
  norms: readonly Uint8Array[]
}

export interface TextIndexer {
  /** Adds the texts of a document by field; documents arrive in order of their numbers. Returns a promise if the next one must wait. */
  add(number: number, texts: readonly (readonly string[])[]): Promise<void> | undefined
  /** Writes the words of all documents. */
  finish(fields: readonly IndexedField[], makeSpool: () => Spool): WrittenWords | Promise<WrittenWords>
}

/** In this thread. */
export class LocalIndexer implements TextIndexer {
  private readonly fieldCount: number
  private readonly runs: RunBuilder

  constructor(language: Language, options: InversionOptions, budget: number, makeSpool: () => Spool) {
    this.fieldCount = options.fieldCount
    this.runs = new RunBuilder(language, options, budget, makeSpool)
  }

  add(number: number, texts: readonly (readonly string[])[]): undefined {
    this.runs.add(number, texts)
  }

  finish(fields: readonly IndexedField[], makeSpool: () => Spool): WrittenWords {
    const { fieldCount } = this
    const last = this.runs.inMemory()
    const spilled = this.runs.spilled.map(run => ({ ...run, source: new RunSource(run.spool, fieldCount) }))
    const runs = last === undefined ? spilled : [...spilled, last]
    const norms = normsByDocument(runs, fieldCount)
    const words = new WordWriter(fields, norms, BLOCK_LENGTH, makeSpool)
    words.writeAll(mergeClasses(runs.map(({ source, numbers }) => ({ segment: source, numbers }))))
    return { words, norms }
  }
}
