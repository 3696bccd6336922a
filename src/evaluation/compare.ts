/** Compares two evaluations question by question: the differences, and whether they may be due to chance. */
import { checkOptions } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Evaluation } from './evaluate.ts'
import type { Measures } from './measures.ts'
import type { EvaluationQuestion } from './questions.ts'
import { RANDOMISATION_OPTIONS, type RandomisationOptions, randomisationTest } from './randomisation-test.ts'

/** The options of `compare()`. None of them is needed. */
export interface CompareOptions extends RandomisationOptions {}

/** A question with its measures in two evaluations. */
export interface QuestionComparison extends EvaluationQuestion {
  /** The measures in the first evaluation. */
  a: Measures
  /** The measures in the second evaluation. */
  b: Measures
  /** `a` minus `b`: above 0 if `a` is better. */
  difference: Measures
}

/** What `compare()` returns. */
export interface Comparison {
  /** The means of `a` minus those of `b`: above 0 if `a` is better. */
  difference: Measures
  /**
   * The p-value of each difference: how often chance alone would give one as large, by a paired randomisation test over the questions, or the topics. Below 0.05, a
   * difference is commonly taken for a true one.
   */
  p: Measures
  /** The questions, in their order. */
  questions: readonly QuestionComparison[]
}

/**
 * Compares two evaluations of the same questions and judgments, to decide whether a change is an improvement or chance.
 *
 * @throws InvalidOptionError if the two are not of the same questions, or only one is by topic
 * @example
 * const before = evaluate(index, questions, judgments)
 * const after = evaluate(index, questions, judgments, { search: { match: '75%' } })
 * const { difference, p } = compare(after, before)
 */
export function compare(a: Evaluation, b: Evaluation, options: CompareOptions = {}): Comparison {
  checkOptions(options, RANDOMISATION_OPTIONS)
  const isSame = a.questions.length === b.questions.length && a.questions.every(({ id }, i) => id === b.questions[i].id)
  if (!isSame || (a.topics === undefined) !== (b.topics === undefined)) {
    throw new InvalidOptionError(
      'b',
      'another evaluation',
      'an evaluation of the same questions, by topic if the first one is by topic',
    )
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
