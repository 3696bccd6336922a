/** Loads the parts of the library that a page needs, each a separate chunk: once, and again after a failure. */
import { ModuleLoadError } from '../errors.ts'
import { connected } from './connected.ts'

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

const modules = new Map<ModuleName, Promise<unknown>>()

/** Loads a module, or returns the loaded one. Whoever joins a request that fails sends one: the connection may be back since. @throws ModuleLoadError */
export function loadModule<Name extends ModuleName>(name: Name): Promise<LoadedModule<Name>> {
  const module = modules.get(name)?.catch(() => modules.get(name) ?? loadAnew(name)) ?? loadAnew(name)
  return module as Promise<LoadedModule<Name>>
}

function loadAnew(name: ModuleName): Promise<unknown> {
  // The runtime may join this to a request that was sent ahead and fails: whoever needs the module asks once for itself.
  const load = () => importModule(name)
  const module = load()
    .catch(load)
    .catch(cause => {
      // The next query tries again.
      modules.delete(name)
      throw new ModuleLoadError(name, { cause })
    })
  modules.set(name, module)
  return module
}

/** Asks for a module ahead. A failure shows to nobody: whoever needs the module loads it. */
export function prefetchModule(name: ModuleName): void {
  importModule(name).catch(() => {})
}

async function importModule(name: ModuleName): Promise<unknown> {
  await connected()
  return LOADERS[name]()
}
