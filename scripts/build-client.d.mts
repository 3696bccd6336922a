/** Builds the client of pages as ES modules; default folder: dist/client. */
export function buildClient(options?: {
  folder?: string
}): Promise<{ name: string; file: string; code: string; modules: object }[]>
