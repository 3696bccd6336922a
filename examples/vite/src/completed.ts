/** A question whose last word is still being typed, with the words it may become. */
import type { Inspection, SearchIndex } from 'trouvaille'

const COMPLETIONS = 3

/** The question as it is where its last word finds something, else with the most frequent words that start like it. */
export function completed<T extends object>(question: string, index: SearchIndex<T>, inspection: Inspection): string {
  const last = /[\p{L}\p{N}-]{2,}$/u.exec(question)?.[0]
  if (last === undefined || index.search(last, { limit: 0 }).total > 0) return question
  const words = inspection.frequentWords({ prefix: last, limit: COMPLETIONS }).map(({ word }) => word)
  return [question.slice(0, -last.length), ...words].join(' ')
}
