/** The documents of all input files, one after the other, with their ids. Read twice: for the survey, and for the index. */

import type { DocumentId } from '../index.ts'
import { typeOfValue } from '../readers/problem.ts'
import type { SourceDocument } from '../readers/source.ts'
import { SourceError } from '../readers/source-error.ts'
import { diskFile, type SystemReason } from './disk-file.ts'
import type { InputFile } from './find-files.ts'

export interface InputDocument {
  id: DocumentId
  file: string
  source: SourceDocument
}

export interface ReadOptions {
  idField: string
  onBytes: (bytes: number) => void
  reasonOf: SystemReason
  /** Called for each problem; what stands behind it in the file may be lost, other files are read on. */
  onProblem: (problem: SourceError) => void
}

/** Reads the files in order. */
export async function* readInput(files: readonly InputFile[], options: ReadOptions): AsyncGenerator<InputDocument> {
  const { idField, onBytes, reasonOf, onProblem } = options
  for (const { path, reader, id: ownId } of files) {
    try {
      for await (const source of reader.read(diskFile(path, onBytes, reasonOf))) {
        const id = idOf(source, idField, path, ownId)
        if (id instanceof SourceError) onProblem(id)
        else yield { id, file: path, source }
      }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      onProblem(error)
    }
  }
}

function idOf(source: SourceDocument, field: string, file: string, ownId: string): DocumentId | SourceError {
  const id = source.fields[field]
  if ((typeof id === 'string' && id !== '') || (typeof id === 'number' && Number.isFinite(id))) return id
  if (id !== undefined && id !== null) {
    return new SourceError(file, source.lineOf(field), { kind: 'wrong-id', field, found: typeOfValue(id) })
  }
  return source.isWholeFile ? ownId : new SourceError(file, source.line, { kind: 'missing-id', field })
}
