/** The French texts of the search box. Other languages have the same shape. */
import type { FailureKind } from '../failure.ts'
import type { Answer } from '../search-state.ts'
import { frenchHeld } from './held-words.ts'

/** Formats a number in the language. */
type Format = (n: number) => string
/** The counts of an answer. */
type Counts = Pick<Answer, 'shownTotal' | 'total' | 'totalIsLowerBound' | 'fullMatches' | 'fullMatchesIsLowerBound'>

const quote = (text: string) => `«\u00a0${text}\u00a0»`

export const french = {
  label: 'Rechercher',
  placeholder: 'Rechercher…',
  submit: 'Rechercher',
  close: 'Fermer',
  results: 'Résultats',
  indexes: 'Où chercher',
  loading: 'Recherche en cours…',
  count: ({ shownTotal, totalIsLowerBound }: Counts, number: Format): string =>
    `${totalIsLowerBound ? 'plus de ' : ''}${number(shownTotal)} résultat${shownTotal < 2 ? '' : 's'}`,
  /** How many documents contain all words, and how many some of them. */
  held: (counts: Counts, number: Format): string => frenchHeld(counts, number),
  inDetail: (count: string, held: string): string => `${count}\u00a0: ${held}`,
  none: (query: string): string => (query === '' ? 'Aucun résultat' : `Aucun résultat pour ${quote(query)}`),
  advice: 'Vérifiez l’orthographe, ou essayez d’autres mots.',
  corrected: (query: string): string => `Résultats pour ${quote(query)}.`,
  exactly: (query: string): string => `Rechercher ${quote(query)} sans correction`,
  didYouMean: 'Vouliez-vous dire',
  questionMark: '\u202f?',
  promoted: 'Mis en avant',
  more: 'Plus de résultats',
  moreSections: (n: number, number: Format): string =>
    `et ${number(n)} autre${n < 2 ? '' : 's'} passage${n < 2 ? '' : 's'}`,
  all: 'Tous les résultats',
  facets: 'Affiner',
  clearFacets: 'Effacer les filtres',
  dateFrom: 'Du',
  dateTo: 'Au',
  numberFrom: 'De',
  numberTo: 'À',
  sort: 'Trier par',
  best: 'pertinence',
  recent: 'Recherches récentes',
  forget: 'Effacer ces recherches',
  moves: 'choisir',
  opens: 'ouvrir',
  closes: 'fermer',
  keyOff: (key: string): string => `Désactiver la touche ${key}`,
  keyOn: (key: string): string => `Activer la touche ${key}`,
  retry: 'Réessayer',
  reload: 'Recharger la page',
  failures: {
    offline: 'Vous êtes hors connexion. La recherche reprendra dès que la connexion sera rétablie.',
    unreachable: 'La recherche ne répond pas pour le moment.',
    missing: 'L’index de recherche est introuvable.',
    unreadable: 'L’index de recherche est illisible.',
    outdated: 'Le site a été mis à jour\u00a0: rechargez la page pour poursuivre vos recherches.',
    unknown: 'La recherche a échoué.',
  } satisfies Record<FailureKind, string> as Record<FailureKind, string>,
}

/** The texts of a search box, by name. Some are functions of counts. */
export type Texts = typeof french
