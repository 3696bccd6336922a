/** The texts of the page of `serve`, in French and English. */
import type { Relation } from '../../../index.ts'
import { ENGLISH_QUERY_PROBLEMS, FRENCH_QUERY_PROBLEMS } from '../../messages/query-problems.ts'

const french = {
  languages: 'Langue',
  file: 'Index',
  label: 'Que cherchez-vous\u202f?',
  begin: 'Par exemple\u00a0:',
  syntax: (field: string) =>
    `"cessez-le-feu" pour une expression exacte, -mot pour exclure un mot, ${field}:mot pour un champ, OU entre deux mots.`,
  about: (documents: string, words: string, size: string) =>
    `${documents} document${documents === '1' ? '' : 's'} · ${words} mot${words === '1' ? '' : 's'} · ${size}`,
  size: (bytes: number, number: (n: number) => string) =>
    bytes < 1e6 ? `${number(bytes / 1e3)}\u00a0ko` : `${number(bytes / 1e6)}\u00a0Mo`,
  took: (ms: string) => `en ${ms}\u00a0ms`,
  asWords: (text: string, why: string) => `«\u00a0${text}\u00a0» est lu comme des mots\u00a0: ${why}.`,
  why: 'Pourquoi ce rang\u202f?',
  word: 'Mot cherché',
  brings: 'Apport',
  met: 'Mots trouvés',
  itself: 'tel quel',
  times: (form: string, times: number, field: string) =>
    `${form}, ${times > 1 ? `${times}\u00a0fois ` : ''}dans ${field}`,
  title: 'Titre',
  titleSays: 'le titre reprend la requête',
  proximity: 'Proximité',
  quotation: 'l’expression exacte',
  close: (a: string, b: string) => `«\u00a0${a}\u00a0» et «\u00a0${b}\u00a0» sont proches`,
  score: 'Total',
  failed: 'L’index n’a pas répondu\u00a0:',
  relations: {
    same: 'le mot lui-même',
    accents: 'le même mot, aux accents près',
    stem: 'une autre forme',
    variant: 'une autre graphie',
    synonym: 'un synonyme',
    family: 'un mot de la même famille',
    prefix: 'un mot qui commence ainsi',
    typo: 'une correction',
  } satisfies Record<Relation, string> as Record<Relation, string>,
  problems: FRENCH_QUERY_PROBLEMS,
}

const english: typeof french = {
  languages: 'Language',
  file: 'Index',
  label: 'What are you looking for?',
  begin: 'For example:',
  syntax: field =>
    `"cessez-le-feu" for a phrase, -word to exclude a word, ${field}:word to search a field, OR between alternatives.`,
  about: (documents, words, size) =>
    `${documents} document${documents === '1' ? '' : 's'} · ${words} word${words === '1' ? '' : 's'} · ${size}`,
  size: (bytes, number) => (bytes < 1e6 ? `${number(bytes / 1e3)}\u00a0kB` : `${number(bytes / 1e6)}\u00a0MB`),
  took: ms => `in ${ms} ms`,
  asWords: (text, why) => `“${text}” is searched as words: ${why}.`,
  why: 'Why is this here?',
  word: 'Query word',
  brings: 'Score',
  met: 'Matched',
  itself: 'exactly',
  times: (form, times, field) => `${form}${times > 1 ? `, ${times} times` : ''}, in ${field}`,
  title: 'Title',
  titleSays: 'the title matches the query',
  proximity: 'Proximity',
  quotation: 'the exact phrase',
  close: (a, b) => `“${a}” and “${b}” are close together`,
  score: 'Total',
  failed: 'The index did not respond:',
  relations: {
    same: 'the word itself',
    accents: 'other accents',
    stem: 'another form',
    variant: 'another spelling',
    synonym: 'a synonym',
    family: 'of the same family',
    prefix: 'starts like this',
    typo: 'a typo',
  },
  problems: ENGLISH_QUERY_PROBLEMS,
}

export type Texts = typeof french
export const texts: Readonly<Record<'fr' | 'en', Texts>> = { fr: french, en: english }
