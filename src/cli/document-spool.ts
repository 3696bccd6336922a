/** The documents of a build between the first look at them and their way into the index, so that each file is read once: in memory, and beyond a budget in a temporary file. */
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { FoundDocument } from '../readers/index.ts'

/** In bytes of source text, roughly. */
const BUDGET = 2 ** 25

/** What is left of a document in a file: its lines are data there. */
type Stored = Omit<FoundDocument, 'lineOf'> & { lines: Record<string, number> }

export class DocumentSpool implements AsyncIterable<FoundDocument> {
  private readonly inMemory: FoundDocument[] = []
  /** In bytes of source text, roughly. */
  size = 0
  private folder: string | undefined
  private file: WriteStream | undefined
  /** Whether a document was known and not read. */
  hasUnread = false

  async add(document: FoundDocument): Promise<void> {
    if (document.isUnchanged) this.hasUnread = true
    this.size += sizeOf(document)
    if (this.size <= BUDGET) this.inMemory.push(document)
    else await this.store(document)
  }

  private async store({ lineOf, ...document }: FoundDocument): Promise<void> {
    if (this.file === undefined) {
      this.folder = await mkdtemp(join(tmpdir(), 'trouvaille-'))
      this.file = createWriteStream(join(this.folder, 'documents'))
    }
    const lines = Object.fromEntries(Object.keys(document.fields).map(name => [name, lineOf(name)]))
    const bytes = serialize({ ...document, lines } satisfies Stored)
    const length = Buffer.alloc(4)
    length.writeUInt32LE(bytes.length)
    this.file.write(length)
    if (!this.file.write(bytes)) await new Promise<void>(resolve => this.file?.once('drain', () => resolve()))
  }

  /** The documents in their order. After the last `add()`. */
  async *[Symbol.asyncIterator](): AsyncGenerator<FoundDocument> {
    yield* this.inMemory
    const { file } = this
    if (file === undefined) return
    if (!file.writableEnded) await new Promise<void>((resolve, reject) => file.once('error', reject).end(resolve))
    let rest: Buffer = Buffer.alloc(0)
    for await (const chunk of createReadStream(String(file.path))) {
      rest = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer])
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
  async close(): Promise<void> {
    this.file?.destroy()
    if (this.folder !== undefined) await rm(this.folder, { recursive: true, force: true })
  }
}

function restored({ lines, ...document }: Stored): FoundDocument {
  return { ...document, lineOf: field => lines[field] ?? document.line }
}

function sizeOf({ fields }: FoundDocument): number {
  let size = 100
  for (const value of Object.values(fields)) size += typeof value === 'string' ? 2 * value.length : 100
  return size
}
