/** Keeps the documents of a build between the survey and indexing, so that each file is read once: in memory, and beyond a budget in a temporary file. */
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { FileSpool } from '../internal-build.ts'
import type { FoundDocument } from '../readers/index.ts'

/** In bytes of source text, roughly. */
const BUDGET = 2 ** 25

/** A document in the file, with its lines as data. */
type Stored = Omit<FoundDocument, 'lineOf'> & { lines: ReadonlyMap<string, number> }

export class DocumentSpool implements AsyncIterable<FoundDocument> {
  private readonly inMemory: FoundDocument[] = []
  /** In bytes of source text, roughly. */
  size = 0
  private spool: FileSpool | undefined
  /** Whether a known document was not read. */
  hasUnread = false

  add(document: FoundDocument): void {
    if (document.isUnchanged) this.hasUnread = true
    this.size += sizeOf(document)
    if (this.size <= BUDGET) this.inMemory.push(document)
    else this.store(document)
  }

  private store({ lineOf, ...document }: FoundDocument): void {
    this.spool ??= new FileSpool(join(tmpdir(), `trouvaille-${randomUUID()}`))
    const lines = new Map(Object.keys(document.fields).map(name => [name, lineOf(name)]))
    const bytes = serialize({ ...document, lines } satisfies Stored)
    const length = Buffer.alloc(4)
    length.writeUInt32LE(bytes.length)
    this.spool.write(length)
    this.spool.write(bytes)
  }

  /** The documents in their order. After the last `add()`. */
  async *[Symbol.asyncIterator](): AsyncGenerator<FoundDocument> {
    yield* this.inMemory
    let rest: Buffer = Buffer.alloc(0)
    for (const chunk of this.spool?.chunks() ?? []) {
      rest = Buffer.concat([rest, chunk])
      let at = 0
      while (rest.length >= at + 4 && rest.length >= at + 4 + rest.readUInt32LE(at)) {
        const end = at + 4 + rest.readUInt32LE(at)
        yield restored(deserialize(rest.subarray(at + 4, end)) as Stored)
        at = end
      }
      rest = rest.subarray(at)
    }
  }

  /** Removes the temporary file. */
  close(): void {
    this.spool?.close()
  }
}

function restored({ lines, ...document }: Stored): FoundDocument {
  return { ...document, lineOf: field => lines.get(field) ?? document.line }
}

function sizeOf({ fields }: FoundDocument): number {
  let size = 100
  for (const value of Object.values(fields)) size += typeof value === 'string' ? 2 * value.length : 100
  return size
}
