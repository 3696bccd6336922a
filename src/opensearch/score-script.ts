/**
 * The formula of `search/score-segment.ts` as an OpenSearch script. Its source never changes, so it is compiled once; the query is in its parameters. It only
 * selects candidates: their scores are computed again from their texts, by the same code as everywhere.
 */
import { lengthOfNorm } from '../index/length-norm.ts'
import { WEIGHT_UNIT, type WeightedForm } from '../query/expand.ts'
import type { CheckedRecency } from '../search/recency.ts'
import type { SearchedField } from '../search/score-segment.ts'
import type { WeighedQuery, WeighedTerm } from '../search/weigh.ts'
import { K1, OWN_FORM_WEIGHT, TEXT_B, TITLE_B, TITLE_BONUS } from '../weights.ts'
import { isWholeClass } from './clauses.ts'
import type { FieldPaths } from './index-names.ts'
import { keyToken, wordToken } from './tokens.ts'

/** A token: the field that has it, 0 for words and 1 for keys; the weights of its class and as the word that was typed. */
type ScriptToken = readonly [kind: 0 | 1, token: string, weight: number, ownWeight: number]

export const SCORE_SCRIPT = `
int count = params.fields.size();
double[] factors = new double[count];
double[] titleFactors = new double[count];
double titleLength = 0;
for (int i = 0; i < count; i++) {
  def field = params.fields[i];
  double length = doc[field.length].size() == 0 ? 0 : doc[field.length].value;
  double norm = 1 - field.b + field.b * length / field.average;
  factors[i] = field.boost / norm;
  titleFactors[i] = field.title ? 1 / norm : 0;
  if (field.title) titleLength = length;
}
double score = 0;
double titleScore = 0;
double titleRarity = 0;
int titleTerms = 0;
for (def term : params.terms) {
  double sum = 0;
  double own = 0;
  double title = 0;
  for (int g = 0; g < term.groups.size(); g++) {
    double groupSum = -1;
    double groupTitle = -1;
    for (def word : term.groups[g]) {
      double wordSum = 0;
      double wordTitle = 0;
      for (def token : word) {
        for (int i = 0; i < count; i++) {
          def field = params.fields[i];
          if (term.field >= 0 && term.field != field.number) continue;
          int frequency = termFreq(token[0] == 0 ? field.words : field.keys, token[1]);
          if (frequency == 0) continue;
          wordSum += frequency * (double) token[2] * factors[i];
          own += frequency * (double) token[3] * factors[i];
          wordTitle += frequency * (double) token[2] * titleFactors[i];
        }
      }
      if (groupSum < 0 || wordSum < groupSum) groupSum = wordSum;
      if (groupTitle < 0 || wordTitle < groupTitle) groupTitle = wordTitle;
      if (groupSum == 0) break;
    }
    if (groupSum > sum) sum = groupSum;
    if (groupTitle > title) title = groupTitle;
  }
  if (title > 0) {
    titleScore += term.rarity * title / (params.k1 + title);
    titleRarity += term.rarity;
    titleTerms++;
  }
  if (sum > 0) score += term.rarity * sum / (params.k1 + sum);
  if (own > 0) score += term.ownRarity * own / (params.k1 + own);
}
if (titleRarity > 0) {
  double recall = titleRarity / params.rarity;
  double unnamed = Math.max(0.0, titleLength - titleTerms) * params.meanRarity;
  double precision = titleRarity / (titleRarity + unnamed);
  score += params.titleBonus * titleScore * 2 * precision * recall / (precision + recall);
}
return score;`

/** The factor of recency. */
export const RECENCY_SCRIPT = `
if (doc[params.column].size() == 0) return _score * (1 - params.weight);
double age = Math.max(0.0, params.now - doc[params.column].value) / 86400000.0;
return _score * (1 - params.weight + params.weight * Math.pow(2, -age / params.halfLife));`

export function scoreScript(weighed: WeighedQuery, fields: readonly SearchedField[], paths: FieldPaths) {
  const rarity = weighed.terms.reduce((sum, term) => sum + term.rarity, 0)
  const params = {
    k1: K1,
    titleBonus: TITLE_BONUS,
    rarity,
    meanRarity: rarity / weighed.terms.length,
    fields: fields.map(({ index, boost, title }) => ({
      number: index,
      words: paths.words(index),
      keys: paths.keys(index),
      length: paths.length(index),
      title,
      boost,
      b: title ? TITLE_B : TEXT_B,
      average: weighed.collection.averageLengths[index],
    })),
    terms: weighed.terms.map(term => ({
      rarity: term.rarity,
      ownRarity: OWN_FORM_WEIGHT * term.ownRarity,
      field: term.question.field ?? -1,
      groups: groupsOf(term),
    })),
  }
  return { source: SCORE_SCRIPT, params }
}

/** The groups of tokens for a term: its forms, its wholes, its substitutes. The maximum counts; among the words of a group, the minimum. */
function groupsOf(term: WeighedTerm): ScriptToken[][][] {
  const [expanded] = term.parts
  const { wholes, substitutes } = expanded
  const words = (forms: readonly WeightedForm[]) => forms.map(tokenOf)
  const groups = [
    [formTokens(expanded)],
    [words(wholes)],
    ...substitutes.map(({ words: of }) => of.map(({ forms }) => words(forms))),
  ]
  return groups.filter(group => group.every(tokens => tokens.length > 0))
}

/** If all words of the class have full weight, its key replaces them. */
function formTokens(expanded: WeighedTerm['parts'][number]): ScriptToken[] {
  const { core, forms } = expanded
  if (core === undefined || !isWholeClass(expanded)) return forms.map(tokenOf)
  const others = forms.filter(({ term }) => !core.terms.includes(term))
  const own = forms.filter(({ term, ownWeight }) => ownWeight > 0 && core.terms.includes(term))
  return [
    [1, keyToken(core.key), 1, 0],
    ...own.map((form): ScriptToken => [0, wordToken(form.term.word), 0, form.ownWeight / WEIGHT_UNIT]),
    ...others.map(tokenOf),
  ]
}

function tokenOf({ term, weight, ownWeight }: WeightedForm): ScriptToken {
  return [0, wordToken(term.word), weight / WEIGHT_UNIT, ownWeight / WEIGHT_UNIT]
}

export function recencyScript({ column, halfLife, weight, now }: CheckedRecency, paths: FieldPaths) {
  return { source: RECENCY_SCRIPT, params: { column: paths.column(column), halfLife, weight, now } }
}

/** The lengths that the script reads are those that norms represent. */
export const LONGEST_LENGTH = lengthOfNorm[255]
