/** The commands by name. Each is loaded when it runs or is described, with only what it needs: a search loads no parser of pages. */
import type { Command } from './command.ts'

const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./commands/init.ts')).init,
  build: async () => (await import('./commands/build.ts')).build,
  search: async () => (await import('./commands/search.ts')).search,
  serve: async () => (await import('./commands/serve.ts')).serve,
  mcp: async () => (await import('./commands/mcp.ts')).mcp,
  explain: async () => (await import('./commands/explain.ts')).explain,
  suggest: async () => (await import('./commands/suggest.ts')).suggest,
  similar: async () => (await import('./commands/similar.ts')).similar,
  evaluate: async () => (await import('./commands/evaluate.ts')).evaluate,
  inspect: async () => (await import('./commands/inspect.ts')).inspect,
  verify: async () => (await import('./commands/verify.ts')).verify,
  analyze: async () => (await import('./commands/analyze.ts')).analyze,
  completion: async () => (await import('./commands/completion.ts')).completionCommand(allCommands),
}

export const commandNames: readonly string[] = Object.keys(loaders)

/** Undefined if there is no command of this name. */
export async function loadCommand(name: string): Promise<Command | undefined> {
  return Object.hasOwn(loaders, name) ? loaders[name]() : undefined
}

/** In the order of the help. */
export function allCommands(): Promise<Command[]> {
  return Promise.all(Object.values(loaders).map(load => load()))
}
