/** What a stemmer of Snowball promises: the stems of its published vocabulary, and one for any string. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'

export interface SnowballStemmer {
  stem: (word: string) => string
  /** As `test/languages/` names it. */
  language: string
  /** How many words the vocabulary has. */
  published: number
  /** What its rules look at. */
  letters: string
}

function lines(url: URL): string[] {
  return readFileSync(url, 'utf8')
    .split('\n')
    .filter(line => line !== '')
}

export function testSnowball({ stem, language, published, letters }: SnowballStemmer): void {
  const vocabulary = new URL(`../languages/${language}/snowball/`, import.meta.url)

  it('gives the stems of the whole vocabulary', () => {
    const words = lines(new URL('voc.txt', vocabulary))
    const stems = lines(new URL('output.txt', vocabulary))
    expect(words.length).toBe(published)
    const wrong = words.flatMap((word, i) =>
      stem(word) === stems[i] ? [] : [`${word}: ${stem(word)}, not ${stems[i]}`],
    )
    expect(wrong).toEqual([])
  })

  it('takes any string, and never makes it longer than its definition allows', () => {
    const letter = fc.constantFrom(...letters)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(letter, { maxLength: 20 }).map(letters => letters.join('')),
        ),
        // By one letter: hop, hope; -aux → -al, -ic → -iqu.
        word => {
          expect(stem(word).length).toBeLessThanOrEqual(word.length + 1)
        },
      ),
    )
  })
}
