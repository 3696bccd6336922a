/** What became of a case. */
export interface FuzzReport {
  number: number
  use: string
  outcome: string
  /** Of a failure: an error's stack, or what the watchdog saw. */
  problem?: string
  file?: Uint8Array
}

export function fuzz(options: {
  cases: number
  from?: number
  minutes?: number
  workers?: number
  onProgress?: (done: number) => void
}): Promise<{ done: number; outcomes: Map<string, number>; failures: FuzzReport[] }>
