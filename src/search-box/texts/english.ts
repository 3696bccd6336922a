/** The English texts of the search box. */
import type { Texts } from './french.ts'

export const english: Texts = {
  label: 'Search',
  placeholder: 'Search…',
  submit: 'Search',
  close: 'Close',
  results: 'Results',
  indexes: 'Where to search',
  loading: 'Searching…',
  count: ({ shownTotal, totalIsLowerBound }, number) =>
    `${totalIsLowerBound ? 'more than ' : ''}${number(shownTotal)} ${shownTotal === 1 ? 'result' : 'results'}`,
  held: ({ total, totalIsLowerBound, fullMatches: full, fullMatchesIsLowerBound }, number) => {
    const some = full === 1 ? '1 contains' : `${number(full)} contain`
    const whole = fullMatchesIsLowerBound ? `more than ${some}` : full === 0 ? 'none contains' : some
    const partly = total - full
    if (partly === 0) return `${whole} all the words`
    return `${whole} all the words, ${totalIsLowerBound ? 'more than ' : ''}${number(partly)} ${partly === 1 ? 'contains' : 'contain'} some of them`
  },
  inDetail: (count, held) => `${count}: ${held}`,
  none: query => (query === '' ? 'No results' : `No results for “${query}”`),
  advice: 'Check the spelling, or try other words.',
  corrected: query => `Results for “${query}”.`,
  exactly: query => `Search for “${query}” as typed`,
  didYouMean: 'Did you mean',
  questionMark: '?',
  promoted: 'Featured',
  more: 'More results',
  moreSections: (n, number) => `and ${number(n)} more ${n === 1 ? 'passage' : 'passages'}`,
  all: 'All results',
  facets: 'Filter',
  clearFacets: 'Clear filters',
  dateFrom: 'From',
  dateTo: 'To',
  numberFrom: 'From',
  numberTo: 'To',
  sort: 'Sort by',
  best: 'relevance',
  recent: 'Recent searches',
  forget: 'Forget these searches',
  moves: 'choose',
  opens: 'open',
  closes: 'close',
  keyOff: key => `Turn the ${key} key off`,
  keyOn: key => `Turn the ${key} key on`,
  retry: 'Try again',
  reload: 'Reload the page',
  failures: {
    offline: 'You are offline. The search will continue when you are online again.',
    unreachable: 'Search is not available at the moment.',
    missing: 'The search index was not found.',
    unreadable: 'The search index can’t be read.',
    outdated: 'The site has been updated. Reload the page to continue searching.',
    unknown: 'Search failed.',
  },
}
