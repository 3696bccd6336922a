/** Types of report.mjs, for the tests, which are TypeScript. */

/** Means of one call; bytes and milliseconds, CPU of this process and of the node. */
export type Cost = {
  requests: number
  up: number
  down: number
  clientMs: number
  nodeMs: number
  p50: number
  p95: number
}
/** CPU milliseconds and bytes sent a document. */
export type Writing = {
  documentsPerSecond: number
  clientMs: number
  nodeMs: number
  sentBytes: number
  indexBytes: number
}
export type Searching = { ranking: string; ndcg?: number; inMemory?: number; same?: number; cold: Cost; warm: Cost }
export type Figures = {
  name: string
  count: number
  isRecombined: boolean
  version: string
  date: string
  machine: string
  queries: number
  own: { writing: Writing; searching: Searching[] }
  french?: { writing: Writing; searching: { type: string; ndcg?: number; warm: Cost }[] }
}
export declare function writeFigures(page: string, figures: readonly Figures[]): void
export declare function figuresMarkdown(figures: readonly Figures[]): string
