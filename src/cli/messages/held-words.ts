/** How many of the results hold all words of a query, as the program and the page of `serve` say it. */

/** The counts of a search. */
export interface FoundCounts {
  total: number
  totalIsLowerBound?: boolean | undefined
  fullMatches: number
  fullMatchesIsLowerBound?: boolean | undefined
}

type Sentence = (counts: FoundCounts, number: (n: number) => string) => string

/** Whether the number of results does not say it already: all hold all words then. */
export function isWorthSaying({
  total,
  totalIsLowerBound,
  fullMatches,
  fullMatchesIsLowerBound,
}: FoundCounts): boolean {
  return fullMatches < total || totalIsLowerBound !== fullMatchesIsLowerBound
}

export const englishHeld: Sentence = (
  { total, totalIsLowerBound: isMore, fullMatches: full, fullMatchesIsLowerBound },
  number,
) => {
  const some = full === 1 ? '1 result holds' : `${number(full)} results hold`
  const whole = fullMatchesIsLowerBound ? `more than ${some}` : full === 0 ? 'no result holds' : some
  const partly = total - full
  if (partly === 0) return `${whole} all the words`
  return `${whole} all the words · ${isMore ? 'more than ' : ''}${number(partly)} ${partly === 1 ? 'holds' : 'hold'} some of them`
}

export const frenchHeld: Sentence = (
  { total, totalIsLowerBound: isMore, fullMatches: full, fullMatchesIsLowerBound },
  number,
) => {
  const some = full < 2 ? `${number(full)} contient` : `${number(full)} contiennent`
  const whole = fullMatchesIsLowerBound ? `plus de ${some}` : full === 0 ? 'aucun ne contient' : some
  const partly = total - full
  if (partly === 0) return `${whole} tous les mots`
  return `${whole} tous les mots · ${isMore ? 'plus de ' : ''}${number(partly)} en ${partly < 2 ? 'contient' : 'contiennent'} une partie`
}
