/** The language that a command reads an index with: that of the file, with the synonyms of a text file in addition to its own. */
import { readFile } from 'node:fs/promises'
import { LIBRARY_LANGUAGES, placeOf, readSynonyms } from '../internal.ts'
import {
  french,
  InvalidOptionError,
  type Language,
  type LanguageFactory,
  type OpenOptions,
  type Synonyms,
} from '../searcher.ts'
import type { Arguments, CommandOption } from './command.ts'
import { Failure, failureOf } from './failure.ts'
import type { Messages } from './messages/english.ts'

/** The option that names the text file. */
export const synonymsOption: CommandOption = {
  value: m => m.help.values.file,
  describe: m => m.help.describe.synonyms,
}

/** The synonyms of the file that `--synonyms` names; none without it. @throws Failure for a file that cannot be read */
export async function synonymsOf(args: Arguments, messages: Messages): Promise<Synonyms> {
  const file = args.text('synonyms')
  if (file === undefined) return []
  try {
    const synonyms = readSynonyms(await readFile(file, 'utf8'))
    // Groups may have too many words: better said of this file than of the index.
    french({ synonyms })
    return synonyms
  } catch (error) {
    const [, line] = (error instanceof InvalidOptionError && /^synonyms, line (\d+)$/.exec(error.option)) || []
    if (line === undefined) throw failureOf(error, file, messages)
    const { value } = error as InvalidOptionError
    throw new Failure(`${placeOf(file, Number(line))}: ${messages.failure.wrongSynonyms(String(value))}`)
  }
}

export class OpenedLanguage {
  /** To open an index with. */
  readonly options: OpenOptions
  private opened: Language | undefined

  constructor(synonyms: Synonyms = []) {
    this.options = { languages: LIBRARY_LANGUAGES.map(factory => this.extend(factory, synonyms)) }
  }

  /** The language of the index that was opened last. */
  get language(): Language {
    return this.opened ?? french()
  }

  private extend(factory: LanguageFactory<never>, synonyms: Synonyms): LanguageFactory<never> {
    const reopen: LanguageFactory<never>['reopen'] = (...definition) => {
      const own = factory.reopen(...definition)
      // Several languages are made of those that this function extended already.
      this.opened = own.several === undefined && synonyms.length > 0 ? (own.withSynonyms?.(synonyms) ?? own) : own
      return this.opened
    }
    return Object.assign((options?: never) => factory(options), { languageName: factory.languageName, reopen })
  }
}
