/** Reports an evaluation: the measures, then the worst questions or those that moved; or everything as JSON. */
import {
  type Comparison,
  compare,
  diagnose,
  type Evaluation,
  type Measures,
  type QuestionComparison,
  type QuestionEvaluation,
} from '../evaluation/index.ts'
import type { Language, SearchIndex } from '../index.ts'
import { titleFieldOf } from './hit-parts.ts'
import { onOneLine } from './plain-text.ts'
import { questionLines } from './question-lines.ts'
import type { Terminal } from './terminal.ts'
import { alignColumns } from './text-layout.ts'

/** The evaluation of an index file. */
interface Measured {
  /** The label: the file with its synonyms. */
  file: string
  evaluation: Evaluation
}

/** The labels of the measures. */
const NAMES = { ndcg: 'nDCG@10', mrr: 'MRR@10', recall: 'R@100' } as const
const MEASURES = ['ndcg', 'mrr', 'recall'] as const

/** Reports on `measured`, the evaluation of `index`; `count` is how many questions to show at most. */
export function reportEvaluation(
  index: SearchIndex,
  language: Language,
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

/** The worst first, without perfect ones. */
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
  language: Language,
  worst: readonly QuestionEvaluation[],
  terminal: Terminal,
): void {
  const { colors, messages } = terminal
  const { evaluate: say, format } = messages
  terminal.print(colors.dim(worst.length === 0 ? say.perfect : say.worst(worst.length)))
  const titleField = titleFieldOf(index.inspect().fields)
  worst.forEach((question, i) => {
    terminal.print()
    const measures = MEASURES.map(measure => `${NAMES[measure]} ${format.measure(question.measures[measure])}`)
    terminal.print(`${colors.dim(`${format.number(i + 1)}.`)} ${colors.bold(onOneLine(question.text))}`)
    terminal.print(colors.dim(`   ${[onOneLine(question.id), ...measures].join(' · ')}`))
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
