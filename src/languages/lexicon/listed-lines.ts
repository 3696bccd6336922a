/** Lists of equivalent words, read on look-up. */
import { LineTable } from './line-table.ts'
import { readSynonyms } from './read-synonyms.ts'
import { type RelatedWordSource, RelatedWords, type SynonymEntry } from './related.ts'

/**
 * Reads lists of lines. `key` returns a word's class, `read` reads an entry that may have several words.
 *
 * A line is a weight and words; those after a bar match only the exact word. Or it is a weight and entries of several words, separated by commas.
 */
export function readLines(
  lists: readonly string[],
  key: (word: string) => string,
  read: (text: string) => SynonymEntry,
): RelatedWordSource {
  const table = new LineTable(
    () => lists.join('\n').split('\n'),
    lines => {
      const words = new RelatedWords(key, read)
      for (const line of lines) addLine(words, line)
      return words
    },
  )
  return {
    wordsOf: (word, ofWord) => table.linesOf(ofWord, word).wordsOf(word, ofWord),
    phrasesFrom: ofWord => table.linesOf(ofWord).phrasesFrom(ofWord),
  }
}

function addLine(words: RelatedWords, line: string): void {
  const space = line.indexOf(' ')
  const weight = Number(line.slice(0, space))
  const text = line.slice(space + 1)
  if (text.includes(',')) words.addSynonyms(readSynonyms(text), weight)
  else {
    const [inflected, exact = ''] = text.split('|')
    words.addGroup(spaced(inflected), weight, 'variant', spaced(exact))
  }
}

function spaced(words: string): string[] {
  return words === '' ? [] : words.split(' ')
}
