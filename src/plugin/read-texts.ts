/** Reads the texts that an index is made of, as `trouvaille build` does: its documents, its fields and what is wrong with the texts. */
import { relative, resolve } from 'node:path'
import {
  acceptedDocuments,
  chooseFields,
  type FieldChoice,
  type FoundDocument,
  type FoundFiles,
  findFiles,
  readDocuments,
  type SourceError,
  Survey,
} from '../readers/index.ts'
import { type IndexOptions, readOptionsOf } from './options.ts'

export interface ReadTexts {
  documents: Record<string, unknown>[]
  choice: FieldChoice
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

/** Reads all files. What can't be read, or is not what its field takes, is skipped and reported in `problems`. */
export async function readTexts(found: FoundFiles, options: IndexOptions): Promise<ReadTexts> {
  const problems: SourceError[] = []
  const onProblem = (problem: SourceError) => problems.push(problem)
  const survey = new Survey(options.idField)
  const read: FoundDocument[] = []
  for await (const document of readDocuments(found, { ...readOptionsOf(options), onProblem })) {
    survey.add(document)
    read.push(document)
  }
  const { fields, storeFields } = options
  const choice = chooseFields(survey, { fields, storeFields })
  const documents: Record<string, unknown>[] = []
  for await (const { fields } of acceptedDocuments(inOrder(read), choice, onProblem)) documents.push(fields)
  return { documents, choice, problems }
}

async function* inOrder(documents: readonly FoundDocument[]): AsyncGenerator<FoundDocument> {
  yield* documents
}
