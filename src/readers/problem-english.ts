/** The problems of a file in English, which is the language of every error that the library throws. */
import type { Problem, ProblemTexts, ValueType, YamlErrorCode } from './problem.ts'

const types: Record<ValueType, string> = {
  array: 'a list',
  boolean: 'true or false',
  null: 'nothing',
  number: 'a number',
  object: 'an object',
  string: 'a text',
}

const systemErrors: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'too many links lead to one another',
  EMFILE: 'too many files are open',
}

const csv: Record<Extract<Problem, { kind: 'csv' }>['reason'], string> = {
  'open-quote': 'a cell that starts with a quote is never closed',
  'lone-quote': 'a quote stands inside a cell; put the cell in quotes and write "" for it',
  'too-large': 'a cell is longer than a million characters; is a quote missing?',
}

const yaml: Record<YamlErrorCode, string> = {
  ALIAS_PROPS: 'an alias takes no anchor and no tag',
  BAD_ALIAS: 'this alias is not right',
  BAD_COLLECTION_TYPE: 'this tag does not fit what it stands before',
  BAD_DIRECTIVE: 'this directive (%) is not known',
  BAD_DQ_ESCAPE: 'this escape does not exist; inside "…" write \\\\ for a backslash, or use \'…\'',
  BAD_INDENT: 'the indentation is wrong, or a bracket is not closed',
  BAD_PROP_ORDER: 'an anchor or a tag stands in the wrong place',
  BAD_SCALAR_START: 'a value cannot start with this character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a colon followed by a space stands inside a value; put the value in quotes',
  BLOCK_IN_FLOW: 'an indented block cannot stand inside brackets',
  DUPLICATE_KEY: 'this key is there twice',
  IMPOSSIBLE: 'it cannot be read',
  KEY_OVER_1024_CHARS: 'a key has more than 1024 characters; is a quote missing?',
  MISSING_CHAR: 'a character is missing: a closing quote, a colon, a comma or a space',
  MULTILINE_IMPLICIT_KEY: 'a key goes over several lines; is a colon or a quote missing?',
  MULTIPLE_ANCHORS: 'a value has several anchors',
  MULTIPLE_DOCS: 'there are several YAML documents',
  MULTIPLE_TAGS: 'a value has several tags',
  NON_STRING_KEY: 'a key is not a text',
  RESOURCE_EXHAUSTION: 'it asks for too much memory',
  TAB_AS_INDENT: 'a tab is used as indentation; use spaces',
  TAG_RESOLVE_FAILED: 'this tag is not known',
  UNEXPECTED_TOKEN: 'something follows a value that was complete; a quote may be missing, or one inside it not doubled',
}

export const englishProblems: ProblemTexts = {
  'not-found': () => 'there is no such file or folder',
  'nothing-matches': () => 'no file matches',
  unreadable: ({ code }) => `it cannot be read (${systemErrors[code] ?? code})`,
  loop: ({ target }) => `this link leads back to ${target}, which it stands in; it is not followed`,
  'unknown-format': ({ known }) => `this kind of file is not read; known are ${known.join(', ')}`,
  empty: () => 'there is no text in it',
  'too-large': ({ megabytes }) => `it holds more than ${megabytes} million characters, too many for one text; split it`,
  'wrong-encoding': ({ encoding, isDeclared }) =>
    isDeclared
      ? `the text is not ${encoding}, as the file says it is; save it as UTF-8`
      : `the text is not ${encoding} (an older encoding such as Windows-1252?); save it as UTF-8`,
  'unknown-encoding': ({ encoding }) =>
    `the file says that its encoding is "${encoding}", which is not known; save it as UTF-8`,
  binary: () => 'a byte is zero: this is no text, or UTF-16 without a byte order mark; save it as UTF-8',
  json: ({ found, column }) =>
    `column ${column}: this is not JSON: unexpected ${found === undefined ? 'end' : JSON.stringify(found)}`,
  'no-document': ({ found }) => `a document must be an object; this is ${types[found]}`,
  yaml: ({ code, column }) => `column ${column}: this is not YAML: ${yaml[code]}`,
  'yaml-alias': ({ reason }) => `the front matter cannot be read: ${reason}`,
  toml: ({ reason, column }) => `column ${column}: this is not TOML: ${reason}`,
  'front-matter-open': ({ mark }) => `the front matter is never closed: a line with ${mark} is missing`,
  'front-matter-type': ({ found }) => `the front matter must be keys with values; it is ${types[found]}`,
  'front-matter-large': ({ most }) => `the front matter has more than ${most.toLocaleString('en')} characters`,
  'too-deep': ({ levels }) => `it is nested more than ${levels.toLocaleString('en')} levels deep`,
  csv: ({ reason }) => csv[reason],
  'csv-width': ({ found, wanted }) => `the record has ${found} cells, and the first line names ${wanted} fields`,
  'csv-name': ({ name }) => `the first line names the field "${name}" twice`,
  http: ({ status }) => `the server answers with status ${status}`,
  unreachable: ({ reason }) => `the server does not answer (${reason})`,
  'no-sitemap': () => 'this is no sitemap',
  'too-slow': ({ seconds }) =>
    `it could not be read in ${seconds.toLocaleString('en')} seconds, and reading was stopped; save it anew or exclude it`,
  'too-much-memory': ({ megabytes }) =>
    `reading it takes more than ${megabytes.toLocaleString('en')} MB of memory and was stopped; split it or exclude it`,
  broken: ({ format }) => `this ${format} file cannot be read; it is damaged, or another kind of file`,
  'no-feed': () => 'this XML is neither RSS nor Atom',
  'xml-open': ({ name }) => `<${name}> is never closed`,
  'missing-id': ({ field }) =>
    `the document has no id (field "${field}"), and its file has others, so the file name cannot be it`,
  'wrong-id': ({ field, found }) =>
    `the id (field "${field}") must be a number or a text that is not empty; it is ${found === 'string' ? 'empty' : types[found]}`,
  'duplicate-id': ({ id, file, line }) => `the id ${JSON.stringify(id)} is already that of ${file}:${line}`,
  'no-text': ({ field, found }) => `field "${field}" must be a text (or a list of them); it is ${types[found]}`,
  'wrong-value': ({ field, expected, found }) => `field "${field}" must be ${expected}; it is ${found}`,
  'wrong-document': ({ reason }) => reason,
  'more-problems': ({ count }) => `${count} more problems in this file`,
}
