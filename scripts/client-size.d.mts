export function measureClient(): Promise<{ chunks: Map<string, number>; loads: Map<string, number> }>
