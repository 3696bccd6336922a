/** Markdown with front matter: its keys are fields, what follows is `body`, and a page's heading is its title where no key says it. */
import { readFrontMatter } from './front-matter.ts'
import { readMarkdownBlocks } from './markdown-blocks.ts'
import { documentsOf } from './page.ts'
import { type PageOptions, type Reader, readPage, type SourceDocument, type SourceFile } from './source.ts'

export const markdown: Reader = {
  extensions: ['.md', '.markdown'],
  async *read(file: SourceFile, options: PageOptions): AsyncGenerator<SourceDocument> {
    const { fields, body, bodyLine, lineOf } = readFrontMatter(await readPage(file), file.name)
    const blocks = readMarkdownBlocks(body, bodyLine, options.code ?? true)
    const heading = blocks[0]?.heading?.level === 1 ? blocks[0].text : undefined
    const title = fields.title ?? heading
    // A heading other than the title is text like any other.
    const rest = heading !== undefined && heading === title ? blocks.slice(1) : blocks
    yield* documentsOf(
      { fields: title === undefined ? fields : { ...fields, title }, blocks: rest, bodyLine, lineOf },
      options,
    )
  },
}
