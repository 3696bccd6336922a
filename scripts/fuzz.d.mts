/** What became of a case. */
export interface FuzzReport {
  number: number
  /** What was changed. */
  base?: string
  use: string
  outcome: string
  /** Of a failure: an error's stack, or what the watchdog saw. */
  problem?: string
  file?: Uint8Array
  /** How the file is called in the corpus. */
  name?: string
}

export interface FuzzResult {
  done: number
  /** How often each outcome of each use came. */
  outcomes: Map<string, number>
  failures: FuzzReport[]
}

export function fuzz(options: {
  cases: number
  from?: number
  minutes?: number
  workers?: number
  /** Whether the corpus comes first. Default: false. */
  withCorpus?: boolean
  onProgress?: (result: FuzzResult) => void
}): Promise<FuzzResult>
