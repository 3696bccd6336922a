/** The stemmer equals Snowball's on its published vocabulary. */
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stemEnglish } from '../../../src/languages/english/words/snowball.ts'

const ORACLE = new URL('../../../../shared/oracle/snowball-english/', import.meta.url)

function lines(url: URL): string[] {
  return readFileSync(url, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
}

describe('stemEnglish', () => {
  const sample = lines(new URL('./snowball-sample.tsv', import.meta.url)).map(line => line.split('\t'))

  it('gives the stems of the committed sample', () => {
    expect(sample.length).toBe(399)
    for (const [word, stem] of sample) expect(`${word} ${stemEnglish(word)}`).toBe(`${word} ${stem}`)
  })

  it.skipIf(!existsSync(ORACLE))(
    'gives the stems of the whole vocabulary (skipped: ../shared/oracle is absent)',
    () => {
      const words = lines(new URL('voc.txt', ORACLE))
      const stems = lines(new URL('output.txt', ORACLE))
      expect(words.length).toBe(42649)
      const wrong = words.flatMap((word, i) =>
        stemEnglish(word) === stems[i] ? [] : [`${word}: ${stemEnglish(word)}, not ${stems[i]}`],
      )
      expect(wrong).toEqual([])
    },
  )

  it('takes any string, and never makes it longer than its definition allows', () => {
    const letter = fc.constantFrom(..."abcdeghilmnorstuvwxyz'")
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(letter, { maxLength: 20 }).map(letters => letters.join('')),
        ),
        word => {
          // An e takes the place of what goes: hop, hope.
          expect(stemEnglish(word).length).toBeLessThanOrEqual(word.length + 1)
        },
      ),
    )
  })
})
