/** The English messages of the program. Every other language must have the same shape. */

import type { ColumnType, InvalidOptionError, QueryProblemCode } from '../../index.ts'
import {
  type EvaluationProblemTexts,
  englishEvaluationProblems,
  englishHeld,
  englishProblems,
  type FoundCounts,
  type ProblemTexts,
} from '../../internal.ts'
import type { NoteKind, SkipReason } from '../../readers/index.ts'
import { englishHelp } from './english-help.ts'
import { dateFormat, numberFormat } from './formats.ts'
import { ENGLISH_MCP } from './mcp-texts.ts'
import { ENGLISH_QUERY_PROBLEMS } from './query-problems.ts'

const number = numberFormat('en')
const precise = numberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const oneDecimal = numberFormat('en', { maximumFractionDigits: 1 })
const measure = numberFormat('en', { minimumFractionDigits: 3, maximumFractionDigits: 3 })
const signed = numberFormat('en', {
  minimumFractionDigits: 3,
  maximumFractionDigits: 3,
  signDisplay: 'exceptZero',
})
const probability = numberFormat('en', { minimumFractionDigits: 4, maximumFractionDigits: 4 })
const percent = numberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
const date = dateFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })

const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`
const list = (names: readonly string[]) => names.join(', ')
/** Enough to see which they are. */
const some = (names: readonly string[]) => list(names.length > 10 ? [...names.slice(0, 10), '…'] : names)

const columnTypes: Record<ColumnType, string> = { keyword: 'keyword', number: 'number', date: 'date' }

export const english = {
  format: {
    number: (n: number): string => number.format(n),
    score: (n: number): string => precise.format(n),
    /** From 0 to 1. */
    measure: (n: number): string => measure.format(n),
    difference: (n: number): string => signed.format(n),
    probability: (p: number): string => probability.format(p),
    percent: (share: number): string => percent.format(share),
    date: (day: Date): string => date.format(day),
    milliseconds: (ms: number): string => `${oneDecimal.format(ms)} ms`,
    seconds: (ms: number): string => `${oneDecimal.format(ms / 1000)} s`,
    bytes: (n: number): string =>
      n < 1000
        ? count(n, 'byte', 'bytes')
        : n < 1e6
          ? `${oneDecimal.format(n / 1e3)} kB`
          : `${oneDecimal.format(n / 1e6)} MB`,
    documents: (n: number): string => count(n, 'document', 'documents'),
    files: (n: number): string => count(n, 'file', 'files'),
    words: (n: number): string => count(n, 'word', 'words'),
    fields: list,
    promoted: 'chosen by the editors',
  },

  help: englishHelp,

  wrongUsage: {
    error: 'error:',
    unknownCommand: (name: string): string => `unknown command "${name}"`,
    unknownShell: (name: string, known: readonly string[]): string =>
      `unknown shell "${name}". Supported: ${list(known)}`,
    unknownOption: (option: string): string => `unknown option ${option}`,
    didYouMean: (name: string): string => `Did you mean ${name}?`,
    afterDashes: 'Put text that starts with a dash after --.',
    missingValue: (option: string): string => `${option} needs a value`,
    unexpectedValue: (option: string): string => `${option} takes no value`,
    missingPaths: 'missing <paths…>. Name a folder to index, or run trouvaille init in the project',
    missingOut: '--out is required. Name the index file to write, as in --out search.trv',
    missingOption: (option: string): string => `${option} is required`,
    notTogether: (option: string, other: string): string => `${option} cannot be used with ${other}`,
    missingOperand: (operand: string): string => `missing <${operand}>`,
    unexpectedOperand: (value: string): string => `unexpected argument "${value}"`,
    wrongCount: (option: string, value: string, least: number, most: number): string =>
      `${option} must be a whole number from ${least} to ${number.format(most)}, not "${value}"`,
    wrongCountUpTo: (value: string): string =>
      `--count-up-to must be a whole number of at least 1, or all, not "${value}"`,
    wrongMatch: (value: string): string =>
      `--match must be any, all, a whole number of at least 1, or a percentage such as 75%, not "${value}"`,
    wrongColumn: (value: string): string =>
      `--columns must be fields with their types, such as section:keyword,published:date,views:number, not "${value}"`,
    textAndColumn: (field: string): string => `"${field}" is in both --fields and --columns; a column is not searched`,
    wrongBoost: (value: string): string => `--boost must be fields with factors, such as title=3, not "${value}"`,
    wrongRecency: (value: string): string =>
      `--recency must be a date field and a number of days, such as published:30, not "${value}"`,
    wrongCursor: (value: string): string =>
      `--after must be the "next" of a previous page of the same query with the same options, without --offset, not "${value}"`,
    wrongFilter: (value: string): string =>
      `--filter must be a field and a value of its type, with =, !=, <, <=, > or >= between them, such as section=monde or published>=2019-11-26, not "${value}"`,
    noSynonyms: '--synonyms needs French or English among the languages; others have no synonyms',
    oneLanguage: '--per-language needs more than one language, such as --languages en,fr',
    wrongAnchors: (value: string, known: readonly string[]): string =>
      `--anchors must be one of ${list(known)}, not "${value}"`,
    wrongLanguage: (value: string): string => `--lang must be fr or en, not "${value}"`,
    unknownColumn: (field: string, known: readonly string[]): string =>
      `unknown column "${field}". Columns: ${known.length === 0 ? 'none' : list(known)}. To make it a column, build with --columns ${field}:<type>`,
    otherColumnType: (option: string, field: string, type: ColumnType, fitting: readonly string[]): string =>
      `${option} cannot use "${field}", which is a ${columnTypes[type]} column. Columns that it can use: ${list(fitting) || 'none'}`,
    unknownField: (field: string, known: readonly string[]): string =>
      `unknown field "${field}". Fields: ${known.length === 0 ? 'none' : list(known)}`,
    seeHelp: (command: string): string => `See ${command} --help.`,
  },

  failure: {
    staleCursor: 'the index has changed since the previous page; request the first page again',
    cannotRead: (file: string, reason: string): string => `cannot read ${file}: ${reason}`,
    cannotWrite: (file: string, reason: string): string => `cannot write ${file}: ${reason}`,
    notAnIndex: (file: string): string => `${file}: not an index file. Build one with trouvaille build`,
    damaged: (file: string, section: string, offset: number): string =>
      `${file}: the index file is damaged (section "${section}", byte ${number.format(offset)}). Rebuild it or download it again.`,
    version: (file: string, found: number, newest: number): string =>
      `${file}: the file has format version ${found}, but this program reads version ${newest}. ${found > newest ? 'Update trouvaille' : 'Rebuild the file'}.`,
    other: (file: string, message: string): string => `${file}: ${message}`,
    cluster: {
      noAddress: (url: string): string => `${url}: not the URL of a cluster, such as http://127.0.0.1:9200`,
      noAnswer: (url: string): string => `${url}: no response`,
      unsupported: (url: string): string => `${url}: not OpenSearch 2.10 or later`,
      noIndex: (name: string, url: string): string => `there is no index "${name}" at ${url}`,
      mismatch: (name: string): string =>
        `${name}: the index was built with other fields, other options or another language. Use another name, or rebuild it with rebuild()`,
      incomplete: (name: string): string => `${name}: some shards of the index do not respond`,
      refused: (url: string, message: string): string => `${url}: ${message}`,
    },
    wrongSynonyms: (line: string): string => `a line is a group (a, b) or a direction (a => b), not "${line}"`,
    isFolder: (path: string): string => `${path}: a folder, not an index file. Name a file (.trv) in it`,
    system: {
      ENOENT: 'no such file or folder',
      EACCES: 'permission denied',
      EPERM: 'permission denied',
      EISDIR: 'it is a folder',
      ENOTDIR: 'part of the path is not a folder',
      ENOSPC: 'the disk is full',
      EROFS: 'the disk is read-only',
      EMFILE: 'too many open files',
      EADDRINUSE: 'the port is in use; choose another with --port',
      EADDRNOTAVAIL: 'this machine does not have this address',
      ENOTFOUND: 'the address does not exist',
    },
  },

  config: {
    setting: (file: string, problem: string): string => `${file}: ${problem}`,
    wrong: (file: string, reason: string): string => `${file}: invalid configuration: ${reason}`,
  },

  /** The message for an invalid option. */
  optionProblem: (error: InvalidOptionError): string => error.message,

  /** The words that its users type for AND and OR, in addition to these. */
  operators: { and: [] as string[], or: [] as string[] },

  build: {
    reading: (files: number): string => `Reading ${count(files, 'file', 'files')}`,
    indexing: (documents: number): string => `Indexing ${count(documents, 'document', 'documents')}`,
    noEditorial: 'an index on OpenSearch does not support editorial rules',
    refused: (n: number, shown: readonly string[]): string =>
      `${count(n, 'document was rejected', 'documents were rejected')}: ${shown.join('; ')}`,
    oneThread: 'A custom stemmer runs in one thread only: --threads has no effect.',
    languages: (tags: readonly string[]): string =>
      `Languages of the documents: ${list(tags.length > 0 ? tags : ['fr'])}`,
    fetching: (url: string): string => `Fetching the pages of ${url}`,
    nothing: (hasSkips: boolean): string =>
      `error: no documents to index. ${hasSkips ? 'What was found:' : 'Supported types include .md, .html, .json, .csv and .txt.'}`,
    moreProblems: (n: number): string => `… and ${count(n, 'more problem', 'more problems')}.`,
    kept: (out: string, n: number): string => `${count(n, 'problem', 'problems')}; ${out} was not written.`,
    noLedger: (file: string, reason: string): string =>
      `cannot write ${file} (${reason}): the next build will read all files.`,
    unchanged: (n: number): string => `${count(n, 'document', 'documents')} reused from the previous file`,
    skipped: (what: string, which: readonly string[]): string => `skipped: ${what} (${list(which)})`,
    surplus: (fields: readonly string[]): string =>
      `an index can search at most 64 fields; not searched: ${some(fields)}. Choose fields with --fields.`,
    unknownIds: (ids: readonly string[]): string => `editorial rules name unknown documents: ${some(ids)}`,
    suggestedColumns: (columns: readonly string[]): string => `suggested columns: --columns ${columns.join(',')}`,
    from: (file: string): string => `(this input is set in ${file})`,
    watching: (paths: readonly string[]): string => `Watching ${list(paths)} for changes (Ctrl+C to stop)`,
    leftOut: (n: number): string => `${count(n, 'problem', 'problems')}: the files or records concerned were skipped`,
    element: 'To add the search box, put these lines into your pages:',
    searched: (fields: readonly string[]): string => `searched: ${list(fields)}`,
    columns: (fields: readonly string[]): string => `filtered and sorted by: ${list(fields)}`,
    stored: (fields: readonly string[]): string => `stored: ${list(fields)}`,
  },

  init: {
    exists: (file: string): string => `${file} already exists; use --force to overwrite it`,
    nothing: (folder: string): string => `${folder}: nothing to index found`,
    found: (documents: number, input: string): string => `${count(documents, 'document', 'documents')} in ${input}`,
    reasons: {
      built: 'this is the built site',
      generator: (config: string): string => `${config} names this folder`,
      name: 'a common name for content folders',
      only: 'the project has no separate content folder',
      chosen: 'your choice',
    },
    others: (inputs: readonly string[]): string => `Other folders with content: ${list(inputs)}`,
    noAnswer: 'no answer; nothing was written',
    ask: 'Which folder contains the content?',
    choice: (input: string, files: number): string => `${input} (${count(files, 'file', 'files')})`,
    number: (most: number): string => `Number (1–${most}, Enter for 1): `,
    next: 'Run trouvaille build to build the index.',
    comments: {
      input: 'Files, folders and globs to read.',
      out: 'The index file, where pages can load it.',
      fields: 'Searched fields; fields with a type are for filters, counts and sorting.',
      languages: 'Languages of the documents; perLanguage: true writes one index for each.',
      others: 'More options: docs/readers.md, docs/cli.md.',
    },
  },

  serve: {
    nothing: (folder: string): string => `${folder}: contains no index file (.trv)`,
    at: (address: string, names: readonly string[]): string => `${address}  ${list(names)}`,
    untilStopped: 'Press Ctrl+C to stop',
    cannotListen: (place: string, reason: string): string => `cannot listen on ${place}: ${reason}`,
  },

  search: {
    none: (question: string): string => `No results for “${question}”.`,
    noneFiltered: 'No document passes the filter.',
    emptyQuery: 'The query is empty. With --filter, an empty query lists all documents that match.',
    corrected: (question: string): string => `Showing results for “${question}”.`,
    didYouMean: (question: string): string => `Did you mean “${question}”?`,
    problem: (code: QueryProblemCode, text: string): string =>
      `“${text}” is searched as words: ${ENGLISH_QUERY_PROBLEMS[code]}`,
    found: (total: number, first: number, last: number, isLowerBound = false): string => {
      const results = count(total, 'result', 'results')
      if (isLowerBound) return `${number.format(first)}–${number.format(last)} of more than ${results}`
      return first === 1 && last === total ? results : `${number.format(first)}–${number.format(last)} of ${results}`
    },
    held: (counts: FoundCounts): string => englishHeld(counts, n => number.format(n), ' · '),
    facet: (field: string, counts: readonly { value: string; count: number }[]): string =>
      `${field}: ${counts.map(({ value, count }) => `${value} (${number.format(count)})`).join(', ') || 'none'}`,
    also: (sections: readonly string[], others: number): string => {
      const more = others > 0 ? [`and ${number.format(others)} more`] : []
      return `Also: ${[...sections, ...more].join(' · ')}`
    },
    beyond: (total: number, isLowerBound = false): string =>
      `No more results: there are ${isLowerBound ? 'more than ' : ''}${number.format(total)}.`,
  },

  evaluate: {
    questions: (n: number): string => count(n, 'question', 'questions'),
    topics: (n: number): string => `of ${count(n, 'topic', 'topics')}`,
    unjudged: (ids: readonly string[]): string =>
      `${count(ids.length, 'question has no answer in the judgments and is', 'questions have no answer in the judgments and are')} not counted: ${some(ids)}`,
    missing: (file: string, ids: readonly string[]): string =>
      `${file} does not contain ${count(ids.length, 'judged document, which counts', 'judged documents, which count')} as not found: ${some(ids)}`,
    difference: 'difference',
    p: 'p',
    worst: (n: number): string => (n === 1 ? 'The worst question' : `The ${number.format(n)} worst questions`),
    perfect: 'Every question has its best answers first.',
    moved: (n: number): string =>
      n === 1 ? 'The question that moved' : `The ${number.format(n)} questions that moved most, by nDCG@10`,
    unmoved: 'No question moved.',
    first: 'came first',
    wanted: 'should have come',
    nothing: 'nothing',
    answer: (grade: number): string => `answer, grade ${number.format(grade)}`,
    notFound: 'it contains no word of the question',
    notThere: 'it is not in the index',
    title: 'title',
    proximity: 'proximity',
    quotation: (text: string): string => `“${text}”`,
    lacking: (words: readonly string[]): string => `lacks: ${list(words)}`,
  },

  explain: {
    unknown: (file: string, id: string): string => `${file}: unknown document id "${id}".`,
    notFound: (question: string): string => `This document does not match “${question}”.`,
    tooFar: (most: number): string => `This document is not among the first ${number.format(most)} results.`,
    place: (rank: number, total: number, title: string): string =>
      `${title}\n${number.format(rank)} of ${number.format(total)}`,
    word: (word: string): string => `“${word}”`,
    rarity: (holding: number, all: number): string =>
      `in ${count(holding, 'document', 'documents')} of ${number.format(all)}`,
    itself: 'the word itself',
    form: (form: string, relation: string): string => `“${form}”, ${relation}`,
    relations: {
      same: 'the word itself',
      accents: 'the same word with other accents',
      stem: 'another form of the word',
      variant: 'another spelling',
      synonym: 'a synonym',
      family: 'a word of the same family',
      prefix: 'a word that starts with it',
      typo: 'the word, with a typo',
    },
    where: (field: string, frequency: number, length: number, average: number): string =>
      `${count(frequency, 'time', 'times')} in ${field}, ${count(Math.round(length), 'word', 'words')} long (${number.format(Math.round(average))} on average)`,
    title: 'The title matches the query',
    close: (first: string, second: string): string => `“${first}” and “${second}” are close together`,
    quotation: (text: string): string => `the phrase “${text}”`,
    sum: 'Total',
  },

  suggest: { none: (typed: string): string => `No completions for “${typed}”.` },

  mcp: ENGLISH_MCP,

  similar: { none: (id: string): string => `No document is similar to “${id}”.` },

  inspect: {
    format: 'format',
    language: 'language',
    hash: 'content',
    documents: 'documents',
    words: 'words',
    postings: 'postings',
    tokens: 'tokens',
    bytes: 'bytes',
    id: 'id',
    kept: 'stored',
    stopWordPositions: 'stop words',
    leftOut: 'without positions',
    fields: 'Field',
    boost: 'Boost',
    holding: 'Documents',
    columns: 'Column',
    types: columnTypes,
    role: 'Role',
    title: 'title',
    stored: 'stored',
    section: 'Section',
    share: 'Share',
    word: 'Word',
    frequent: 'Most frequent words (without stop words)',
    startingWith: (prefix: string): string => `Most frequent words that start with “${prefix}”`,
    noWord: (prefix: string): string => `No word starts with “${prefix}”.`,
    noWords: 'The index contains no words.',
  },

  verify: {
    whole: (file: string, bytes: number): string => `${file} is intact: ${count(bytes, 'byte', 'bytes')} checked.`,
  },

  analyze: {
    text: 'Word',
    source: 'In the text',
    place: 'Offsets',
    position: 'Position',
    kind: 'Kind',
    class: 'Class',
    stopWord: 'stop word',
    nothing: 'This text contains no words.',
    kinds: {
      word: 'word',
      elision: 'elision',
      number: 'number',
      acronym: 'acronym',
      compound: 'compound',
      date: 'date',
      symbol: 'symbol',
      address: 'address',
      ordinal: 'ordinal',
    },
  },

  notes: {
    'windows-1252': n => `${count(n, 'file', 'files')} read as Windows-1252`,
    'endless-words': n => `${count(n, 'overlong word', 'overlong words')} removed from texts`,
  } as Record<NoteKind, (n: number) => string>,

  skips: {
    draft: n => count(n, 'draft', 'drafts'),
    'no-index': n => `${count(n, 'page', 'pages')} marked noindex`,
    redirect: n => `${count(n, 'page that only redirects', 'pages that only redirect')}`,
    excluded: n => `${count(n, 'file', 'files')} matched by exclude`,
    'link-outside': n => `${count(n, 'link', 'links')} that lead out of the folder (--follow reads them)`,
    'not-included': n => `${count(n, 'file', 'files')} not matched by include`,
    'other-kind': n => `${count(n, 'file', 'files')} of unsupported types`,
    'not-a-feed': n => `${count(n, 'XML file that is', 'XML files that are')} neither RSS nor Atom`,
    'not-a-page': n => `${count(n, 'file that is not a page', 'files that are not pages')} of the site`,
    'outside-content': n => `${count(n, 'file', 'files')} outside the folders of the site’s pages`,
    'project-file': n => `${count(n, 'file', 'files')} about the project itself`,
    translation: n => count(n, 'translation file', 'translation files'),
    'other-language': n => `${count(n, 'page that has', 'pages that have')} a French translation`,
    navigation: n => `${count(n, 'table', 'tables')} of contents`,
    robots: n => `${count(n, 'page', 'pages')} disallowed by robots.txt`,
    'other-site': n => `${count(n, 'address', 'addresses')} on other sites`,
    'beyond-limit': n => `${count(n, 'page', 'pages')} beyond --max-pages`,
    'needs-package': (n, name) => `${count(n, 'file that needs', 'files that need')} a package: npm install ${name}`,
    encrypted: n => count(n, 'password-protected file', 'password-protected files'),
    'no-text-layer': n => `${count(n, 'scanned file', 'scanned files')} without text`,
  } as Record<SkipReason, (n: number, detail: string) => string>,

  problems: englishProblems as ProblemTexts,
  evaluationProblems: englishEvaluationProblems as EvaluationProblemTexts,
}

/** All messages of the program. A language that lacks one does not compile. */
export type Messages = typeof english
