/** The golden files: index files as they were written once, each with what it was made of and what it answered (index-data/golden/README.md). */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GrowingSegmentList } from '../../src/index/growing-segment-list.ts'
import { writeSegment } from '../../src/index/write/write-segment.ts'
import type { Language } from '../../src/language/language.ts'
import { french } from '../../src/languages/french/french.ts'
import { type DocumentId, readDocument } from '../../src/schema/document.ts'
import type { Editorial } from '../../src/schema/editorial.ts'
import { makeSchema } from '../../src/schema/schema.ts'
import type { SchemaOptions } from '../../src/schema/schema-types.ts'
import type { SearchOptions } from '../../src/search/search-options.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { plainLanguage } from './plain-language.ts'

type Fields = Record<string, unknown>

export interface GoldenAnswer {
  total: number
  hits: { id: DocumentId; score: number }[]
  facets?: unknown
}

/** What a file was made of. */
export interface GoldenSource {
  /** What the file is there for. */
  about: string
  /** `plain` is a language of the tests, which never changes; French does. */
  language: 'plain' | 'french'
  schema: SchemaOptions<Fields> & { editorial?: Editorial }
  blockLength: number
  documents: Fields[]
  /** Taken out again before the file was written. */
  removed: DocumentId[]
  questions: { question: string; options?: SearchOptions<Fields> }[]
}

/** The same with what it answered, in the order of its questions. */
export type Golden = GoldenSource & { answers: GoldenAnswer[] }

/** A version of the format that is in motion: it has one golden file, written anew with each change. */
export const DRAFT_VERSION: string | undefined = 'v2'
export const DRAFT_SOURCE = 'columns'

export const GOLDEN_FOLDER = fileURLToPath(new URL('../../index-data/golden', import.meta.url))

/** The names of the files of a version, without `.trv`. */
export function goldenNames(version: string): string[] {
  const names = readdirSync(join(GOLDEN_FOLDER, version)).filter(name => name.endsWith('.trv'))
  return names.map(name => name.slice(0, -'.trv'.length)).sort()
}

export function readGolden(version: string, name: string): { golden: Golden; file: Uint8Array } {
  const path = join(GOLDEN_FOLDER, version, name)
  return {
    golden: JSON.parse(readFileSync(`${path}.json`, 'utf8')),
    file: new Uint8Array(readFileSync(`${path}.trv`)),
  }
}

export function languageOf({ language }: GoldenSource): Language {
  return language === 'french' ? french() : plainLanguage()
}

/** The bytes of the file that today's writer makes. */
export function writeGolden(source: GoldenSource): Uint8Array {
  const schema = makeSchema(source.schema)
  const language = languageOf(source)
  const list = new GrowingSegmentList(schema, language)
  list.add(source.documents.map(document => readDocument(document, schema)))
  for (const id of source.removed) list.remove(id)
  return writeSegment(list.parts, schema, language, source.blockLength)
}

export function answersOf(file: Uint8Array, source: GoldenSource): GoldenAnswer[] {
  const index = SearchIndex.fromBytes<Fields>(file, { language: languageOf(source) })
  return source.questions.map(({ question, options = {} }) => {
    const { total, hits, facets } = index.search(question, options)
    return { total, hits: hits.map(({ id, score }) => ({ id, score })), ...(facets && { facets }) }
  })
}
