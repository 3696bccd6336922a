export function buildClient(options?: {
  folder?: string
}): Promise<{ name: string; file: string; code: string; modules: Record<string, { renderedLength: number }> }[]>
