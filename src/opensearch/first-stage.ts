/**
 * A cheap score that selects candidates: OpenSearch's BM25 over the same words and classes, with the best field of each word. The weights of Trouvaille's
 * formula are boosts; rarities are OpenSearch's, which differ little.
 */
import { WEIGHT_UNIT } from '../query/expand.ts'
import type { SearchedField } from '../search/score-segment.ts'
import type { WeighedTerm } from '../search/weigh.ts'
import { OWN_FORM_WEIGHT } from '../weights.ts'
import { allOf, type Clause, isWholeClass } from './clauses.ts'
import type { FieldPaths } from './index-names.ts'
import { keyToken, wordToken } from './tokens.ts'

/** What other fields and forms add to the best one. */
const TIE_BREAKER = 0.1
/** OpenSearch allows 1,024 clauses, including those that match. */
const MOST_CLAUSES = 600
/** The weight of a synonym of several words, relative to the rarity of its word. It is generous, because documents that are not candidates are lost. */
const SUBSTITUTE_WEIGHT = 0.5

/** The clauses that score; if there are too many, those of the rarest words. */
export function scoringClauses(
  terms: readonly WeighedTerm[],
  fields: readonly SearchedField[],
  paths: FieldPaths,
): Clause[] {
  const clauses: Clause[] = []
  let left = MOST_CLAUSES
  for (const term of [...terms].sort((a, b) => b.rarity - a.rarity)) {
    const { question } = term
    const inFields = fields.filter(({ index }) => (question.field ?? index) === index)
    const byField = inFields.map(({ index }) => clausesIn(term, index, paths))
    const count = byField.reduce((sum, { alternatives, own }) => sum + alternatives.length + own.length, 0)
    if (count === 0 || count > left) continue
    left -= count
    const queries = byField.flatMap(({ alternatives, own }) => {
      const should = [...best(alternatives), ...own]
      return should.length > 1 ? [{ bool: { should } }] : should
    })
    clauses.push(...best(queries))
  }
  return clauses
}

/** One clause, if there are any: the best counts fully, the others little. */
function best(queries: readonly Clause[]): Clause[] {
  return queries.length < 2 ? [...queries] : [{ dis_max: { queries, tie_breaker: TIE_BREAKER } }]
}

/** The clauses for a term in a field: the best of its forms counts, and the word as typed counts again. */
function clausesIn(term: WeighedTerm, field: number, paths: FieldPaths): { alternatives: Clause[]; own: Clause[] } {
  const [expanded] = term.parts
  const { core, forms, wholes, substitutes } = expanded
  const scored = (path: string, value: string, boost: number): Clause => ({
    term: { [path]: { value, boost: Math.max(1e-6, boost * term.question.weight) } },
  })
  const word = (form: { term: { word: string } }, weight: number) =>
    scored(paths.words(field), wordToken(form.term.word), weight / WEIGHT_UNIT)
  const alternatives: Clause[] = []
  const isWhole = isWholeClass(expanded)
  if (isWhole && core !== undefined) alternatives.push(scored(paths.keys(field), keyToken(core.key), 1))
  const others = isWhole ? forms.filter(form => !core?.terms.includes(form.term)) : forms
  for (const form of [...others, ...wholes]) alternatives.push(word(form, form.weight))
  for (const { words } of substitutes) {
    if (words.some(({ forms }) => forms.length === 0)) continue
    const filter = allOf(
      words.map(({ forms }) => ({ terms: { [paths.words(field)]: forms.map(form => wordToken(form.term.word)) } })),
    )
    alternatives.push({ constant_score: { filter, boost: Math.max(1e-6, term.rarity * SUBSTITUTE_WEIGHT) } })
  }
  const typed = forms.filter(({ ownWeight }) => ownWeight > 0)
  return { alternatives, own: typed.map(form => word(form, OWN_FORM_WEIGHT * form.ownWeight)) }
}
