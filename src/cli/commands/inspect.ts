/** `trouvaille inspect`: the content of an index file and the sizes of its parts. */
import type { Inspection, SearchIndex } from '../../index.ts'
import { type Command, ExitCode } from '../command.ts'
import { withIndex } from '../open-index.ts'
import type { Terminal } from '../terminal.ts'
import { alignColumns } from '../text-layout.ts'

const WORDS = 20

export const inspect: Command = {
  name: 'inspect',
  summary: m => m.help.summaries.inspect,
  operands: [{ name: m => m.help.operands.file }],
  options: {
    words: { value: m => m.help.values.prefix, describe: m => m.help.describe.words },
    json: { describe: m => m.help.describe.json },
  },
  async run(args, terminal) {
    const [file] = args.operands
    const prefix = args.text('words')
    return withIndex(file, terminal.messages, index => {
      if (args.has('json')) printJson(index, prefix, terminal)
      else if (prefix === undefined) printAll(index.inspect(), terminal)
      else printWords(index.inspect(), prefix, terminal)
      return ExitCode.success
    })
  },
}

function printJson(index: SearchIndex, prefix: string | undefined, terminal: Terminal): void {
  const { frequentWords, ...inspection } = index.inspect()
  terminal.printJson({ ...inspection, frequentWords: frequentWords(wordOptions(prefix)) })
}

/** With a prefix, stop words are included; without one they would fill the list. */
function wordOptions(prefix: string | undefined) {
  return prefix === undefined ? { limit: WORDS, stopWords: false } : { limit: WORDS, prefix }
}

function printAll(inspection: Inspection, terminal: Terminal): void {
  const { colors, messages } = terminal
  const { format, inspect: say } = messages
  const { language, fields, storeFields } = inspection
  const facts = [
    [say.documents, format.number(inspection.documents)],
    [say.words, format.number(inspection.words)],
    [say.tokens, format.number(inspection.tokens)],
    [say.postings, format.number(inspection.postings)],
    [say.bytes, format.number(inspection.bytes)],
    [say.format, inspection.formatVersion],
    [say.language, describeLanguage(language)],
    [say.hash, inspection.contentHash],
    [say.id, inspection.idField],
    [say.kept, format.fields(storeFields)],
    ...(inspection.stopWordPositions ? [] : [[say.stopWordPositions, say.leftOut]]),
  ]
  for (const line of alignColumns(facts.map(([name, value]) => [colors.dim(name), value]))) terminal.print(line)
  terminal.print()
  printTable(
    [say.fields, say.holding, say.boost, say.role],
    fields.map(({ name, documents, boost, title, stored }) => [
      name,
      format.number(documents),
      format.number(boost),
      [title ? say.title : '', stored ? say.stored : ''].filter(role => role !== '').join(', '),
    ]),
    ['left', 'right', 'right'],
    terminal,
  )
  if (inspection.columns.length > 0) {
    terminal.print()
    printTable(
      [say.columns, say.holding, say.bytes, say.role],
      inspection.columns.map(({ name, documents, bytes, type, stored }) => [
        name,
        format.number(documents),
        format.number(bytes),
        [say.types[type], stored ? say.stored : ''].filter(role => role !== '').join(', '),
      ]),
      ['left', 'right', 'right'],
      terminal,
    )
  }
  terminal.print()
  printTable(
    [say.section, say.bytes, say.share],
    inspection.sections.map(({ name, bytes }) => [
      name,
      format.number(bytes),
      format.percent(bytes / inspection.bytes),
      colors.cyan('█'.repeat(Math.round((20 * bytes) / inspection.bytes))),
    ]),
    ['left', 'right', 'right'],
    terminal,
  )
  terminal.print()
  const words = inspection.frequentWords(wordOptions(undefined))
  terminal.print(colors.dim(words.length === 0 ? say.noWords : say.frequent))
  printFrequencies(words, terminal)
}

function printWords(inspection: Inspection, prefix: string, terminal: Terminal): void {
  const { colors, messages } = terminal
  const words = inspection.frequentWords(wordOptions(prefix))
  if (words.length === 0) {
    terminal.print(messages.inspect.noWord(prefix))
    return
  }
  terminal.print(colors.dim(messages.inspect.startingWith(prefix)))
  printFrequencies(words, terminal)
}

function printFrequencies(words: ReturnType<Inspection['frequentWords']>, terminal: Terminal): void {
  const { colors, messages } = terminal
  const rows = words.map(({ word, documents, stopWord }) => [
    `  ${word}`,
    messages.format.number(documents),
    stopWord ? colors.dim(messages.analyze.stopWord) : '',
  ])
  for (const line of alignColumns(rows, ['left', 'right'])) terminal.print(line.trimEnd())
}

function printTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  alignments: Parameters<typeof alignColumns>[1],
  terminal: Terminal,
): void {
  const [first, ...others] = alignColumns([head, ...rows], alignments)
  terminal.print(terminal.colors.bold(first))
  for (const line of others) terminal.print(line.trimEnd())
}

/** `french 1.1, stemmer light 2, synonyms, exceptions`: the versions of rules and word lists, and which options the file was made with. */
function describeLanguage({ name, rules, data, stemmer, options = {} }: Inspection['language']): string {
  const given = [...(stemmer ? [`stemmer ${stemmer.name} ${stemmer.version}`] : []), ...Object.keys(options)]
  return [`${name} ${rules}.${data}`, ...given].join(', ')
}
