/** Builds a file from its previous version: unchanged parts are copied, and only changed documents are read. */
import { checkOptions } from '../../check-options.ts'
import { DuplicateIdError, InvalidOptionError, UnknownDocumentError } from '../../errors.ts'
import { BLOCK_LENGTH } from '../../format/posting-list.ts'
import { areEqualDefinitions, checkLanguage } from '../../language/definition.ts'
import type { Language } from '../../language/language.ts'
import type { DocumentId, ReadDocument } from '../../schema/document.ts'
import { readDocuments } from '../../schema/read-documents.ts'
import { makeSchema, type Schema } from '../../schema/schema.ts'
import { checkBudget } from '../index-options.ts'
import { LiveSegment } from '../live/live-segment.ts'
import { PackedSegment } from '../packed/packed-segment.ts'
import type { Segment } from '../segment.ts'
import { SegmentView } from '../segment-view.ts'
import { REMOVED, type Source } from '../write/numbered-source.ts'
import { writeSegment, writeSources } from '../write/write-segment.ts'
import { BUILD_OPTIONS, type BuildOptionsWithLanguage, type BuiltIndex } from './index-builder.ts'

/** Stands for a document that the old file has: what `unchanged()` returns. */
export class Unchanged {
  /** The id of the document. */
  readonly id: DocumentId

  constructor(id: DocumentId) {
    this.id = id
  }
}

/**
 * Stands for a document that has not changed, among those that `updateIndexFile()` is given: it is copied from the old file.
 *
 * @param id the id of the document
 * @example
 * await updateIndexFile<Article>('public/search.trv', [unchanged('a'), article, unchanged('c')], { fields: ['title', 'body'] })
 */
export function unchanged(id: DocumentId): Unchanged {
  return new Unchanged(id)
}

/** The counts of an index that was updated. */
export interface UpdatedIndex extends BuiltIndex {
  /** How many of the documents were copied from the old index. */
  unchanged: number
}

/** Whether these are the bytes of an index file of this version built with these options. @throws InvalidOptionError if the options are invalid */
export function isMadeWith<T>(bytes: Uint8Array, options: BuildOptionsWithLanguage<T>): boolean {
  checkOptions(options, BUILD_OPTIONS)
  let file: PackedSegment
  try {
    file = new PackedSegment(bytes)
  } catch {
    return false
  }
  return isWrittenWith(file, makeSchema(options), checkLanguage(options.language))
}

function isWrittenWith({ metadata, definition }: PackedSegment, schema: Schema, language: Language): boolean {
  return (
    metadata.blockLength === BLOCK_LENGTH &&
    areEqualDefinitions(definition, language.definition) &&
    told(metadata.schema) === told(schema)
  )
}

/** Equal for equal schemas. */
function told({ idField, fields, columns, storeFields, stopWordPositions }: Schema): string {
  const texts = fields.map(({ name, boost, title }) => [name, boost, title])
  return JSON.stringify([idField, texts, columns.map(({ name, type }) => [name, type]), storeFields, stopWordPositions])
}

/**
 * The bytes of a complete build from all documents, where `unchanged` documents come from the file with the given bytes.
 *
 * @throws InvalidOptionError, InvalidDocumentError, DuplicateIdError, UnknownDocumentError, CorruptIndexError, QueryAbortedError
 */
export async function updateBytes<T extends object>(
  bytes: Uint8Array,
  documents: Iterable<T | Unchanged> | AsyncIterable<T | Unchanged>,
  options: BuildOptionsWithLanguage<T>,
): Promise<UpdatedIndex & { file: Uint8Array }> {
  checkOptions(options, BUILD_OPTIONS)
  const file = new PackedSegment(bytes)
  const schema = makeSchema(options)
  const language = checkLanguage(options.language)
  if (!isWrittenWith(file, schema, language)) {
    throw new InvalidOptionError(
      'options',
      options,
      'the fields, stored fields and language that the file was built with',
    )
  }
  const update = new Update(file, schema, language, checkBudget(options.memoryBudget))
  const read = async function* () {
    for await (const document of documents) {
      if (document instanceof Unchanged) update.keep(document.id)
      else yield document
    }
  }
  await readDocuments(read(), schema, options, document => update.add(document), language)
  if (update.count === 0) throw new InvalidOptionError('documents', documents, 'at least one document')
  options.onProgress?.({ added: update.count })
  const written = writeSources(update.sources(), schema, language)
  const { wordCount: words } = new PackedSegment(written)
  return { documents: update.count, words, bytes: written.length, unchanged: update.kept, file: written }
}

/** Collects the documents, those of the file and new ones, each with its new number. */
class Update {
  kept = 0
  private readonly schema: Schema
  private readonly language: Language
  private readonly budget: number
  private readonly file: Source
  private readonly documents = new Map<DocumentId, number>()
  private readonly added: Source[] = []
  private readonly addedIds = new Set<DocumentId>()
  private live: { segment: LiveSegment; numbers: number[] } | undefined

  constructor(file: PackedSegment, schema: Schema, language: Language, budget: number) {
    this.schema = schema
    this.language = language
    this.budget = budget
    this.file = { segment: file, numbers: new Uint32Array(file.documentCount).fill(REMOVED) }
    for (let document = 0; document < file.documentCount; document++) this.documents.set(file.id(document), document)
  }

  get count(): number {
    return this.kept + this.addedIds.size
  }

  keep(id: DocumentId): void {
    const document = this.documents.get(id)
    if (document === undefined) throw new UnknownDocumentError(id)
    if (this.addedIds.has(id) || this.file.numbers[document] !== REMOVED) throw new DuplicateIdError(id)
    this.file.numbers[document] = this.count
    this.kept++
  }

  add(document: ReadDocument): void {
    const known = this.documents.get(document.id)
    if (this.addedIds.has(document.id) || (known !== undefined && this.file.numbers[known] !== REMOVED)) {
      throw new DuplicateIdError(document.id)
    }
    this.live ??= { segment: new LiveSegment(this.language, this.schema), numbers: [] }
    this.live.numbers.push(this.count)
    this.addedIds.add(document.id)
    this.live.segment.add(document)
    if (this.live.segment.byteLength > this.budget) this.settle()
  }

  /** Appends the added documents to the other sources, packed if more follow. */
  private settle(): void {
    if (this.live === undefined) return
    const { segment, numbers } = this.live
    const packed = writeSegment([new SegmentView(segment)], this.schema, this.language)
    this.added.push({ segment: new PackedSegment(packed), numbers: Uint32Array.from(numbers) })
    this.live = undefined
  }

  sources(): Source<Segment>[] {
    const last = this.live && { segment: this.live.segment, numbers: Uint32Array.from(this.live.numbers) }
    return [this.file, ...this.added, ...(last === undefined ? [] : [last])]
  }
}
