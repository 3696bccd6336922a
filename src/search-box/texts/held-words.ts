/** How many results hold all the words of a query, and how many some of them: one sentence for search boxes and for the program. */

/** The counts of a search. */
export interface FoundCounts {
  total: number
  totalIsLowerBound?: boolean | undefined
  fullMatches: number
  fullMatchesIsLowerBound?: boolean | undefined
}

/** It follows the number of results, and does not say again what they are. */
type Sentence = (counts: FoundCounts, number: (n: number) => string) => string

/** Whether the number of results does not say it already: all hold all the words then. */
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
) => {
  const some = full === 1 ? '1 holds' : `${number(full)} hold`
  const whole = fullMatchesIsLowerBound ? `more than ${some}` : full === 0 ? 'none holds' : some
  const partly = total - full
  if (partly === 0) return `${whole} all the words`
  return `${whole} all the words, ${totalIsLowerBound ? 'more than ' : ''}${number(partly)} ${partly === 1 ? 'holds' : 'hold'} some of them`
}

export const frenchHeld: Sentence = (
  { total, totalIsLowerBound, fullMatches: full, fullMatchesIsLowerBound },
  number,
) => {
  const some = `${number(full)} ${full < 2 ? 'contient' : 'contiennent'}`
  const whole = fullMatchesIsLowerBound ? `plus de ${some}` : full === 0 ? 'aucun ne contient' : some
  const partly = total - full
  if (partly === 0) return `${whole} tous les mots`
  return `${whole} tous les mots, ${totalIsLowerBound ? 'plus de ' : ''}${number(partly)} en ${partly < 2 ? 'contient' : 'contiennent'} une partie`
}
