/** The indexes of a project by import name: those of the plugin's options, or the one of the configuration file. */
import { basename, relative } from 'node:path'
import { InvalidOptionError } from '../index.ts'
import { checkConfig, findConfig, loadConfig } from '../internal-build.ts'
import { checkPluginOptions, type IndexOptions, indexOfConfiguration, type PluginOptions } from './options.ts'
import { TextIndex } from './text-index.ts'

export class Indexes {
  private options: ReadonlyMap<string, IndexOptions> | undefined
  private found: Promise<void> | undefined
  private readonly made = new Map<string, TextIndex>()
  /** The bundler's root folder, which paths of texts are relative to. */
  root = process.cwd()

  /** @throws InvalidOptionError */
  constructor(options: PluginOptions) {
    this.options = checkPluginOptions(options)
  }

  /**
   * Looks for the configuration file of the project if the plugin's options name no indexes. Its index has the name of the file that it would be written to.
   *
   * @throws InvalidOptionError if there is none, or it is wrong
   */
  async ready(): Promise<void> {
    if (this.options !== undefined) return
    this.found ??= this.readConfig()
    await this.found
  }

  private async readConfig(): Promise<void> {
    const file = await findConfig(this.root)
    if (file === undefined)
      throw new InvalidOptionError(
        'indexes',
        undefined,
        'an object of indexes by name, or a file trouvaille.config.ts, .js, .mjs or .json in the root of the project',
      )
    const config = await loadConfig(file)
    checkConfig(config)
    const name = basename(config.out)
      .replace(/\.[^.]*$/, '')
      .replace(/[^\w-]/g, '-')
    this.options = new Map([[name, indexOfConfiguration(config, relative(this.root, file))]])
  }

  get names(): string[] {
    return [...(this.options?.keys() ?? [])]
  }

  /** After `ready()`. @throws InvalidOptionError for a name that no index has */
  get(name: string): TextIndex {
    const options = this.options?.get(name)
    if (options === undefined)
      throw new InvalidOptionError(`indexes.${name}`, undefined, `one of the indexes: ${this.names.join(', ')}`)
    const made = this.made.get(name) ?? new TextIndex(name, options, this.root)
    this.made.set(name, made)
    return made
  }
}
