/**
 * The cheap score that `'fast'` chooses candidates by: Trouvaille's formula, with each way to hold a word scored by itself. Of what the formula adds up before it
 * saturates (forms of a word, fields), the best counts here and the others a little; the title bonus reads one length a document, and no frequencies.
 *
 * A term scores its boost times `f / (f + K1 · norm)`, as the similarities of `mapping.ts` say: rarities are those of the whole index, not those of a shard and a field.
 */
import { WEIGHT_UNIT, type WeightedForm } from '../query/expand.ts'
import type { SearchedField } from '../search/score-segment.ts'
import type { WeighedQuery, WeighedTerm } from '../search/weigh.ts'
import { K1, OWN_FORM_WEIGHT, TITLE_B, TITLE_BONUS } from '../weights.ts'
import { allOf, anyOf, type Clause, countClauses, isWholeClass, possibleSubstitutes } from './clauses.ts'
import type { FieldPaths } from './index-names.ts'
import { keyToken, wordToken } from './tokens.ts'

/** What other fields and forms add to the best of them. */
const TIE_BREAKER = 0.2
/** OpenSearch refuses boosts below zero, and 0 is what nothing is chosen by. */
const LEAST_BOOST = 1e-6

/** The clauses that score, those of the rarest words if there are more than `most`. */
export function scoringClauses(
  query: WeighedQuery,
  fields: readonly SearchedField[],
  paths: FieldPaths,
  most: number,
): Clause[] {
  const clauses: Clause[] = []
  const titles: Clause[] = []
  let left = most
  for (const term of [...query.terms].sort((a, b) => b.rarity - a.rarity)) {
    const inFields = fields.filter(({ index }) => (term.question.field ?? index) === index)
    const ways = [...inFields.flatMap(field => alternatives(term, field, paths)), ...substitutes(term, inFields, paths)]
    const held = [...best(ways, TIE_BREAKER), ...ownForm(term, inFields, paths)]
    const inTitle = best(
      titleAlternatives(
        term,
        inFields.filter(({ title }) => title),
        paths,
      ),
      0,
    )
    const count = countClauses([held, inTitle])
    if (count === 0 || count > left) continue
    left -= count
    clauses.push(...held)
    titles.push(...inTitle)
  }
  return [...clauses, ...titleBonus(titles, query, fields, paths)]
}

/** One clause, if there are any. */
function best(queries: readonly Clause[], tieBreaker: number): Clause[] {
  return queries.length < 2 ? [...queries] : [{ dis_max: { queries, tie_breaker: tieBreaker } }]
}

/** The boost by which a single occurrence scores what the formula gives it, if it counts `weight` times and the length is usual. */
function boostOf(rarity: number, weight: number): number {
  return Math.max(LEAST_BOOST, (rarity * weight * (1 + K1)) / (weight + K1))
}

function scored(path: string, value: string, boost: number): Clause {
  return { term: { [path]: { value, boost } } }
}

/** The words that stand for a term in a field. */
function alternatives(term: WeighedTerm, field: SearchedField, paths: FieldPaths): Clause[] {
  const key = wholeClassOf(term)
  return [
    ...(key === undefined ? [] : [scored(paths.keys(field.index), keyToken(key), boostOf(term.rarity, field.boost))]),
    ...scoredForms([...formsBeside(term), ...term.parts[0].wholes], term, field, paths),
  ]
}

function scoredForms(
  forms: readonly WeightedForm[],
  { rarity }: WeighedTerm,
  { index, boost }: SearchedField,
  paths: FieldPaths,
): Clause[] {
  return forms.map(form =>
    scored(paths.words(index), tokenOf(form), boostOf(rarity, (boost * form.weight) / WEIGHT_UNIT)),
  )
}

/** Synonyms of several words: the rarest in the document counts, which is most often the rarest of the index. */
function substitutes(term: WeighedTerm, fields: readonly SearchedField[], paths: FieldPaths): Clause[] {
  return possibleSubstitutes(term).map(({ words }) => {
    const frequency = ({ core }: (typeof words)[number]) => core?.documentFrequency ?? 0
    const [rarest, ...others] = [...words].sort((a, b) => frequency(a) - frequency(b))
    const filter = others.map(({ forms }) =>
      anyOf(fields.map(({ index }) => ({ terms: { [paths.words(index)]: forms.map(tokenOf) } }))),
    )
    const must = best(
      fields.flatMap(field => scoredForms(rarest.forms, term, field, paths)),
      TIE_BREAKER,
    )
    return { bool: { filter, must } }
  })
}

/** The key of a term's class, if it stands for all its words. */
function wholeClassOf({ parts: [expanded] }: WeighedTerm): string | undefined {
  return isWholeClass(expanded) ? expanded.core?.key : undefined
}

/** The forms that the key of the class does not stand for. */
function formsBeside(term: WeighedTerm): readonly WeightedForm[] {
  const [{ core, forms }] = term.parts
  return wholeClassOf(term) === undefined ? forms : forms.filter(form => !core?.terms.includes(form.term))
}

function tokenOf({ term }: WeightedForm): string {
  return wordToken(term.word)
}

/** The word as it was typed, once more. */
function ownForm(term: WeighedTerm, fields: readonly SearchedField[], paths: FieldPaths): Clause[] {
  const typed = term.parts[0].forms.filter(({ ownWeight }) => ownWeight > 0)
  const queries = fields.flatMap(({ index, boost }) =>
    typed.map(form =>
      scored(
        paths.words(index),
        tokenOf(form),
        boostOf(OWN_FORM_WEIGHT * term.ownRarity, (boost * form.ownWeight) / WEIGHT_UNIT),
      ),
    ),
  )
  return best(queries, TIE_BREAKER)
}

/** A title holds a term: its rarity, less for what stands for it with less weight, whatever else the title says. */
function titleAlternatives(term: WeighedTerm, titles: readonly SearchedField[], paths: FieldPaths): Clause[] {
  const [{ wholes }] = term.parts
  const key = wholeClassOf(term)
  const constant = (weight: number, filters: readonly Clause[]): Clause => ({
    constant_score: { filter: anyOf(filters), boost: boostOf(term.rarity, weight / WEIGHT_UNIT) },
  })
  const byWeight = new Map<number, string[]>()
  for (const form of [...formsBeside(term), ...wholes]) {
    byWeight.set(form.weight, [...(byWeight.get(form.weight) ?? []), tokenOf(form)])
  }
  if (titles.length === 0) return []
  return [
    ...(key === undefined
      ? []
      : [
          constant(
            WEIGHT_UNIT,
            titles.map(({ index }) => ({ term: { [paths.keys(index)]: keyToken(key) } })),
          ),
        ]),
    ...[...byWeight].map(([weight, tokens]) =>
      constant(
        weight,
        titles.map(({ index }) => ({ terms: { [paths.words(index)]: tokens } })),
      ),
    ),
    ...possibleSubstitutes(term).map(({ words }) => {
      const weight = Math.max(...words[0].forms.map(form => form.weight))
      const all = titles.map(({ index }) =>
        allOf(words.map(({ forms }) => ({ terms: { [paths.words(index)]: forms.map(tokenOf) } }))),
      )
      return constant(weight, all)
    }),
  ]
}

/** The title bonus of `search/title-bonus.ts` over the rarities that a title holds, as if it held each word once. */
export const TITLE_SCRIPT = `
double length = doc[params.length].size() == 0 ? 1 : doc[params.length].value;
double rarity = Math.min((double) params.rarity, _score);
double recall = rarity / params.rarity;
double precision = rarity / Math.max(rarity, length * params.meanRarity);
double score = rarity / (1 + params.k1 * (1 - params.b + params.b * length / params.average));
return params.titleBonus * score * 2 * precision * recall / (precision + recall);`

function titleBonus(
  queries: readonly Clause[],
  { terms, collection }: WeighedQuery,
  fields: readonly SearchedField[],
  paths: FieldPaths,
): Clause[] {
  const rarity = terms.reduce((sum, term) => sum + term.rarity, 0)
  // As the formula has it: the last one, if there are several.
  const title = fields.filter(({ title }) => title).at(-1)
  if (queries.length === 0 || title === undefined || !(rarity > 0)) return []
  const params = {
    k1: K1,
    b: TITLE_B,
    titleBonus: TITLE_BONUS,
    length: paths.length(title.index),
    average: collection.averageLengths[title.index],
    rarity,
    meanRarity: rarity / terms.length,
  }
  return [{ script_score: { query: { bool: { should: queries } }, script: { source: TITLE_SCRIPT, params } } }]
}
