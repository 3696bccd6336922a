/** The messages for problems of a query, in French and English, for the program and the page of `serve`. */
import type { QueryProblemCode } from '../../index.ts'

export const FRENCH_QUERY_PROBLEMS: Record<QueryProblemCode, string> = {
  'unclosed-quote': 'le guillemet n’est jamais fermé',
  'unclosed-parenthesis': 'la parenthèse n’est jamais fermée',
  'unopened-parenthesis': 'la parenthèse n’a jamais été ouverte',
  'lone-operator': 'ET et OU se placent entre deux termes',
  'unknown-field': 'ce champ n’existe pas',
  'unreadable-value': 'le champ ne contient pas de valeurs de cette forme',
  'no-exclusion': 'dans une phrase, le tiret n’exclut rien : placez le mot à exclure entre parenthèses, avec son tiret',
  'too-deep': 'trop de parenthèses imbriquées',
  'too-many': 'trop d’opérateurs',
}

export const ENGLISH_QUERY_PROBLEMS: Record<QueryProblemCode, string> = {
  'unclosed-quote': 'the quote is never closed',
  'unclosed-parenthesis': 'the parenthesis is never closed',
  'unopened-parenthesis': 'the parenthesis was never opened',
  'lone-operator': 'AND and OR need something on both sides',
  'unknown-field': 'unknown field',
  'unreadable-value': 'this is not a value of the field’s type',
  'no-exclusion': 'in a sentence, a minus excludes nothing; put it in parentheses',
  'too-deep': 'parentheses are nested too deep',
  'too-many': 'too many operators',
}
