/** `trouvaille evaluate`: measures how well an index answers questions with known answers, shows the worst ones, and compares two indexes. */
import {
  type Evaluation,
  EvaluationFileError,
  evaluate as evaluateIndex,
  readJudgments,
  readQuestions,
} from '../../evaluation/index.ts'
import type { SearchIndex } from '../../index.ts'
import { readText } from '../../internal-build.ts'
import { diskFile, SourceError } from '../../readers/index.ts'
import { type Arguments, type Command, ExitCode } from '../command.ts'
import { reportEvaluation } from '../evaluation-report.ts'
import { evaluationProblemLine, Failure, problemLine } from '../failure.ts'
import type { Messages } from '../messages/english.ts'
import { withIndex } from '../open-index.ts'
import { OpenedLanguage, synonymsOf, synonymsOption } from '../opened-language.ts'

const MAX_WORST = 10_000

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
    const opened = new OpenedLanguage(await synonymsOf(args, messages))
    const against = args.text('against')
    const other = against === undefined ? undefined : await withIndex(against, messages, measure)
    return withIndex(
      file,
      messages,
      index => {
        // Both sides may be the same file, with and without synonyms.
        const name = [file, args.text('synonyms') ?? []].flat().join(' + ')
        const measured = { file: name, evaluation: measure(index) }
        const compared = other && { file: against ?? '', evaluation: other }
        reportEvaluation(index, opened.language, measured, compared, worst, args.has('json'), terminal)
        return ExitCode.success
      },
      opened.options,
    )
  },
}

async function makeMeasurer(args: Arguments, messages: Messages): Promise<(index: SearchIndex) => Evaluation> {
  const [questionsFile, judgmentsFile] = ['questions', 'judgments'].map(option => args.text(option) ?? '')
  try {
    const questions = readQuestions(await read(questionsFile), questionsFile)
    const judgments = readJudgments(await read(judgmentsFile), { file: judgmentsFile, questions })
    return index => evaluateIndex(index, questions, judgments, { byTopic: args.has('by-topic') })
  } catch (error) {
    if (error instanceof EvaluationFileError) throw new Failure(evaluationProblemLine(error, messages))
    if (error instanceof SourceError) throw new Failure(problemLine(error, messages))
    throw error
  }
}

/** In UTF-16 units: enough for a million judgments. */
const MOST_OF_FILE = 64 * 2 ** 20

function read(file: string): Promise<string> {
  return readText(diskFile(file), MOST_OF_FILE)
}
