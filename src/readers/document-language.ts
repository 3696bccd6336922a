/** The language of a document, as its file says it: in `<html lang>` or front matter, else in the name of the file (`page.fr.md`), else in a folder (`/en/`). */

/** The field that holds it. */
export const LANGUAGE_FIELD = 'lang'

/**
 * The fields with the language in `lang`, if anything says it.
 *
 * @param path of the file, below the folder that was named, or of the page's address
 * @param languages the tags that names of files and folders are looked at for: `it` may be a folder of something else
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

/** The tag that the name of a file ends with, or the innermost folder with the name of one. Regions may follow: `page.fr-CA.md`, `/fr_BE/`. */
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
