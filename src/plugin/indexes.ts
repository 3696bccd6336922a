/** The indexes of a project, by the names that they are imported by. */
import { InvalidOptionError } from '../index.ts'
import { checkPluginOptions, type PluginOptions } from './options.ts'
import { TextIndex } from './text-index.ts'

export class Indexes {
  private readonly options: PluginOptions
  private readonly made = new Map<string, TextIndex>()
  /** The folder that texts are named from, as the bundler has it. */
  root = process.cwd()

  /** @throws InvalidOptionError */
  constructor(options: PluginOptions) {
    checkPluginOptions(options)
    this.options = options
  }

  get names(): string[] {
    return Object.keys(this.options.indexes)
  }

  /** @throws InvalidOptionError for a name that no index has */
  get(name: string): TextIndex {
    const { indexes } = this.options
    if (!Object.hasOwn(indexes, name))
      throw new InvalidOptionError(`indexes.${name}`, undefined, `the indexes that there are: ${this.names.join(', ')}`)
    const made = this.made.get(name) ?? new TextIndex(name, indexes[name], this.root)
    this.made.set(name, made)
    return made
  }
}
