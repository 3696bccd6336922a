/** Markdown with YAML front matter: its keys are fields, what follows is `body`, and a page's heading is its title where no key says it. */
import { readFrontMatter } from './front-matter.ts'
import { readMarkdown } from './markdown-text.ts'
import { type Reader, readText, type SourceDocument, type SourceFile } from './source.ts'

export const markdown: Reader = {
  extensions: ['.md', '.markdown'],
  async *read(file: SourceFile): AsyncGenerator<SourceDocument> {
    const { fields, body: source, bodyLine, lineOf } = readFrontMatter(await readText(file), file.name)
    const { heading, body: rest } = readMarkdown(source)
    const title = fields.title ?? heading
    // A heading other than the title is text like any other.
    const body = heading === undefined || heading === title ? rest : `${heading}\n\n${rest}`.trim()
    yield {
      // The text wins over a key named `body`: a page whose text can't be found would be worse.
      fields: { ...fields, ...(title === undefined ? {} : { title }), body },
      isWholeFile: true,
      line: 1,
      lineOf: field => (field === 'body' ? bodyLine : lineOf(field)) ?? 1,
    }
  },
}
