import type { OpenSearchClient } from '../../src/opensearch/index.ts'

export declare function openSearchClient(): new (options: {
  node?: string
  nodes?: string[]
}) => OpenSearchClient & {
  close(): Promise<void>
}
