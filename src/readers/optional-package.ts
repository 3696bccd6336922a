/** Packages for formats that few projects have; users install them if needed. */

/** A package that a file needs is not installed. */
export class MissingPackage extends Error {
  readonly package: string

  constructor(name: string) {
    super(`npm install ${name}`)
    this.package = name
  }
}

/**
 * Imports a package if it is installed.
 *
 * @param module what to import from it; a value, so that bundlers ignore it
 * @throws MissingPackage
 */
export async function importOptional<T>(name: string, module: string = name): Promise<T> {
  try {
    return (await import(module)) as T
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') throw new MissingPackage(name)
    throw cause
  }
}
