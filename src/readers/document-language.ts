/** The language of a document according to its file: `<html lang>` or front matter, then the file name (`page.fr.md`), then a folder (`/en/`). */

/** The field of the language. */
export const LANGUAGE_FIELD = 'lang'

/**
 * The fields with the language in `lang`, if it is known.
 *
 * @param path of the file, relative to the named folder, or of the page's address
 * @param languages the tags to look for in names of files and folders, because `it` may be a folder for something else
 */
export function withLanguage(
  fields: Record<string, unknown>,
  path: string,
  languages: readonly string[],
): Record<string, unknown> {
  const said = [fields[LANGUAGE_FIELD], fields.language].find(value => typeof value === 'string' && value.trim() !== '')
  const language = said ?? languageOfPath(path, languages)
  return language === undefined || language === fields[LANGUAGE_FIELD]
    ? fields
    : { ...fields, [LANGUAGE_FIELD]: language }
}

/** The tag at the end of a file name, or of the innermost folder named like one. Regions may follow: `page.fr-CA.md`, `/fr_BE/`. */
export function languageOfPath(path: string, languages: readonly string[]): string | undefined {
  const parts = path.replaceAll('\\', '/').split('/')
  const file = parts.pop() ?? ''
  const ofName = /\.([a-z]{2,3}(?:[-_][a-z\d]+)?)\.\w+$/i.exec(file)?.[1]
  return [ofName, ...parts.reverse()].find(name => name !== undefined && isTag(name, languages))
}

/** Whether a name is one of the tags, with or without a region on either side. */
function isTag(name: string, languages: readonly string[]): boolean {
  const plain = name.toLowerCase().replaceAll('_', '-')
  const primary = /^[a-z]{2,3}(?:-(?:[a-z]{2}|[a-z]{4}|\d{3}))?$/.test(plain) ? plain.split('-')[0] : undefined
  return primary !== undefined && languages.some(tag => tag.toLowerCase().split('-')[0] === primary)
}
