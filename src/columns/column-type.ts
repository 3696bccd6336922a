/** The interface of a column type: how its values are parsed, stored, filtered, counted and typed. Each type is one entry of the table in column-types.ts. */

import type { ByteWriter } from '../format/byte-writer.ts'
import type { ValueReader } from '../text/value-reader.ts'
import type { Column, CountedRange, LiveColumn } from './column.ts'
import type { FilterNode } from './filter-node.ts'

export type { ValueReader }

/** The bytes of a column: from `start` to `end` of `bytes`, which the caller has checked, for `documentCount` documents. */
export type ColumnBytes = readonly [bytes: Uint8Array, start: number, end: number, documentCount: number]

/** The column of one segment, and its documents that are not removed. */
export interface HeldColumn {
  readonly column: Column
  isLeft(document: number): boolean
}

/** A value that is not of the column's type. */
export class WrongValue {
  /** What it must be, for a message: `"a finite number"`. */
  readonly expected: string

  constructor(expected: string) {
    this.expected = expected
  }
}

/** What programs that read user input must know about a type. */
export interface ColumnTypeTraits {
  /** Whether values are ordered, so that queries and filters may have ranges. Facets of such a column count ranges, those of others count values. */
  readonly hasRanges: boolean
  /** Whether hits can be grouped by value: one hit for all documents with the same value. */
  readonly hasGroups: boolean
  /** Whether values are points in time, for recency. */
  readonly isTime: boolean
  /** Parses the text of a CSV cell or front matter into a document's value. Unrecognised texts are returned unchanged. */
  parseCell(text: string, values?: ValueReader): unknown
  /** The condition, or the bound of a range, for a text typed on a command line (`--filter`); `undefined` if it is invalid. */
  parseArgument(text: string, values?: ValueReader): string | number | readonly string[] | undefined
}

/** A column type. `Value` is the parsed value of a document. */
export interface ColumnTypeDefinition<Value = unknown> extends ColumnTypeTraits {
  /** Parses a document's value; `undefined` and `null` mean no value. `values`, here and below: the value reader of the index's language. */
  parse(value: unknown, values?: ValueReader): Value | WrongValue

  /** Writes the value of each document. */
  write(writer: ByteWriter, values: readonly Value[]): void
  /** @throws CorruptIndexError */
  read(...bytes: ColumnBytes): Column<Value>
  makeLive(): LiveColumn<Value>

  /**
   * Checks a condition of a filter on the column at `place` of the schema.
   *
   * @throws InvalidOptionError that names `option`
   */
  checkCondition(condition: unknown, place: number, option: string, values?: ValueReader): FilterNode
  /**
   * Checks the option `ranges` of a facet: required if the type has ranges, else not allowed.
   *
   * @throws InvalidOptionError that names `option`
   */
  checkFacetRanges(ranges: unknown, option: string, values?: ValueReader): readonly CountedRange[] | undefined

  /** A text typed in a query (`section:monde`) as a value for `checkCondition`; `undefined` if it is invalid. */
  parseTyped(text: string | number, values?: ValueReader): string | number | undefined
  /** The documents with one of the texts typed in a query; invalid texts match nothing. */
  filterByTyped(texts: readonly string[], place: number, values?: ValueReader): FilterNode
  /** Resolves a condition that depends on the values of the whole index. Default: conditions do not depend on them. */
  settle?(condition: object, columns: readonly HeldColumn[]): object
}

/** Column types by name. Code that reads columns receives them as an argument, so that a page without filters loads none of them. */
export type ColumnTypes = Readonly<Record<string, ColumnTypeDefinition>>
