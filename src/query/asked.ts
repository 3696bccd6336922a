/** What is asked, whichever way: by typed text or by a tree. */

import type { Language } from '../language/language.ts'
import type { Schema } from '../schema/schema.ts'
import { checkTree } from './check-tree.ts'
import { type CompiledQuestion, compileQuestion } from './compile.ts'
import { parse } from './parse-query.ts'
import type { QueryNode } from './query-tree.ts'
import { MAX_QUESTION_LENGTH } from './question.ts'

/**
 * @param required how many of the plain words of each group a document must hold, given how many there are
 * @throws InvalidOptionError for a malformed tree
 */
export function askedOf(
  question: string | QueryNode,
  language: Language,
  schema: Schema,
  required: (terms: number) => number,
): CompiledQuestion {
  if (typeof question !== 'string') {
    checkTree(question, schema)
    return compileQuestion(question, language, undefined, schema, required)
  }
  const text = question.slice(0, MAX_QUESTION_LENGTH)
  const fields = schema.fields.map(({ name }) => name)
  const columns = Object.fromEntries(schema.columns.map(({ name, type }) => [name, type]))
  return compileQuestion(parse(text, language, { fields, columns }).tree, language, text, schema, required)
}
