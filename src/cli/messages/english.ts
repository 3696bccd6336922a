/** What the program says in English. Its shape is the one that every other language must have. */

import type { InvalidOptionError, QueryProblemCode } from '../../index.ts'
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
    unknownCommand: (name: string): string => `there is no command "${name}"`,
    unknownShell: (name: string, known: readonly string[]): string =>
      `"${name}" is not a shell that is known; there are: ${list(known)}`,
    unknownOption: (option: string): string => `there is no option ${option} here`,
    didYouMean: (name: string): string => `Did you mean ${name}?`,
    afterDashes: 'A text that starts with a dash goes after --.',
    missingValue: (option: string): string => `${option} needs a value`,
    unexpectedValue: (option: string): string => `${option} takes no value`,
    missingOption: (option: string): string => `${option} is required`,
    notTogether: (option: string, other: string): string => `${option} cannot be used with ${other}`,
    missingOperand: (operand: string): string => `<${operand}> is missing`,
    unexpectedOperand: (value: string): string => `"${value}" is one argument too many`,
    wrongCount: (option: string, value: string, least: number, most: number): string =>
      `${option} must be a whole number from ${least} to ${number.format(most)}, not "${value}"`,
    wrongCountUpTo: (value: string): string => `--count-up-to takes a whole number from 1 on or all, not "${value}"`,
    wrongMatch: (value: string): string =>
      `--match must be any, all, a whole number from 1 on, or a share such as 75%, not "${value}"`,
    wrongColumn: (value: string): string =>
      `--columns takes fields with their types, such as section:keyword,published:date,views:number, not "${value}"`,
    textAndColumn: (field: string): string => `"${field}" is in --fields and in --columns; a column is not searched`,
    wrongBoost: (value: string): string => `--boost is made of fields and factors such as title=3, not "${value}"`,
    wrongRecency: (value: string): string => `--recency is a date field and days, such as published:30, not "${value}"`,
    wrongCursor: (value: string): string =>
      `--after is the "next" of an earlier page of the same question and options, without --offset, not "${value}"`,
    wrongFilter: (value: string): string =>
      `--filter takes =, !=, <, <=, > or >= between a field and a value that fits it, such as section=monde or published>=2019-11-26, not "${value}"`,
    oneLanguage: '--per-language needs several languages: --languages en,fr',
    wrongAnchors: (value: string, known: readonly string[]): string =>
      `--anchors must be one of ${list(known)}, not "${value}"`,
    wrongLanguage: (value: string): string => `--lang must be fr or en, not "${value}"`,
    unknownColumn: (field: string, known: readonly string[]): string =>
      `there is no column "${field}"; there are: ${known.length === 0 ? 'none' : list(known)}. Build with --columns ${field}:<type> to make it one`,
    unknownField: (field: string, known: readonly string[]): string =>
      `there is no field "${field}"; there are: ${known.length === 0 ? 'none' : list(known)}`,
    seeHelp: (command: string): string => `See ${command} --help.`,
  },

  failure: {
    staleCursor: 'the index changed since the page before: ask for the first page again',
    cannotRead: (file: string, reason: string): string => `${file}: it cannot be read: ${reason}`,
    cannotWrite: (file: string, reason: string): string => `${file}: it cannot be written: ${reason}`,
    notAnIndex: (file: string): string => `${file}: this is no index file. trouvaille build makes one`,
    damaged: (file: string, section: string, offset: number): string =>
      `${file}: this is not a whole index file: section "${section}" is damaged at byte ${number.format(offset)}. Build it again, or fetch it again.`,
    version: (file: string, found: number, newest: number): string =>
      `${file}: it has format version ${found}, and this program reads version ${newest}. ${found > newest ? 'Update trouvaille' : 'Build it again'}.`,
    other: (file: string, message: string): string => `${file}: ${message}`,
    cluster: {
      noAnswer: (url: string): string => `${url}: no answer`,
      unsupported: (url: string): string => `${url}: this is not OpenSearch 2.10 or newer`,
      noIndex: (name: string, url: string): string => `${name}: there is no index of this name at ${url}`,
      mismatch: (name: string): string =>
        `${name}: the index was made with other fields or another language. Use another name, or make it anew with rebuild()`,
      incomplete: (name: string): string => `${name}: some shards of the index do not answer`,
      refused: (url: string, message: string): string => `${url}: ${message}`,
    },
    system: {
      ENOENT: 'there is no such file or folder',
      EACCES: 'permission denied',
      EPERM: 'permission denied',
      EISDIR: 'it is a folder',
      ENOTDIR: 'a part of its path is no folder',
      ENOSPC: 'the disk is full',
      EROFS: 'the disk cannot be written to',
      EMFILE: 'too many files are open',
      EADDRINUSE: 'another program listens there; choose another with --port',
      EADDRNOTAVAIL: 'this machine has no such address',
      ENOTFOUND: 'there is no such address',
    },
  },

  config: {
    setting: (file: string, problem: string): string => `${file}: ${problem}`,
    wrong: (file: string, reason: string): string => `${file}: this configuration cannot be used: ${reason}`,
  },

  /** What is wrong with an option. */
  optionProblem: (error: InvalidOptionError): string => error.message,

  /** What its readers type for AND and OR, beyond these. */
  operators: { and: [] as string[], or: [] as string[] },

  build: {
    reading: (files: number): string => `Reading ${count(files, 'file', 'files')}`,
    indexing: (documents: number): string => `Indexing ${count(documents, 'document', 'documents')}`,
    noEditorial: 'decisions of editors have no place in an index on OpenSearch',
    refused: (n: number, shown: readonly string[]): string =>
      `${count(n, 'document was refused', 'documents were refused')}: ${shown.join('; ')}`,
    oneThread: 'A stemmer of your own is a function of this thread: --threads has no effect.',
    languages: (tags: readonly string[]): string =>
      `Languages of the documents: ${list(tags.length > 0 ? tags : ['fr'])}`,
    fetching: (url: string): string => `Fetching the pages of ${url}`,
    nothing: 'error: no document to index. What was found:',
    moreProblems: (n: number): string => `… and ${count(n, 'more problem', 'more problems')}.`,
    kept: (out: string, n: number): string => `${count(n, 'problem', 'problems')}; ${out} was not written.`,
    noLedger: (file: string, reason: string): string =>
      `${file} cannot be written (${reason}): the next build will read all files.`,
    unchanged: (n: number): string => `${count(n, 'document', 'documents')} taken over from the file before`,
    skipped: (what: string, which: readonly string[]): string => `skipped: ${what} (${list(which)})`,
    surplus: (fields: readonly string[]): string =>
      `an index searches at most 64 fields; not searched: ${some(fields)}. Choose with --fields.`,
    unknownIds: (ids: readonly string[]): string => `editors name documents that there are not: ${some(ids)}`,
    suggestedColumns: (columns: readonly string[]): string => `could be columns: --columns ${columns.join(',')}`,
    from: (file: string): string => `(this input is set in ${file})`,
    watching: (paths: readonly string[]): string => `Waiting for changes in ${list(paths)} (Ctrl+C ends)`,
    leftOut: (n: number): string => `${count(n, 'problem', 'problems')}: what they are in is left out`,
    element: 'For a search box, put these lines into your pages:',
    searched: (fields: readonly string[]): string => `searched: ${list(fields)}`,
    columns: (fields: readonly string[]): string => `filtered and sorted by: ${list(fields)}`,
    stored: (fields: readonly string[]): string => `kept: ${list(fields)}`,
  },

  init: {
    exists: (file: string): string => `${file} is there already; --force overwrites it`,
    nothing: (folder: string): string => `${folder}: nothing to index was found there`,
    found: (documents: number, input: string): string => `${count(documents, 'document', 'documents')} in ${input}`,
    reasons: {
      built: 'this is the site as it is built',
      generator: (config: string): string => `${config} says that the pages are there`,
      name: 'folders of this name usually hold texts',
      only: 'there is no folder of its own for the texts',
      chosen: 'as you chose',
    },
    others: (inputs: readonly string[]): string => `Other folders with texts: ${list(inputs)}`,
    noAnswer: 'no answer: nothing was written',
    ask: 'Which folder has the texts?',
    choice: (input: string, files: number): string => `${input} (${count(files, 'file', 'files')})`,
    number: (most: number): string => `Number (1–${most}, Enter for 1): `,
    next: 'trouvaille build makes the index.',
    comments: {
      input: 'Files, folders and globs to read.',
      out: 'The index file, where pages can load it.',
      fields: 'What is searched; and, with a type, what is filtered, counted and sorted by.',
      languages: 'The languages of the documents; perLanguage: true writes an index for each.',
      others: 'More: docs/readers.md, docs/cli.md.',
    },
  },

  serve: {
    nothing: (folder: string): string => `${folder}: there is no index file (.trv) in it`,
    at: (address: string, names: readonly string[]): string => `${address}  ${list(names)}`,
    untilStopped: 'Ctrl+C ends',
    cannotListen: (place: string, reason: string): string => `${place}: cannot listen there: ${reason}`,
  },

  search: {
    none: (question: string): string => `No document answers “${question}”.`,
    corrected: (question: string): string => `Answers to “${question}”.`,
    didYouMean: (question: string): string => `Did you mean “${question}”?`,
    problem: (code: QueryProblemCode, text: string): string =>
      `“${text}” is read as words: ${ENGLISH_QUERY_PROBLEMS[code]}`,
    found: (total: number, first: number, last: number, isLowerBound = false): string => {
      const documents = count(total, 'document', 'documents')
      if (isLowerBound) return `${number.format(first)}–${number.format(last)} of more than ${documents}`
      return first === 1 && last === total
        ? documents
        : `${number.format(first)}–${number.format(last)} of ${documents}`
    },
    held: (counts: FoundCounts): string => englishHeld(counts, n => number.format(n)),
    facet: (field: string, counts: readonly { value: string; count: number }[]): string =>
      `${field}: ${counts.map(({ value, count }) => `${value} (${number.format(count)})`).join(', ') || 'none'}`,
    also: (sections: readonly string[], others: number): string => {
      const more = others > 0 ? [`and ${number.format(others)} more`] : []
      return `Also: ${[...sections, ...more].join(' · ')}`
    },
    beyond: (total: number, isLowerBound = false): string =>
      `No more hits: there are ${isLowerBound ? 'more than ' : ''}${number.format(total)}.`,
  },

  evaluate: {
    questions: (n: number): string => count(n, 'question', 'questions'),
    topics: (n: number): string => `of ${count(n, 'topic', 'topics')}`,
    unjudged: (ids: readonly string[]): string =>
      `${count(ids.length, 'question has no answer among the judgments and counts', 'questions have no answer among the judgments and count')} for nothing: ${some(ids)}`,
    missing: (file: string, ids: readonly string[]): string =>
      `${file} does not have ${count(ids.length, 'judged document, which counts', 'judged documents, which count')} as not found: ${some(ids)}`,
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
    notFound: 'it holds no word of the question',
    notThere: 'it is not in the index',
    title: 'title',
    closeness: 'closeness',
    quotation: (text: string): string => `“${text}”`,
    lacking: (words: readonly string[]): string => `lacks: ${list(words)}`,
  },

  explain: {
    unknown: (file: string, id: string): string => `${file}: no document has the id "${id}".`,
    notFound: (question: string): string => `This document does not answer “${question}”.`,
    tooFar: (most: number): string => `This document is not among the first ${number.format(most)}.`,
    place: (rank: number, total: number, title: string): string =>
      `${title}\n${number.format(rank)} of ${number.format(total)}`,
    word: (word: string): string => `“${word}”`,
    rarity: (holding: number, all: number): string =>
      `in ${count(holding, 'document', 'documents')} of ${number.format(all)}`,
    itself: 'the word itself',
    form: (form: string, relation: string): string => `“${form}”, ${relation}`,
    relations: {
      same: 'the word itself',
      accents: 'the same word but for accents',
      stem: 'another form of the word',
      variant: 'another spelling',
      synonym: 'a synonym',
      family: 'a word of its family',
      prefix: 'a word that begins like it',
      typo: 'the word, typed with a slip',
    },
    where: (field: string, frequency: number, length: number, average: number): string =>
      `${count(frequency, 'time', 'times')} in ${field}, ${count(Math.round(length), 'word', 'words')} long (${number.format(Math.round(average))} on average)`,
    title: 'The title says what the question says',
    close: (first: string, second: string): string => `“${first}” and “${second}” stand close`,
    quotation: (text: string): string => `the quotation “${text}”`,
    sum: 'Together',
  },

  suggest: { none: (typed: string): string => `Nothing finishes “${typed}”.` },

  mcp: ENGLISH_MCP,

  similar: { none: (id: string): string => `No document is like “${id}”.` },

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
    kept: 'kept',
    stopWordPositions: 'stop words',
    leftOut: 'without positions',
    fields: 'Field',
    boost: 'Boost',
    holding: 'Documents',
    columns: 'Column',
    types: { keyword: 'keyword', number: 'number', date: 'date' },
    role: 'Role',
    title: 'title',
    stored: 'kept',
    section: 'Section',
    share: 'Share',
    word: 'Word',
    frequent: 'The most frequent words, stop words left out',
    startingWith: (prefix: string): string => `The most frequent words in “${prefix}…”`,
    noWord: (prefix: string): string => `No word starts with “${prefix}”.`,
    noWords: 'There are no words.',
  },

  verify: {
    whole: (file: string, bytes: number): string =>
      `${file} is whole: ${count(bytes, 'byte', 'bytes')} read and compared.`,
  },

  analyze: {
    text: 'Word',
    source: 'In the text',
    place: 'Place',
    position: 'Position',
    kind: 'Kind',
    class: 'Class',
    stopWord: 'stop word',
    nothing: 'There is no word in this text.',
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
    'endless-words': n => `${count(n, 'endless word', 'endless words')} taken out of texts`,
  } as Record<NoteKind, (n: number) => string>,

  skips: {
    draft: n => count(n, 'draft', 'drafts'),
    'no-index': n => `${count(n, 'page that asks', 'pages that ask')} not to be found`,
    redirect: n => `${count(n, 'page that only redirects', 'pages that only redirect')}`,
    excluded: n => `${count(n, 'file', 'files')} left out by exclude`,
    'link-outside': n => `${count(n, 'link', 'links')} that lead out of the folder (--follow reads them)`,
    'not-included': n => `${count(n, 'file', 'files')} not named by include`,
    'other-kind': n => `${count(n, 'file', 'files')} of kinds that are not read`,
    'not-a-feed': n => `${count(n, 'XML file that is', 'XML files that are')} neither RSS nor Atom`,
    'not-a-page': n => `${count(n, 'file that is', 'files that are')} no page of the site`,
    'outside-content': n => `${count(n, 'file', 'files')} outside the folders of the site’s pages`,
    'project-file': n => `${count(n, 'file', 'files')} for those who work on the project`,
    translation: n => `${count(n, 'file', 'files')} of translated messages`,
    'other-language': n => `${count(n, 'page', 'pages')} of which there is a French translation`,
    navigation: n => `${count(n, 'table', 'tables')} of contents`,
    robots: n => `${count(n, 'page', 'pages')} that robots.txt asks not to read`,
    'other-site': n => `${count(n, 'address', 'addresses')} of other sites`,
    'beyond-limit': n => `${count(n, 'page', 'pages')} beyond --max-pages`,
    'needs-package': (n, name) => `${count(n, 'file that needs', 'files that need')} a package: npm install ${name}`,
    encrypted: n => `${count(n, 'file', 'files')} protected by a password`,
    'no-text-layer': n => `${count(n, 'scanned file', 'scanned files')} without text`,
  } as Record<SkipReason, (n: number, detail: string) => string>,

  problems: englishProblems as ProblemTexts,
  evaluationProblems: englishEvaluationProblems as EvaluationProblemTexts,
}

/** Every text of the program: a language that lacks one doesn't compile. */
export type Messages = typeof english
