/** `--languages auto`: the languages of what is to be indexed, found by looking at it first. */
import { findFiles, type ReadOptions, readDocuments } from '../readers/index.ts'
import { LanguageCount, LOOKED_FOR } from './language-count.ts'

/** What `--languages` says if they are to be found. */
export const AUTO = 'auto'

/** A look is enough: so many files, from all parts of a site. */
const MOST_LOOKED_AT = 500

/** The tags of the languages, the most used first; none if all is French. What is wrong with files the build itself reports. */
export async function findLanguages({
  paths,
  reading,
}: {
  paths: readonly string[]
  reading: ReadOptions
}): Promise<string[]> {
  const { include, exclude, follow } = reading
  const found = await findFiles(paths, { include, exclude, follow, languages: LOOKED_FOR })
  const step = Math.max(found.files.length / MOST_LOOKED_AT, 1)
  const files = found.files.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
  const count = new LanguageCount()
  const options = { ...reading, sections: false, strict: false, languages: LOOKED_FOR }
  for await (const document of readDocuments({ ...found, files }, options)) count.add(document)
  return count.tags()
}
