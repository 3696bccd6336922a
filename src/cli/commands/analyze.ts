/** `trouvaille analyze`: the words that the index sees in a text. */
import { text as readAll } from 'node:stream/consumers'
import { type AnalyzedToken, analyze as analyzeText, french, type Language } from '../../index.ts'
import { type Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'
import { alignColumns } from '../text-layout.ts'

export const analyze: Command = {
  name: 'analyze',
  summary: m => m.help.summaries.analyze,
  operands: [{ name: m => m.help.operands.text, rest: true }],
  options: {
    query: { describe: m => m.help.describe.query },
    json: { describe: m => m.help.describe.json },
  },
  async run(args, terminal) {
    const { operands } = args
    const isPiped = operands.length === 1 && operands[0] === '-'
    const text = isPiped ? await readAll(terminal.surroundings.stdin) : operands.join(' ')
    const language = french()
    const tokens = analyzeText(text, language, { query: args.has('query'), elisions: true })
    if (args.has('json')) terminal.printJson({ text, tokens: tokens.map(token => described(token, language)) })
    else printTokens(text, tokens, language, terminal)
    return ExitCode.success
  },
}

function described(token: AnalyzedToken, language: Language) {
  return { ...token, class: language.key(token.text), stopWord: language.isStopWord(token.text) }
}

function printTokens(text: string, tokens: readonly AnalyzedToken[], language: Language, terminal: Terminal): void {
  const { colors, messages } = terminal
  const say = messages.analyze
  if (tokens.length === 0) {
    terminal.print(say.nothing)
    return
  }
  const rows = tokens.map(token => [
    token.text,
    text.slice(token.start, token.end).replace(/\s+/g, ' '),
    `${token.start}–${token.end}`,
    // A whole covers the positions of its parts.
    token.span === undefined ? String(token.position) : `${token.position}–${token.position + token.span - 1}`,
    say.kinds[token.kind],
    language.key(token.text),
    language.isStopWord(token.text) ? say.stopWord : '',
  ])
  const head = [say.text, say.source, say.place, say.position, say.kind, say.class, '']
  const [first, ...lines] = alignColumns([head, ...rows])
  terminal.print(colors.bold(first.trimEnd()))
  lines.forEach((line, i) => {
    const isStopWord = rows[i][6] !== ''
    terminal.print(isStopWord ? colors.dim(line.trimEnd()) : line.trimEnd())
  })
}
