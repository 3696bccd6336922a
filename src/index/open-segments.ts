/** Opens a file as a segment list, in the language of the file or the chosen one. */
import { checkColumnTypes } from '../columns/column-types.ts'
import { InvalidOptionError } from '../errors.ts'
import { type IndexBytes, readBytes } from '../format/checked-bytes.ts'
import { haveSameClasses, type LanguageOptions, languageOf } from '../language/definition.ts'
import type { Language, LanguageDefinition } from '../language/language.ts'
import type { Schema } from '../schema/schema.ts'
import { PackedSegment } from './packed/packed-segment.ts'
import { regroup } from './rekeyed-segment.ts'
import type { SegmentList } from './segment-list.ts'

/**
 * Opens bytes; `makeList` creates the empty list for them.
 *
 * @throws InvalidOptionError, CorruptIndexError, UnsupportedVersionError, MissingLanguageError
 */
export function openBytes<List extends SegmentList>(
  bytes: IndexBytes,
  options: LanguageOptions,
  makeList: (schema: Schema, language: Language) => List,
): List {
  const file = readBytes(bytes)
  if (file === undefined) throw new InvalidOptionError('bytes', bytes, 'a Uint8Array, an ArrayBuffer or a DataView')
  const packed = new PackedSegment(file)
  checkColumnTypes(packed.metadata.columns)
  const language = languageOf(packed.definition, options)
  const segments = makeList(packed.metadata.schema, language)
  segments.appendPacked(packed, haveSameClasses(packed.definition, language) ? packed : regroup(packed, language))
  return segments
}

/** The language that a file was written in. @throws CorruptIndexError, UnsupportedVersionError */
export function definitionOf(bytes: Uint8Array): LanguageDefinition {
  return new PackedSegment(bytes).definition
}
