/** Nodes of a real OpenSearch on 127.0.0.1, for tests and measurements. */
export declare const VERSIONS: { readonly 2: string; readonly 3: string }

export interface LocalNode {
  readonly name: string
  readonly url: string
  readonly home: string
  readonly pid: number | undefined
  start(): void
  /** Ends the process and waits until it is gone. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export interface LocalCluster {
  readonly version: string
  readonly nodes: readonly LocalNode[]
  readonly urls: readonly string[]
  stop(): Promise<void>
}

/** Why no cluster of this version can be started here; undefined if one can. */
export declare function whyNot(version?: string): string | undefined
export declare function prepare(version?: string): { lib: string; classes: string }
export declare function startCluster(options?: {
  version?: string
  nodes?: number
  heap?: string
  keep?: boolean
  settings?: Readonly<Record<string, string | number | boolean>>
}): Promise<LocalCluster>
