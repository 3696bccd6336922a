/** What a column type says about its values: how they are parsed, stored, filtered, counted and typed. Each type is one entry of the table in column-types.ts. */

import type { ByteWriter } from '../format/byte-writer.ts'
import type { ValueReader } from '../text/value-reader.ts'
import type { Column, CountedRange, LiveColumn } from './column.ts'
import type { FilterNode } from './filter-node.ts'

export type { ValueReader }

/** The bytes of a column: from `start` to `end` of `bytes`, which the caller has checked, for `documentCount` documents. */
export type ColumnBytes = readonly [bytes: Uint8Array, start: number, end: number, documentCount: number]

/** The column of one segment, and which of its documents were not removed. */
export interface HeldColumn {
  readonly column: Column
  isLeft(document: number): boolean
}

/** A value that is not of the column's type. */
export class WrongValue {
  /** What it must be instead, for a message: `"a finite number"`. */
  readonly expected: string

  constructor(expected: string) {
    this.expected = expected
  }
}

/** What programs that read people's input must know of a type. */
export interface ColumnTypeTraits {
  /** Whether values have an order that people name: ranges in queries and filters. Facets of such a column count ranges, of the others values. */
  readonly hasRanges: boolean
  /** Whether hits can be grouped by values: one hit for the documents that hold the same. */
  readonly hasGroups: boolean
  /** Whether values are points in time, from which recency is counted. */
  readonly isTime: boolean
  /** A text of a CSV cell or front matter as a document's value. Texts that the type does not recognize are returned as they are. */
  parseCell(text: string, values?: ValueReader): unknown
  /** The condition, or the bound of a range, for a text typed in a command line (`--filter`); `undefined` if it is none. */
  parseArgument(text: string, values?: ValueReader): string | number | readonly string[] | undefined
}

/** A column type. `Value` is what documents' values are parsed to. */
export interface ColumnTypeDefinition<Value = unknown> extends ColumnTypeTraits {
  /** Parses a document's value; `undefined` and `null` are no value. `values`, here and below: how the language of the index writes them. */
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

  /** A text typed in a query (`section:monde`) as a value for `checkCondition`; `undefined` if it is none. */
  parseTyped(text: string | number, values?: ValueReader): string | number | undefined
  /** The documents that hold one of the texts typed in a query; texts that are no values match nothing. */
  filterByTyped(texts: readonly string[], place: number, values?: ValueReader): FilterNode
  /** A condition of `checkCondition` that depends on which values the whole index has, decided. Default: none depends on them. */
  settle?(condition: object, columns: readonly HeldColumn[]): object
}

/** Column types by name: what reads the columns of a file is passed to it, so that a page without filters loads none of them. */
export type ColumnTypes = Readonly<Record<string, ColumnTypeDefinition>>
