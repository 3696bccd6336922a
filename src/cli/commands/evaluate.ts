/** `trouvaille evaluate`: how well an index answers questions whose answers are known, which it answers worst, and whether another does better. */
import {
  type Comparison,
  compare,
  diagnose,
  type Evaluation,
  EvaluationFileError,
  evaluate as evaluateIndex,
  type Judgments,
  type Measures,
  type QuestionComparison,
  type QuestionEvaluation,
  readJudgments,
  readQuestions,
} from '../../evaluation/index.ts'
import type { Language, SearchIndex } from '../../index.ts'
import { readText } from '../../readers/source.ts'
import { SourceError } from '../../readers/source-error.ts'
import { alignColumns } from '../columns.ts'
import { type Arguments, type Command, ExitCode } from '../command.ts'
import { diskFile } from '../disk-file.ts'
import { evaluationProblemLine, Failure, problemLine, systemReason } from '../failure.ts'
import type { Messages } from '../messages/english.ts'
import { withIndex } from '../open-index.ts'
import { questionLines } from '../question-lines.ts'
import { languageOf, synonymsOption } from '../synonyms-file.ts'
import type { Terminal } from '../terminal.ts'

const MAX_WORST = 10_000

/** As people know the measures. */
const NAMES = { ndcg: 'nDCG@10', mrr: 'MRR@10', recall: 'R@100' } as const
const MEASURES = ['ndcg', 'mrr', 'recall'] as const

export const evaluate: Command = {
  name: 'evaluate',
  summary: m => m.help.summaries.evaluate,
  operands: [{ name: m => m.help.operands.file }],
  options: {
    questions: { value: m => m.help.values.file, required: true, describe: m => m.help.describe.questions },
    judgments: { value: m => m.help.values.file, required: true, describe: m => m.help.describe.judgments },
    against: { value: m => m.help.operands.file, describe: m => m.help.describe.against },
    'by-topic': { describe: m => m.help.describe.byTopic },
    worst: { value: m => m.help.values.count, describe: m => m.help.describe.worst },
    synonyms: synonymsOption,
    json: { describe: m => m.help.describe.json },
  },
  async run(args, terminal) {
    const { messages } = terminal
    const [file] = args.operands
    const worst = args.count('worst', 10, MAX_WORST)
    const measure = await makeMeasurer(args, messages)
    const language = await languageOf(args, messages)
    const against = args.text('against')
    const other = against === undefined ? undefined : await withIndex(against, messages, measure)
    return withIndex(
      file,
      messages,
      index => {
        // The same file may stand on both sides, with synonyms and without.
        const name = [file, args.text('synonyms') ?? []].flat().join(' + ')
        const measured = { file: name, evaluation: measure(index) }
        const compared = other && { file: against ?? '', evaluation: other }
        report(index, language, measured, compared, worst, args.has('json'), terminal)
        return ExitCode.success
      },
      { language },
    )
  },
}

/** What came of an index file. */
interface Measured {
  /** As people see it: with its synonyms. */
  file: string
  evaluation: Evaluation
}

async function makeMeasurer(args: Arguments, messages: Messages): Promise<(index: SearchIndex) => Evaluation> {
  const [questionsFile, judgmentsFile] = ['questions', 'judgments'].map(option => args.text(option) ?? '')
  try {
    const questions = readQuestions(await read(questionsFile, messages), questionsFile)
    const judgments: Judgments = readJudgments(await read(judgmentsFile, messages), { file: judgmentsFile, questions })
    return index => evaluateIndex(index, questions, judgments, { byTopic: args.has('by-topic') })
  } catch (error) {
    if (error instanceof EvaluationFileError) throw new Failure(evaluationProblemLine(error, messages))
    if (error instanceof SourceError) throw new Failure(problemLine(error, messages))
    throw error
  }
}

function read(file: string, messages: Messages): Promise<string> {
  return readText(
    diskFile(
      file,
      () => {},
      error => systemReason(error, messages),
    ),
  )
}

function report(
  index: SearchIndex,
  language: Language | undefined,
  measured: Measured,
  other: Measured | undefined,
  count: number,
  json: boolean,
  terminal: Terminal,
): void {
  const { evaluation } = measured
  const comparison = other && compare(evaluation, other.evaluation)
  const moved = comparison && mostMoved(comparison).slice(0, count)
  const worst = worstOf(evaluation).slice(0, count)
  if (json) printJson(index, measured, worst, other && { ...other, comparison, moved }, terminal)
  else {
    printMeasures(measured, other, comparison, terminal)
    if (count === 0) return
    terminal.print()
    if (moved === undefined) printWorst(index, language, worst, terminal)
    else printMoved(moved, terminal)
  }
}

/** The worst first; those that could not be better are not among them. */
function worstOf({ questions }: Evaluation): QuestionEvaluation[] {
  return questions
    .filter(({ measures }) => measures.ndcg < 1)
    .sort((a, b) => a.measures.ndcg - b.measures.ndcg || a.measures.recall - b.measures.recall)
}

function mostMoved({ questions }: Comparison): QuestionComparison[] {
  return questions
    .filter(({ difference }) => difference.ndcg !== 0)
    .sort((a, b) => Math.abs(b.difference.ndcg) - Math.abs(a.difference.ndcg))
}

function printMeasures(
  { file, evaluation }: Measured,
  other: Measured | undefined,
  comparison: Comparison | undefined,
  terminal: Terminal,
): void {
  const { colors, messages } = terminal
  const { evaluate: say, format } = messages
  const { questions, topics, unjudged, measures } = evaluation
  const asked = say.questions(questions.length)
  terminal.print(colors.bold(topics === undefined ? asked : `${asked} ${say.topics(topics.size)}`))
  reportMissing(file, evaluation, terminal)
  if (other !== undefined) reportMissing(other.file, other.evaluation, terminal)
  if (unjudged.length > 0) terminal.report(say.unjudged(unjudged))
  const columns: { head: string; cell: (measure: keyof Measures) => string }[] = [
    { head: file, cell: measure => format.measure(measures[measure]) },
  ]
  if (other !== undefined && comparison !== undefined) {
    const { difference, p } = comparison
    columns.push(
      { head: other.file, cell: measure => format.measure(other.evaluation.measures[measure]) },
      { head: say.difference, cell: measure => format.difference(difference[measure]) },
      { head: say.p, cell: measure => format.probability(p[measure]) },
    )
  }
  const rows = MEASURES.map(measure => [`  ${NAMES[measure]}`, ...columns.map(({ cell }) => cell(measure))])
  const head = ['', ...columns.map(({ head }) => head)]
  const alignments = ['left' as const, ...columns.map(() => 'right' as const)]
  for (const line of alignColumns(other === undefined ? rows : [head, ...rows], alignments)) terminal.print(line)
}

function reportMissing(file: string, { missing }: Evaluation, terminal: Terminal): void {
  const documents = missing.map(({ question, document }) => `${document} (${question})`)
  if (documents.length > 0) terminal.report(terminal.messages.evaluate.missing(file, documents))
}

function printWorst(
  index: SearchIndex,
  language: Language | undefined,
  worst: readonly QuestionEvaluation[],
  terminal: Terminal,
): void {
  const { colors, messages } = terminal
  const { evaluate: say, format } = messages
  terminal.print(colors.dim(worst.length === 0 ? say.perfect : say.worst(worst.length)))
  const titleField = index.inspect().fields.find(({ title, stored }) => title && stored)?.name
  worst.forEach((question, i) => {
    terminal.print()
    const { ndcg, mrr, recall } = question.measures
    const measures = [
      `nDCG@10 ${format.measure(ndcg)}`,
      `MRR@10 ${format.measure(mrr)}`,
      `R@100 ${format.measure(recall)}`,
    ]
    terminal.print(`${colors.dim(`${format.number(i + 1)}.`)} ${colors.bold(question.text)}`)
    terminal.print(colors.dim(`   ${[question.id, ...measures].join(' · ')}`))
    for (const line of questionLines(question, diagnose(index, question), titleField, language, terminal)) {
      terminal.print(line)
    }
  })
}

function printMoved(moved: readonly QuestionComparison[], terminal: Terminal): void {
  const { colors, messages } = terminal
  const { evaluate: say, format } = messages
  terminal.print(colors.dim(moved.length === 0 ? say.unmoved : say.moved(moved.length)))
  const rows = moved.map(({ id, text, a, b, difference }) => [
    `  ${(difference.ndcg > 0 ? colors.green : colors.red)(format.difference(difference.ndcg))}`,
    format.measure(a.ndcg),
    format.measure(b.ndcg),
    id,
    text,
  ])
  for (const line of alignColumns(rows)) terminal.print(line)
}

function printJson(
  index: SearchIndex,
  { file, evaluation }: Measured,
  worst: readonly QuestionEvaluation[],
  other: (Measured & { comparison?: Comparison; moved?: readonly QuestionComparison[] }) | undefined,
  terminal: Terminal,
): void {
  const { measures, questions, topics, unjudged, missing } = evaluation
  terminal.printJson({
    index: file,
    questions: questions.length,
    topics: topics?.size,
    measures,
    unjudged,
    missing,
    worst: worst.map(question => {
      const { id, text, measures } = question
      return { id, text, measures, ...diagnose(index, question) }
    }),
    against: other && {
      index: other.file,
      measures: other.evaluation.measures,
      missing: other.evaluation.missing,
      difference: other.comparison?.difference,
      p: other.comparison?.p,
      moved: other.moved,
    },
  })
}
