/** What a reader gives, as it is sent from one thread to another: errors and functions cannot be. */
import type { Problem } from './problem.ts'
import { Skip, type SkipReason } from './skip.ts'
import type { SourceDocument } from './source.ts'
import { SourceError } from './source-error.ts'

/** A document, a problem, or what is skipped on purpose. */
export type SentReading =
  | { document: Omit<SourceDocument, 'lineOf'>; lines: ReadonlyMap<string, number> }
  | { problem: Problem; line: number | undefined }
  | { reason: SkipReason; detail: string | undefined }

export function sentReading(read: SourceDocument | SourceError | Skip): SentReading {
  if (read instanceof SourceError) return { problem: read.problem, line: read.line }
  if (read instanceof Skip) return { reason: read.reason, detail: read.detail }
  const { lineOf, ...document } = read
  return { document, lines: new Map(Object.keys(read.fields).map(field => [field, lineOf(field)])) }
}

/** `file`: how messages name the file. */
export function receivedReading(sent: SentReading, file: string): SourceDocument | SourceError | Skip {
  if ('problem' in sent) return new SourceError(file, sent.line, sent.problem)
  if ('reason' in sent) return new Skip(file, sent.reason, sent.detail)
  const { document, lines } = sent
  return { ...document, lineOf: field => lines.get(field) ?? document.line }
}
