/** From the texts that an index is made of to its documents, its schema and what is wrong with them: as `trouvaille build` goes about it. */
import { relative, resolve } from 'node:path'
import type { ColumnType } from '../index.ts'
import {
  acceptedDocuments,
  type FoundDocument,
  type FoundFiles,
  findFiles,
  type ReadOptions,
  readDocuments,
  type SourceError,
  Survey,
} from '../readers/index.ts'
import type { IndexOptions } from './options.ts'

export interface ReadTexts {
  documents: Record<string, unknown>[]
  fields: NonNullable<IndexOptions['fields']>
  storeFields: readonly string[]
  problems: SourceError[]
}

/** The files of an index. Problems name them from the folder that the bundler was started in, as compilers do. */
export function findTexts(options: IndexOptions, root: string): Promise<FoundFiles> {
  const paths = pathsOf(options).map(from => relative(process.cwd(), resolve(root, from)) || '.')
  return findFiles(paths, readOptionsOf(options))
}

export function pathsOf({ from }: IndexOptions): readonly string[] {
  return typeof from === 'string' ? [from] : from
}

/** What readers are told. */
export function readOptionsOf({ from, fields, storeFields, load, strict, ...options }: IndexOptions): ReadOptions {
  return options
}

/** Reads all files. What can't be read, or is not what its field takes, is left out and told. */
export async function readTexts(found: FoundFiles, options: IndexOptions): Promise<ReadTexts> {
  const { idField = 'id' } = options
  const problems: SourceError[] = []
  const onProblem = (problem: SourceError) => problems.push(problem)
  const survey = new Survey(idField)
  const read: FoundDocument[] = []
  for await (const document of readDocuments(found, { ...readOptionsOf(options), onProblem })) {
    survey.add(document)
    read.push(document)
  }
  const fields = options.fields ?? Object.fromEntries(survey.textFields.map(name => [name, {}]))
  const documents: Record<string, unknown>[] = []
  for await (const { fields: taken } of acceptedDocuments(inOrder(read), { idField, ...wantedOf(fields) }, onProblem)) {
    documents.push(taken)
  }
  return { documents, fields, storeFields: options.storeFields ?? survey.fieldNames, problems }
}

async function* inOrder(documents: readonly FoundDocument[]): AsyncGenerator<FoundDocument> {
  yield* documents
}

/** Which fields are text, and which are columns. */
function wantedOf(fields: ReadTexts['fields']): { fields: string[]; columns: Map<string, ColumnType> } {
  if (Array.isArray(fields)) return { fields, columns: new Map() }
  const texts: string[] = []
  const columns = new Map<string, ColumnType>()
  for (const [name, said] of Object.entries(fields)) {
    const type = said?.type ?? 'text'
    if (type === 'text') texts.push(name)
    else columns.set(name, type)
  }
  return { fields: texts, columns }
}
