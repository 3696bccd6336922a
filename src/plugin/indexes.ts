/** The indexes of a project, by the names that they are imported by. */
import { InvalidOptionError } from '../index.ts'
import { checkPluginOptions, type IndexOptions, type PluginOptions } from './options.ts'
import { TextIndex } from './text-index.ts'

export class Indexes {
  private readonly options: ReadonlyMap<string, IndexOptions>
  private readonly made = new Map<string, TextIndex>()
  /** The folder that texts are named from, as the bundler has it. */
  root = process.cwd()

  /** @throws InvalidOptionError */
  constructor(options: PluginOptions) {
    this.options = checkPluginOptions(options)
  }

  get names(): string[] {
    return [...this.options.keys()]
  }

  /** @throws InvalidOptionError for a name that no index has */
  get(name: string): TextIndex {
    const options = this.options.get(name)
    if (options === undefined)
      throw new InvalidOptionError(`indexes.${name}`, undefined, `the indexes that there are: ${this.names.join(', ')}`)
    const made = this.made.get(name) ?? new TextIndex(name, options, this.root)
    this.made.set(name, made)
    return made
  }
}
