/**
 * A cheap score that candidates are chosen by: OpenSearch's BM25 over the same words and classes, the best field of each word. The weights of Trouvaille's formula are
 * in the boosts; its rarity is OpenSearch's own, which differs little.
 */
import { WEIGHT_UNIT } from '../query/expand.ts'
import type { SearchedField } from '../search/score-segment.ts'
import type { WeighedTerm } from '../search/weigh.ts'
import { OWN_FORM_WEIGHT } from '../weights.ts'
import { allOf, type Clause, isWholeClass } from './clauses.ts'
import type { FieldPaths } from './index-names.ts'
import { keyToken, wordToken } from './tokens.ts'

/** What other fields and forms add to the best of them. */
const TIE_BREAKER = 0.1
/** OpenSearch takes 1,024 clauses, those that match among them. */
const MOST_CLAUSES = 600
/** What a synonym of several words scores, beside the rarity of its word: generous, as what is no candidate is lost. */
const SUBSTITUTE_WEIGHT = 0.5

/** The clauses that score, those of the rarest words if there are too many. */
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
    const byField = inFields.map(({ index }) => clausesIn(term, index, paths)).filter(({ length }) => length > 0)
    const count = byField.reduce((sum, { length }) => sum + length, 0)
    if (count === 0 || count > left) continue
    left -= count
    const queries = byField.map(should =>
      should.length === 1 ? should[0] : { dis_max: { queries: should, tie_breaker: TIE_BREAKER } },
    )
    clauses.push(queries.length === 1 ? queries[0] : { dis_max: { queries, tie_breaker: TIE_BREAKER } })
  }
  return clauses
}

function clausesIn(term: WeighedTerm, field: number, paths: FieldPaths): Clause[] {
  const [expanded] = term.parts
  const { core, forms, wholes, substitutes } = expanded
  const scored = (path: string, value: string, boost: number): Clause => ({
    term: { [path]: { value, boost: Math.max(1e-6, boost * term.question.weight) } },
  })
  const isWhole = isWholeClass(expanded)
  const clauses: Clause[] = []
  if (isWhole && core !== undefined) clauses.push(scored(paths.keys(field), keyToken(core.key), 1))
  for (const form of forms) {
    const isOfClass = isWhole && core?.terms.includes(form.term) === true
    const own = (OWN_FORM_WEIGHT * form.ownWeight) / WEIGHT_UNIT
    // The word as it was typed scores for itself, in addition to its class.
    const weight = (isOfClass ? 0 : form.weight / WEIGHT_UNIT) + own
    if (!isOfClass || own > 0)
      clauses.push(scored(paths.words(field), wordToken(form.term.word), isOfClass ? 1 + own : weight))
  }
  for (const { term: whole, weight } of wholes)
    clauses.push(scored(paths.words(field), wordToken(whole.word), weight / WEIGHT_UNIT))
  for (const { words } of substitutes) {
    if (words.some(({ forms }) => forms.length === 0)) continue
    const filter = allOf(
      words.map(({ forms }) => ({ terms: { [paths.words(field)]: forms.map(form => wordToken(form.term.word)) } })),
    )
    clauses.push({ constant_score: { filter, boost: Math.max(1e-6, term.rarity * SUBSTITUTE_WEIGHT) } })
  }
  return clauses
}
