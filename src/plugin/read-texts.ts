/** Reads the texts of an index like `trouvaille build`: its documents, its fields and the problems of the texts. */
import { relative, resolve } from 'node:path'
import {
  acceptedDocuments,
  chooseFields,
  type FieldChoice,
  type FoundDocument,
  type FoundFiles,
  findFiles,
  type InputFile,
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

/** The files of an index. In problems, their paths are relative to the folder in which the bundler was started, as in compilers. */
export function findTexts(options: IndexOptions, root: string): Promise<FoundFiles> {
  const paths = pathsOf(options).map(from => relative(process.cwd(), resolve(root, from)) || '.')
  const { include, exclude, follow } = options
  return findFiles(paths, { include, exclude, follow })
}

export function pathsOf({ from }: IndexOptions): readonly string[] {
  return typeof from === 'string' ? [from] : from
}

/** Caches the documents of files, so that only changed files are read again. */
export class ReadCache {
  private files = new Map<string, { bytes: number; modified: number; documents: FoundDocument[] }>()

  /** The documents of an unchanged file. */
  documentsOf({ path, bytes, modified }: InputFile): readonly FoundDocument[] | undefined {
    const known = this.files.get(path)
    return known?.bytes === bytes && known.modified === modified ? known.documents : undefined
  }

  /** Caches the documents of these files. Those in `spoilt` are read again, so that their problems are reported again. */
  keep(files: readonly InputFile[], documents: readonly FoundDocument[], spoilt: ReadonlySet<string>): void {
    const byFile = new Map<string, FoundDocument[]>(files.map(({ path }) => [path, []]))
    for (const document of documents) byFile.get(document.file)?.push(document)
    this.files = new Map(
      files
        .filter(({ path }) => !spoilt.has(path))
        .map(({ path, bytes, modified }) => [path, { bytes, modified, documents: byFile.get(path) ?? [] }]),
    )
  }
}

/** Reads the files, unchanged ones from `cache`. What cannot be read, or is invalid for its field, is skipped and reported in `problems`. */
export async function readTexts(found: FoundFiles, options: IndexOptions, cache = new ReadCache()): Promise<ReadTexts> {
  const problems: SourceError[] = []
  const spoilt = new Set<string>()
  const onProblem = (problem: SourceError) => {
    problems.push(problem)
    spoilt.add(problem.file)
  }
  const survey = new Survey(options.idField)
  const read: FoundDocument[] = []
  const known = new Map<string, FoundDocument>()
  const placeOf = ({ id, file }: Pick<FoundDocument, 'id' | 'file'>) => JSON.stringify([file, id])
  const unchangedDocuments = (file: InputFile) => {
    const documents = cache.documentsOf(file)
    for (const document of documents ?? []) known.set(placeOf(document), document)
    return documents
  }
  const onSkip = ({ file }: { file: string }) => spoilt.add(file)
  for await (const document of readDocuments(found, {
    ...readOptionsOf(options),
    onProblem,
    onSkip,
    unchangedDocuments,
  })) {
    const whole = document.isUnchanged ? (known.get(placeOf(document)) ?? document) : document
    survey.add(whole)
    read.push(whole)
  }
  const { fields, storeFields, sections } = options
  const choice = chooseFields(survey, { fields, storeFields, sections })
  const documents: Record<string, unknown>[] = []
  for await (const { fields } of acceptedDocuments(inOrder(read), choice, onProblem)) documents.push(fields)
  cache.keep(found.files, read, spoilt)
  return { documents, choice, problems }
}

async function* inOrder(documents: readonly FoundDocument[]): AsyncGenerator<FoundDocument> {
  yield* documents
}
