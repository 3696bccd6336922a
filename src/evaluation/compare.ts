/** Compares two evaluations question by question: the differences, and whether they may be due to chance. */
import { checkOptions } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Evaluation } from './evaluate.ts'
import type { Measures } from './measures.ts'
import type { EvaluationQuestion } from './questions.ts'
import { RANDOMISATION_OPTIONS, type RandomisationOptions, randomisationTest } from './randomisation-test.ts'

export interface CompareOptions extends RandomisationOptions {}

export interface QuestionComparison extends EvaluationQuestion {
  a: Measures
  b: Measures
  /** `a` less `b`: above 0 where `a` is better. */
  difference: Measures
}

export interface Comparison {
  /** The means of `a` less those of `b`. */
  difference: Measures
  /**
   * How often chance alone would give as large a difference, by a paired randomisation test over the questions, or the topics: below .05 it is
   * commonly taken for a true one.
   */
  p: Measures
  /** In the order of the questions. */
  questions: readonly QuestionComparison[]
}

/**
 * Compares two evaluations of the same questions and judgments.
 *
 * @throws InvalidOptionError where the two are not of the same questions, or only one is by topic
 *
 * @example
 * const { difference, p } = compare(evaluate(after, questions, judgments), evaluate(before, questions, judgments))
 */
export function compare(a: Evaluation, b: Evaluation, options: CompareOptions = {}): Comparison {
  checkOptions(options, RANDOMISATION_OPTIONS)
  const isSame = a.questions.length === b.questions.length && a.questions.every(({ id }, i) => id === b.questions[i].id)
  if (!isSame || (a.topics === undefined) !== (b.topics === undefined)) {
    throw new InvalidOptionError('b', 'another evaluation', 'one of the same questions, by topic if the first one is')
  }
  const [ofA, ofB] = [unitsOf(a), unitsOf(b)]
  const p = (of: (measures: Measures) => number) => randomisationTest(ofA.map(of), ofB.map(of), options)
  return {
    difference: subtract(a.measures, b.measures),
    p: { ndcg: p(({ ndcg }) => ndcg), mrr: p(({ mrr }) => mrr), recall: p(({ recall }) => recall) },
    questions: a.questions.map(({ id, text, measures }, i) => ({
      id,
      text,
      a: measures,
      b: b.questions[i].measures,
      difference: subtract(measures, b.questions[i].measures),
    })),
  }
}

/** The units to average and to permute. */
function unitsOf({ topics, questions }: Evaluation): Measures[] {
  return topics === undefined ? questions.map(({ measures }) => measures) : [...topics.values()]
}

function subtract(a: Measures, b: Measures): Measures {
  return { ndcg: a.ndcg - b.ndcg, mrr: a.mrr - b.mrr, recall: a.recall - b.recall }
}
