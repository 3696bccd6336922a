/** The message about how many results contain all words of a query, for search boxes and the program. */

/** The counts of a search. */
export interface FoundCounts {
  total: number
  totalIsLowerBound?: boolean | undefined
  fullMatches: number
  fullMatchesIsLowerBound?: boolean | undefined
}

/** It follows the number of results. `separator`: default: a comma. */
type Sentence = (counts: FoundCounts, number: (n: number) => string, separator?: string) => string

/** Whether the message is needed; not if all results contain all words. */
export function isWorthSaying({
  total,
  totalIsLowerBound = false,
  fullMatches,
  fullMatchesIsLowerBound = false,
}: FoundCounts): boolean {
  return fullMatches < total || totalIsLowerBound !== fullMatchesIsLowerBound
}

export const englishHeld: Sentence = (
  { total, totalIsLowerBound, fullMatches: full, fullMatchesIsLowerBound },
  number,
  separator = ', ',
) => {
  const some = full === 1 ? '1 contains' : `${number(full)} contain`
  const whole = fullMatchesIsLowerBound ? `more than ${some}` : full === 0 ? 'none contains' : some
  const partly = total - full
  if (partly === 0) return `${whole} all the words`
  return `${whole} all the words${separator}${totalIsLowerBound ? 'more than ' : ''}${number(partly)} ${partly === 1 ? 'contains' : 'contain'} some of them`
}

export const frenchHeld: Sentence = (
  { total, totalIsLowerBound, fullMatches: full, fullMatchesIsLowerBound },
  number,
  separator = ', ',
) => {
  const some = `${number(full)} ${full < 2 ? 'contient' : 'contiennent'}`
  const whole = fullMatchesIsLowerBound ? `plus de ${some}` : full === 0 ? 'aucun ne contient' : some
  const partly = total - full
  if (partly === 0) return `${whole} tous les mots`
  return `${whole} tous les mots${separator}${totalIsLowerBound ? 'plus de ' : ''}${number(partly)} en ${partly < 2 ? 'contient' : 'contiennent'} une partie`
}
