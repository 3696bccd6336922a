/** The parts of the library that a page loads when it needs them, each a chunk of its own: loaded once, and tried again after a failure. */
import { ModuleLoadError } from '../errors.ts'
import { SharedLoads } from './shared-loads.ts'

const LOADERS = {
  engine: () => import('./engine.ts'),
  regrouping: () => import('../index/rekeyed-segment.ts'),
  remote: () => import('./remote-engine.ts'),
  rerank: () => import('./rerank.ts'),
  skipping: () => import('../search/collect-best.ts'),
  columns: () => import('../features/columns.ts'),
  corrections: () => import('../features/corrections.ts'),
  inspect: () => import('../features/inspect.ts'),
  editorial: () => import('../features/editorial.ts'),
  explain: () => import('../features/explain.ts'),
  highlights: () => import('../features/highlights.ts'),
  operators: () => import('../features/operators.ts'),
  passages: () => import('../features/passages.ts'),
  similar: () => import('../features/similar.ts'),
  suggest: () => import('../features/suggest.ts'),
}

type Loaders = typeof LOADERS
export type ModuleName = keyof Loaders
export type LoadedModule<Name extends ModuleName> = Awaited<ReturnType<Loaders[Name]>>

const modules = new SharedLoads<ModuleName>()

/** Loads a module, or gives the one that was loaded. @throws ModuleLoadError */
export function loadModule<Name extends ModuleName>(name: Name): Promise<LoadedModule<Name>> {
  return modules.get(name, () => load(name))
}

/** Loads a module that nobody needs yet. A failure shows to nobody: the query that needs it tries again. */
export function prefetchModule(name: ModuleName): void {
  modules.loadAhead(name, () => load(name))
}

async function load<Name extends ModuleName>(name: Name): Promise<LoadedModule<Name>> {
  try {
    return (await LOADERS[name]()) as LoadedModule<Name>
  } catch (cause) {
    throw new ModuleLoadError(name, { cause })
  }
}
