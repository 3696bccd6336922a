/** From the texts that an index is made of to its documents, its schema and what is wrong with them: as `trouvaille build` goes about it. */
import { relative, resolve } from 'node:path'
import type { ColumnOptions, ColumnType, TextFieldOptions } from '../index.ts'
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
import { type IndexOptions, isColumn } from './options.ts'

export interface ReadTexts {
  documents: Record<string, unknown>[]
  fields: NonNullable<IndexOptions['fields']>
  storeFields: readonly string[]
  problems: SourceError[]
}

/** The files of an index. Problems name them from the folder that the bundler was started in, as compilers do. */
export function findTexts(options: IndexOptions, root: string): Promise<FoundFiles> {
  const paths = pathsOf(options).map(from => relative(process.cwd(), resolve(root, from)) || '.')
  const { include, exclude } = options
  return findFiles(paths, { include, exclude })
}

export function pathsOf({ from }: IndexOptions): readonly string[] {
  return typeof from === 'string' ? [from] : from
}

/** What readers are told. */
export function readOptionsOf({
  from,
  fields,
  storeFields,
  load,
  strict,
  french,
  ...options
}: IndexOptions): ReadOptions {
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
  const { texts, columns } = fieldsOf(options, survey)
  const wanted = { idField, fields: texts.map(([name]) => name), columns: typesOf(columns) }
  const documents: Record<string, unknown>[] = []
  for await (const { fields } of acceptedDocuments(inOrder(read), wanted, onProblem)) documents.push(fields)
  return {
    documents,
    fields: Object.fromEntries([...texts, ...columns]),
    storeFields: options.storeFields ?? survey.fieldNames,
    problems,
  }
}

async function* inOrder(documents: readonly FoundDocument[]): AsyncGenerator<FoundDocument> {
  yield* documents
}

type Said<Options> = [name: string, options: Options][]

/** The fields to search, those that were found where none was named, and the columns. */
function fieldsOf(
  { fields = {} }: IndexOptions,
  survey: Survey,
): { texts: Said<TextFieldOptions>; columns: Said<ColumnOptions> } {
  const said: [string, TextFieldOptions | ColumnOptions][] = Array.isArray(fields)
    ? fields.map(name => [name, {}])
    : Object.entries(fields)
  const texts: Said<TextFieldOptions> = []
  const columns: Said<ColumnOptions> = []
  for (const [name, options] of said) {
    if (isColumn(options)) columns.push([name, options])
    else texts.push([name, options])
  }
  if (texts.length > 0) return { texts, columns }
  const others = survey.textFields.filter(name => !columns.some(([column]) => column === name))
  return { texts: others.map(name => [name, {}]), columns }
}

function typesOf(columns: Said<ColumnOptions>): Map<string, ColumnType> {
  return new Map(columns.map(([name, { type }]) => [name, type]))
}
