/** What a stemmer of Snowball promises: the stems of its published vocabulary, and one for any string. */
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'

export interface SnowballStemmer {
  stem: (word: string) => string
  /** As `test/languages/` and `shared/oracle/` name it. */
  language: string
  /** How many words the committed sample has, and the whole vocabulary. */
  sampled: number
  published: number
  /** What its rules look at. */
  letters: string
}

function lines(url: URL): string[] {
  return readFileSync(url, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
}

export function testSnowball({ stem, language, sampled, published, letters }: SnowballStemmer): void {
  const oracle = new URL(`../../../shared/oracle/snowball-${language}/`, import.meta.url)
  const sample = lines(new URL(`../languages/${language}/snowball-sample.tsv`, import.meta.url)).map(line =>
    line.split('\t'),
  )

  it('gives the stems of the committed sample', () => {
    expect(sample.length).toBe(sampled)
    for (const [word, expected] of sample) expect(`${word} ${stem(word)}`).toBe(`${word} ${expected}`)
  })

  it.skipIf(!existsSync(oracle))(
    'gives the stems of the whole vocabulary (skipped: ../shared/oracle is absent)',
    () => {
      const words = lines(new URL('voc.txt', oracle))
      const stems = lines(new URL('output.txt', oracle))
      expect(words.length).toBe(published)
      const wrong = words.flatMap((word, i) =>
        stem(word) === stems[i] ? [] : [`${word}: ${stem(word)}, not ${stems[i]}`],
      )
      expect(wrong).toEqual([])
    },
  )

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
