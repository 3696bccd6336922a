/** webpack and Rspack take `virtual:` for the scheme of an address, and ask no resolver for it: the name is given to them without. */
import { nameOf } from './module-code.ts'

interface Request {
  request: string
}

interface Compiler {
  hooks: {
    normalModuleFactory: {
      tap(
        name: string,
        use: (factory: {
          hooks: { beforeResolve: { tap(name: string, use: (data: Request) => undefined): void } }
        }) => void,
      ): void
    }
  }
}

export function passVirtualScheme(compiler: Compiler): void {
  compiler.hooks.normalModuleFactory.tap('trouvaille', factory => {
    factory.hooks.beforeResolve.tap('trouvaille', data => {
      const name = nameOf(data.request)
      if (name !== undefined) data.request = `\0${data.request}`
      return undefined
    })
  })
}
