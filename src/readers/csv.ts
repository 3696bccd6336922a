/** CSV (RFC 4180) and TSV: the first line names the fields, each record is a document. Read record by record, so a file may be larger than memory. */
import { CsvError, type Parser, parse } from 'csv-parse'
import type { Reader, SourceDocument, SourceFile } from './source.ts'
import { SourceError } from './source-error.ts'

interface ParsedRecord {
  cells: string[]
  lastLine: number
}

/** In characters. An unclosed quote would read the rest of the file into memory. */
const MOST_OF_RECORD = 2 ** 20

export const csv: Reader = {
  extensions: ['.csv'],
  mayBeWindows1252: true,
  read: file => readRecords(file, undefined),
}

export const tsv: Reader = {
  extensions: ['.tsv', '.tab'],
  mayBeWindows1252: true,
  read: file => readRecords(file, '\t'),
}

async function* readRecords(
  file: SourceFile,
  separator: string | undefined,
): AsyncGenerator<SourceDocument | SourceError> {
  let names: string[] | undefined
  let line = 1
  try {
    for await (const { cells, lastLine } of parseRecords(file, separator)) {
      const at = line
      line = lastLine + 1
      if (names === undefined) names = readNames(cells, file.name, at)
      // Spreadsheets also write rows that were emptied.
      else if (cells.every(cell => cell === '')) continue
      else if (cells.length === names.length) yield documentOf(cells, names, at)
      else yield new SourceError(file.name, at, { kind: 'csv-width', found: cells.length, wanted: names.length })
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new SourceError(file.name, line, { kind: 'csv', reason: csvReasonOf(error) }, { cause: error })
  }
  if (names === undefined) throw new SourceError(file.name, 1, { kind: 'empty' })
}

/** Excel reads and writes `sep=;` as a first line. */
const SEPARATOR_LINE = /^\ufeff?"?sep=([,;\t|])"?[ \t]*(?:\r?\n|$)/i

/** @throws CsvError after all records before the error */
async function* parseRecords(file: SourceFile, separator: string | undefined): AsyncGenerator<ParsedRecord> {
  let records: ParsedRecord[] = []
  let parser: Parser | undefined
  for await (const piece of withWholeFirstLine(file.chunks())) {
    let text = piece
    if (parser === undefined) {
      const [line = '', own] = SEPARATOR_LINE.exec(text) ?? []
      // An empty line in its place keeps line numbers.
      if (own !== undefined) text = text.slice(line.trimEnd().length)
      parser = makeParser(separator ?? own ?? separatorOf(text), record => records.push(record))
    }
    const fault = await write(parser, text)
    yield* records
    records = []
    if (fault) throw fault
  }
  if (parser === undefined) return
  const fault = await write(parser, undefined)
  yield* records
  if (fault) throw fault
}

/** As a stream, the parser would lose its buffered records on an error, so records are taken as they are found. */
function makeParser(delimiter: string, onRecord: (record: ParsedRecord) => void): Parser {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    // Tabs always separate fields, because programs that write TSV rarely quote.
    relax_quotes: delimiter === '\t',
    skip_empty_lines: true,
    max_record_size: MOST_OF_RECORD,
    on_record(cells: string[], { lines }) {
      onRecord({ cells, lastLine: lines })
      return null
    },
  })
  // The writer receives errors, too.
  parser.on('error', () => {}).resume()
  return parser
}

/** Writes a piece of text, or the end. Returns the error, if any. */
function write(parser: Parser, text: string | undefined): Promise<Error | null | undefined> {
  return new Promise(resolve => {
    if (text === undefined) parser.once('error', resolve).once('end', resolve).end()
    else parser.write(text, resolve)
  })
}

async function* withWholeFirstLine(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let head: string | undefined = ''
  for await (const piece of pieces) {
    if (head === undefined) yield piece
    else {
      head += piece
      if (!head.trimStart().includes('\n') && head.length < MOST_OF_RECORD) continue
      yield head
      head = undefined
    }
  }
  if (head !== undefined) yield head
}

/** French spreadsheets separate fields by semicolons, because the comma is their decimal mark. */
function separatorOf(head: string): string {
  const [line] = head
    .trimStart()
    .replace(/"[^"]*"/g, '')
    .split('\n')
  const count = (separator: string) => line.split(separator).length
  return [',', ';', '\t', '|'].reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}

function readNames(record: readonly string[], file: string, line: number): string[] {
  const names = record.map(name => name.trim())
  const seen = new Set<string>()
  // A set, because a line may name half a million fields.
  const twice = names.find(name => name !== '' && seen.size === seen.add(name).size)
  if (twice !== undefined) throw new SourceError(file, line, { kind: 'csv-name', name: twice })
  return names
}

/** An empty cell has no value, and a column without a name is skipped. */
function documentOf(record: readonly string[], names: readonly string[], line: number): SourceDocument {
  const cells = record.flatMap((cell, i) => (cell === '' || names[i] === '' ? [] : [[names[i], cell]]))
  return { fields: Object.fromEntries(cells), isWholeFile: false, line, lineOf: () => line }
}

function csvReasonOf({ code }: CsvError): 'open-quote' | 'lone-quote' | 'too-large' {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'open-quote'
  return code === 'CSV_MAX_RECORD_SIZE' ? 'too-large' : 'lone-quote'
}
