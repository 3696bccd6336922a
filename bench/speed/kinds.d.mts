/** Types of kinds.mjs, for the tests, which are TypeScript. */

import type { Article } from '../collections.mjs'

export type Kind = 'long' | 'short' | 'phrase' | 'prefix' | 'typo' | 'typo-each' | 'filter' | 'suggest'
/** `code` and `leastLength`: what a filter lets through. */
export type Query = { text: string; code?: string; leastLength?: number }
export type Queries = Record<Kind, Query[]>
export type ArticleWithColumns = Article & { code: string; series: string; part: string; length: number }

export const KINDS: readonly Kind[]
export function queriesOf(
  documents: readonly ArticleWithColumns[],
  questions: readonly string[],
  count: number,
): Queries
export function withColumns(article: Article): ArticleWithColumns
export function phrasesOf(documents: readonly Article[], count: number): string[]
