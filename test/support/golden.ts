/** The golden files: index files as they were written once, each with what it was made of and what it answered (index-data/golden/README.md). */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GrowingSegmentList } from '../../src/index/growing-segment-list.ts'
import { writeSegment } from '../../src/index/write/write-segment.ts'
import { chooseLanguage } from '../../src/language/choose-language.ts'
import type { Language } from '../../src/language/language.ts'
import { english } from '../../src/languages/english/english.ts'
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
  /** `plain` is a language of the tests, which never changes; French does, and so do `several`, English and French in one index. */
  language: 'plain' | 'french' | 'several'
  schema: SchemaOptions<Fields> & { editorial?: Editorial; stopWordPositions?: boolean }
  blockLength: number
  documents: Fields[]
  /** Taken out again before the file was written. */
  removed: DocumentId[]
  questions: { question: string; options?: SearchOptions<Fields> }[]
}

/** The same with what it answered, in the order of its questions. */
export type Golden = GoldenSource & { answers: GoldenAnswer[] }

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

/** The SHA-256 of each index file in a folder, as `sha256sum` writes it. */
export function sumsOf(folder: string): string {
  const names = readdirSync(folder).filter(name => name.endsWith('.trv'))
  const sums = names.sort().map(name => {
    const bytes = readFileSync(join(folder, name))
    return `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`
  })
  return sums.join('')
}

export function languageOf({ language }: GoldenSource): Language {
  if (language === 'several') return chooseLanguage({ en: english(), fr: french() })
  return language === 'french' ? french() : plainLanguage()
}

/** The bytes of the file that today's writer makes. */
export function writeGolden(source: GoldenSource): Uint8Array {
  const schema = makeSchema(source.schema)
  const language = languageOf(source)
  const list = new GrowingSegmentList(schema, language)
  list.add(source.documents.map(document => readDocument(document, schema, language)))
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
