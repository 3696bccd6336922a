/** From the texts that an index is made of to its documents, its schema and what is wrong with them. */
import { relative, resolve } from 'node:path'
import { findFiles, type InputFile } from '../cli/find-files.ts'
import { readInput } from '../cli/input-documents.ts'
import { Survey } from '../cli/survey.ts'
import type { SourceError } from '../readers/source-error.ts'
import type { IndexOptions } from './options.ts'

type Document = Record<string, unknown>

export interface FoundTexts {
  files: InputFile[]
  problems: SourceError[]
}

export interface ReadTexts {
  documents: Document[]
  fields: NonNullable<IndexOptions['fields']>
  storeFields: readonly string[]
  problems: SourceError[]
}

/** The files of an index. Problems name them from the folder that the bundler was started in, as compilers do. */
export function findTexts(options: IndexOptions, root: string): Promise<FoundTexts> {
  return findFiles(operandsOf(options).map(from => relative(process.cwd(), resolve(root, from)) || '.'))
}

export function operandsOf({ from }: IndexOptions): readonly string[] {
  return typeof from === 'string' ? [from] : from
}

/** Reads all files. What can't be read is left out, and told. */
export async function readTexts(files: readonly InputFile[], options: IndexOptions): Promise<ReadTexts> {
  const idField = options.idField ?? 'id'
  const survey = new Survey(idField)
  const documents: Document[] = []
  const onProblem = (problem: SourceError) => survey.problems.push(problem)
  const reasonOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error)
  for await (const document of readInput(files, { idField, onBytes: () => {}, reasonOf, onProblem })) {
    const before = survey.problems.length
    survey.add(document)
    // A second document with an id: the first one stays.
    if (survey.problems.length === before) documents.push({ ...document.source.fields, [idField]: document.id })
  }
  return {
    documents,
    fields: options.fields ?? Object.fromEntries(survey.textFields.map(name => [name, {}])),
    storeFields: options.storeFields ?? survey.fieldNames,
    problems: survey.problems,
  }
}
