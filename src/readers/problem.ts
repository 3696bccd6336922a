/** All possible problems of a file to index, as data, so that programs can report them in the user's language. */
import type { ColumnType } from '../index.ts'

/** The errors of the YAML parser. */
export type YamlErrorCode =
  | 'ALIAS_PROPS'
  | 'BAD_ALIAS'
  | 'BAD_COLLECTION_TYPE'
  | 'BAD_DIRECTIVE'
  | 'BAD_DQ_ESCAPE'
  | 'BAD_INDENT'
  | 'BAD_PROP_ORDER'
  | 'BAD_SCALAR_START'
  | 'BLOCK_AS_IMPLICIT_KEY'
  | 'BLOCK_IN_FLOW'
  | 'DUPLICATE_KEY'
  | 'IMPOSSIBLE'
  | 'KEY_OVER_1024_CHARS'
  | 'MISSING_CHAR'
  | 'MULTILINE_IMPLICIT_KEY'
  | 'MULTIPLE_ANCHORS'
  | 'MULTIPLE_DOCS'
  | 'MULTIPLE_TAGS'
  | 'NON_STRING_KEY'
  | 'RESOURCE_EXHAUSTION'
  | 'TAB_AS_INDENT'
  | 'TAG_RESOLVE_FAILED'
  | 'UNEXPECTED_TOKEN'

/** The type of a value that should have been a text or an object. */
export type ValueType = 'array' | 'boolean' | 'null' | 'number' | 'object' | 'string'

/** What is wrong with a file, as data. `kind` says what it is; `SourceError` has it in words. */
export type Problem =
  | { kind: 'not-found' }
  | { kind: 'nothing-matches' }
  /** `code` is the system's: `EACCES`, `ELOOP`… */
  | { kind: 'unreadable'; code: string }
  /** A link to a folder that contains it. */
  | { kind: 'loop'; target: string }
  | { kind: 'unknown-format'; known: readonly string[] }
  | { kind: 'empty' }
  | { kind: 'too-large'; megabytes: number }
  /** `encoding` is the encoding that the file was read in; `isDeclared` says whether the file declares it. */
  | { kind: 'wrong-encoding'; encoding: string; isDeclared: boolean }
  | { kind: 'unknown-encoding'; encoding: string }
  | { kind: 'binary' }
  /** `found` is undefined at the end of the file. */
  | { kind: 'json'; found: string | undefined; column: number }
  | { kind: 'no-document'; found: ValueType }
  | { kind: 'yaml'; code: YamlErrorCode; column: number }
  | { kind: 'yaml-alias'; reason: string }
  | { kind: 'toml'; reason: string; column: number }
  | { kind: 'front-matter-open'; mark: string }
  | { kind: 'front-matter-type'; found: ValueType }
  | { kind: 'front-matter-large'; most: number }
  /** Nested deeper than this many levels. */
  | { kind: 'too-deep'; levels: number }
  | { kind: 'csv'; reason: 'open-quote' | 'lone-quote' | 'too-large' }
  | { kind: 'csv-width'; found: number; wanted: number }
  | { kind: 'csv-name'; name: string }
  /** A server answers with this status, or does not answer. */
  | { kind: 'http'; status: number }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'no-sitemap' }
  /** Reading it was stopped after so many seconds, or when it took so many megabytes of memory. */
  | { kind: 'too-slow'; seconds: number }
  | { kind: 'too-much-memory'; megabytes: number }
  /** The file is not what its name says. */
  | { kind: 'broken'; format: string }
  | { kind: 'no-feed' }
  | { kind: 'xml-open'; name: string }
  | { kind: 'missing-id'; field: string }
  | { kind: 'wrong-id'; field: string; found: ValueType }
  | { kind: 'duplicate-id'; id: string | number; file: string; line: number }
  | { kind: 'no-text'; field: string; found: ValueType }
  /** `expected`: what the field must be, in English; `found`: what it is, as JSON. */
  | { kind: 'wrong-value'; field: string; type: ColumnType; expected: string; found: string }
  | { kind: 'wrong-document'; reason: string }
  /** The number of further problems in this file. */
  | { kind: 'more-problems'; count: number }

/** A sentence for every kind of problem. */
export type ProblemTexts = { readonly [Kind in Problem['kind']]: (problem: Extract<Problem, { kind: Kind }>) => string }

/** The sentence for a problem. */
export function describeProblem<Kind extends Problem['kind']>(
  problem: Extract<Problem, { kind: Kind }>,
  texts: ProblemTexts,
): string {
  const text: (problem: Extract<Problem, { kind: Kind }>) => string = texts[problem.kind as Kind]
  return text(problem)
}

export function typeOfValue(value: unknown): ValueType {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'array'
  const type = typeof value
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object'
}
