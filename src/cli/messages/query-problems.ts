/** The messages for problems of a query, in French and English, for the program and the page of `serve`. */
import type { QueryProblemCode } from '../../index.ts'

export const FRENCH_QUERY_PROBLEMS: Record<QueryProblemCode, string> = {
  'unclosed-quote': 'le guillemet n’est jamais fermé',
  'unclosed-parenthesis': 'la parenthèse n’est jamais fermée',
  'unopened-parenthesis': 'la parenthèse n’a jamais été ouverte',
  'lone-operator': 'ET et OU se placent entre deux choses',
  'unknown-field': 'ce champ n’existe pas',
  'unreadable-value': 'le champ n’a pas de valeurs de cette sorte',
  'no-exclusion': 'le tiret n’exclut rien dans une phrase : mettez-le entre parenthèses',
  'too-deep': 'trop de parenthèses les unes dans les autres',
  'too-many': 'trop d’opérateurs',
}

export const ENGLISH_QUERY_PROBLEMS: Record<QueryProblemCode, string> = {
  'unclosed-quote': 'the quote is never closed',
  'unclosed-parenthesis': 'the parenthesis is never closed',
  'unopened-parenthesis': 'the parenthesis was never opened',
  'lone-operator': 'AND and OR stand between two things',
  'unknown-field': 'there is no such field',
  'unreadable-value': 'the field has no such values',
  'no-exclusion': 'the minus excludes nothing in a sentence: put it in parentheses',
  'too-deep': 'parentheses nest too deep',
  'too-many': 'too many operators',
}
