/** Builds one collection as segments cut in any way. */

import { allFeatures } from '../../src/features/all-features.ts'
import { Corrector } from '../../src/features/corrector.ts'
import { GrowingSegmentList } from '../../src/index/growing-segment-list.ts'
import { PackedSegment } from '../../src/index/packed/packed-segment.ts'
import type { SegmentList } from '../../src/index/segment-list.ts'
import { writeSegment } from '../../src/index/write/write-segment.ts'
import type { Language } from '../../src/language/language.ts'
import { readQuery } from '../../src/query/query.ts'
import { readDocument } from '../../src/schema/document.ts'
import { makeSchema, type Schema } from '../../src/schema/schema.ts'
import * as skipping from '../../src/search/collect-best.ts'
import { execute } from '../../src/search/execute.ts'
import type { Widening } from '../../src/search/weigh.ts'
import type { Window } from '../../src/search/window.ts'
import type { PlainDocument } from './brute-force.ts'

export const schema = makeSchema({ fields: ['title', 'body'], storeFields: ['title'] })
/** The same without the positions of stop words. */
export const schemaWithoutStopWordPositions: Schema = { ...schema, stopWordPositions: false }
/** Both, for `test.each`. */
export const schemas: [name: string, Schema][] = [
  ['with all positions', schema],
  ['without positions of stop words', schemaWithoutStopWordPositions],
]
const plainSchema = schema

export interface Cut {
  documents: readonly PlainDocument[]
  packed: boolean
}

/** A list of one segment a cut; packed ones have blocks of `blockLength` postings, so that small collections have many. */
export function buildSegments(
  cuts: readonly Cut[],
  language: Language,
  blockLength = 128,
  schema: Schema = plainSchema,
): GrowingSegmentList {
  const list = new GrowingSegmentList(schema, language)
  for (const { documents, packed } of cuts) {
    const aside = list.makeAside()
    for (const document of documents) aside.append(readDocument(document, schema))
    if (!packed) {
      list.appendAll(
        aside,
        documents.map(({ id }) => id),
      )
    } else if (aside.parts.length > 0) {
      list.appendPacked(new PackedSegment(writeSegment(aside.parts, schema, language, blockLength)))
    }
  }
  return list
}

/** Cuts `documents` at the given places (numbers in any order, taken modulo the length); odd cuts are packed. */
export function cutAt(documents: readonly PlainDocument[], places: readonly number[]): Cut[] {
  const ends = [...new Set(places.map(place => place % (documents.length + 1)))].sort((a, b) => a - b)
  return [...ends, documents.length].map((end, i) => ({
    documents: documents.slice(ends[i - 1] ?? 0, end),
    packed: i % 2 === 1,
  }))
}

/** Completes and corrects words, as every face of an index does. */
export function expanderOf({ parts, language }: SegmentList): Corrector {
  return new Corrector(parts, language, () => undefined, allFeatures)
}

export function answer(
  list: GrowingSegmentList,
  question: string,
  count = 100,
  required: (terms: number) => number = () => 1,
  widening?: Widening,
  passingOver: { countUpTo?: number; window?: Window } = {},
) {
  const fields = list.schema.fields.map((field, index) => ({ ...field, index }))
  const { ranked, total, isLowerBound } = execute(readQuery(question, list.language), list.parts, list.language, {
    fields,
    required,
    count,
    widening,
    expander: expanderOf(list),
    skipping: () => skipping,
    ...passingOver,
  })
  return {
    total,
    isLowerBound,
    hits: ranked.map(({ part, document, score }) => ({ id: list.parts[part].segment.id(document), score })),
  }
}
