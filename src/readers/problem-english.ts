/** The messages for problems of a file in English, the language of all errors that the library throws. */
import type { Problem, ProblemTexts, ValueType, YamlErrorCode } from './problem.ts'

const types: Record<ValueType, string> = {
  array: 'a list',
  boolean: 'a boolean',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'a string',
}

const systemErrors: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
}

const csv: Record<Extract<Problem, { kind: 'csv' }>['reason'], string> = {
  'open-quote': 'a quoted cell is never closed',
  'lone-quote': 'a quote is inside an unquoted cell; put the cell in quotes and double the quote ("")',
  'too-large': 'a cell is longer than a million characters; is a quote missing?',
}

const yaml: Record<YamlErrorCode, string> = {
  ALIAS_PROPS: 'an alias cannot have an anchor or a tag',
  BAD_ALIAS: 'invalid alias',
  BAD_COLLECTION_TYPE: 'this tag does not match its value',
  BAD_DIRECTIVE: 'unknown directive (%)',
  BAD_DQ_ESCAPE: 'unknown escape sequence; inside "…" write \\\\ for a backslash, or use \'…\'',
  BAD_INDENT: 'the indentation is wrong, or a bracket is not closed',
  BAD_PROP_ORDER: 'an anchor or a tag is in the wrong place',
  BAD_SCALAR_START: 'a value cannot start with this character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a value contains a colon followed by a space; put the value in quotes',
  BLOCK_IN_FLOW: 'an indented block cannot be inside brackets',
  DUPLICATE_KEY: 'duplicate key',
  IMPOSSIBLE: 'it cannot be parsed',
  KEY_OVER_1024_CHARS: 'a key has more than 1024 characters; is a quote missing?',
  MISSING_CHAR: 'a character is missing: a closing quote, a colon, a comma or a space',
  MULTILINE_IMPLICIT_KEY: 'a key spans several lines; is a colon or a quote missing?',
  MULTIPLE_ANCHORS: 'a value has several anchors',
  MULTIPLE_DOCS: 'there is more than one YAML document',
  MULTIPLE_TAGS: 'a value has several tags',
  NON_STRING_KEY: 'a key is not a string',
  RESOURCE_EXHAUSTION: 'it needs too much memory',
  TAB_AS_INDENT: 'a tab is used as indentation; use spaces',
  TAG_RESOLVE_FAILED: 'unknown tag',
  UNEXPECTED_TOKEN: 'unexpected text after a complete value; is a quote missing, or not doubled?',
}

export const englishProblems: ProblemTexts = {
  'not-found': () => 'no such file or folder',
  'nothing-matches': () => 'no file matches',
  unreadable: ({ code }) => `cannot read this file (${systemErrors[code] ?? code})`,
  loop: ({ target }) => `this link leads back to ${target}, which contains it; it is not followed`,
  'unknown-format': ({ known }) => `unsupported file type. Supported: ${known.join(', ')}`,
  empty: () => 'the file contains no text',
  'too-large': ({ megabytes }) =>
    `it contains more than ${megabytes} million characters, too many for one text; split it`,
  'wrong-encoding': ({ encoding, isDeclared }) =>
    isDeclared
      ? `the text is not ${encoding}, although the file declares it; save it as UTF-8`
      : `the text is not ${encoding} (an older encoding such as Windows-1252?); save it as UTF-8`,
  'unknown-encoding': ({ encoding }) => `the file declares the unknown encoding "${encoding}"; save it as UTF-8`,
  binary: () => 'it contains a zero byte: it is not text, or it is UTF-16 without a byte order mark; save it as UTF-8',
  json: ({ found, column }) =>
    `column ${column}: invalid JSON: unexpected ${found === undefined ? 'end' : JSON.stringify(found)}`,
  'no-document': ({ found }) => `a document must be an object; this is ${types[found]}`,
  yaml: ({ code, column }) => `column ${column}: invalid YAML: ${yaml[code]}`,
  'yaml-alias': ({ reason }) => `the front matter cannot be read: ${reason}`,
  toml: ({ reason, column }) => `column ${column}: invalid TOML: ${reason}`,
  'front-matter-open': ({ mark }) => `the front matter is never closed: a line with ${mark} is missing`,
  'front-matter-type': ({ found }) => `the front matter must consist of keys and values; it is ${types[found]}`,
  'front-matter-large': ({ most }) => `the front matter has more than ${most.toLocaleString('en')} characters`,
  'too-deep': ({ levels }) => `it is nested more than ${levels.toLocaleString('en')} levels deep`,
  csv: ({ reason }) => csv[reason],
  'csv-width': ({ found, wanted }) => `the record has ${found} cells, but the first line names ${wanted} fields`,
  'csv-name': ({ name }) => `the first line names the field "${name}" twice`,
  http: ({ status }) => `the server responded with status ${status}`,
  unreachable: ({ reason }) => `the server does not respond (${reason})`,
  'no-sitemap': () => 'this is not a sitemap',
  'too-slow': ({ seconds }) =>
    `it could not be read in ${seconds.toLocaleString('en')} seconds, and reading was stopped; save it again or exclude it`,
  'too-much-memory': ({ megabytes }) =>
    `reading it takes more than ${megabytes.toLocaleString('en')} MB of memory and was stopped; split it or exclude it`,
  broken: ({ format }) => `this ${format} file cannot be read; it is damaged or has another format`,
  'no-feed': () => 'this XML is neither RSS nor Atom',
  'xml-open': ({ name }) => `<${name}> is never closed`,
  'missing-id': ({ field }) =>
    `the document has no id (field "${field}"); the file name cannot be used, because the file contains several documents`,
  'wrong-id': ({ field, found }) =>
    `the id (field "${field}") must be a number or a non-empty string; it is ${found === 'string' ? 'empty' : types[found]}`,
  'duplicate-id': ({ id, file, line }) => `duplicate id ${JSON.stringify(id)}: already used in ${file}:${line}`,
  'no-text': ({ field, found }) => `field "${field}" must be a string (or a list of strings); it is ${types[found]}`,
  'wrong-value': ({ field, expected, found }) => `field "${field}" must be ${expected}; it is ${found}`,
  'wrong-document': ({ reason }) => reason,
  'more-problems': ({ count }) => `${count} more problems in this file`,
}
