export function measureClient(folder: string): Promise<{
  built: { name: string; file: string; code: string }[]
  chunks: Map<string, number>
  loads: Map<string, number>
}>
