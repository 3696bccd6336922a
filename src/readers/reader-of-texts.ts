/** Turns a reader into a function of a text, or of a file in pieces. */
import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { asSourceError } from './nesting.ts'
import { checkReadOptions, PAGE_OPTIONS } from './read-options.ts'
import { Skip } from './skip.ts'
import { type PageOptions, type Reader, type SourceDocument, type SourceFile, textFile } from './source.ts'
import { SourceError } from './source-error.ts'

/**
 * The options of reading a text. None of them is needed.
 *
 * @example
 * readMarkdown(text, { name: 'treve.md', sections: true })
 */
export interface TextOptions extends PageOptions {
  /** The name of the text in error messages. Default: `'text'`. */
  name?: string | undefined
}

/**
 * Reads the documents of a text, in order, with the lines that they start on.
 *
 * @throws InvalidOptionError for wrong options; SourceError from the iteration, at the first problem
 * @example
 * for await (const { fields } of readMarkdown('# Une trêve\n\nLe calme revient.')) console.log(fields.title)
 */
export type TextReader = (source: string | SourceFile, options?: TextOptions) => AsyncIterable<SourceDocument>

const TEXT_OPTIONS: OptionNames<TextOptions> = { ...PAGE_OPTIONS, name: 1 }

export function readerOfTexts(reader: Reader): TextReader {
  return (source, options = {}) => {
    checkOptions(options, TEXT_OPTIONS)
    checkReadOptions(options)
    const { name = 'text' } = options
    if (typeof name !== 'string') throw new InvalidOptionError('name', name, 'a string')
    const file = typeof source === 'string' ? textFile(name, source) : source
    if (typeof file?.chunks !== 'function') throw new InvalidOptionError('source', source, 'a string or a file')
    return strictly(reader.read(file, options), file.name)
  }
}

async function* strictly(
  documents: AsyncIterable<SourceDocument | SourceError | Skip>,
  file: string,
): AsyncGenerator<SourceDocument> {
  try {
    for await (const document of documents) {
      if (document instanceof SourceError) throw document
      if (!(document instanceof Skip)) yield document
    }
  } catch (error) {
    throw asSourceError(error, file)
  }
}
