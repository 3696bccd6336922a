/**
 * Parses synonyms from a text, one entry per line, like the synonym files of Solr and Elasticsearch:
 *
 * ```
 * # a comment
 * SMIC, salaire minimum          each stands for the others
 * Brexit => sortie du Royaume-Uni   who asks for the left also gets the right
 * ```
 */
import { InvalidOptionError } from '../../errors.ts'
import type { OneWaySynonym, SynonymGroup } from '../../language/language.ts'

/**
 * Reads the text of a synonym file, in the format of Solr and Elasticsearch, for `french({ synonyms })`. A line `SMIC, salaire minimum` has words that mean the same;
 * in `Brexit => sortie du Royaume-Uni`, the left side also finds the right one. Spaces around entries, empty lines, and comments from a `#` on are ignored.
 *
 * @param text the content of the file
 * @throws InvalidOptionError that names the line, if a line is neither
 * @example
 * import { readFile } from 'node:fs/promises'
 *
 * const synonyms = readSynonyms(await readFile('synonymes.txt', 'utf8'))
 * const index = SearchIndex.from(articles, { fields: ['title', 'body'], language: french({ synonyms }) })
 */
export function readSynonyms(text: string): (SynonymGroup | OneWaySynonym)[] {
  if (typeof text !== 'string') throw new InvalidOptionError('synonyms', text, 'the text of a synonyms file')
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((line, i) => {
      const content = line.replace(/(^|\s)#.*$/, '').trim()
      return content === '' ? [] : [readLine(content, i + 1)]
    })
}

function readLine(line: string, number: number): SynonymGroup | OneWaySynonym {
  const sides = line.split('=>').map(side => side.split(',').map(entry => entry.trim()))
  const [from, to] = sides
  if (sides.length > 2 || sides.flat().includes('') || (to === undefined && from.length < 2)) {
    throw new InvalidOptionError(
      `synonyms, line ${number}`,
      line,
      'two or more entries (a, b), or two sides (a, b => c)',
    )
  }
  return to === undefined ? from : { from, to }
}
