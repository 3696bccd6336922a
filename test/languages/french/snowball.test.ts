/** The stemmer equals Snowball's on its published vocabulary. */
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stemFrench } from '../../../src/languages/french/words/snowball.ts'

const ORACLE = new URL('../../../../shared/oracle/snowball-french/', import.meta.url)

function lines(url: URL): string[] {
  return readFileSync(url, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
}

describe('stemFrench', () => {
  const sample = lines(new URL('./snowball-sample.tsv', import.meta.url)).map(line => line.split('\t'))

  it('gives the stems of the committed sample', () => {
    expect(sample.length).toBe(400)
    for (const [word, stem] of sample) expect(`${word} ${stemFrench(word)}`).toBe(`${word} ${stem}`)
  })

  it.skipIf(!existsSync(ORACLE))(
    'gives the stems of the whole vocabulary (skipped: ../shared/oracle is absent)',
    () => {
      const words = lines(new URL('voc.txt', ORACLE))
      const stems = lines(new URL('output.txt', ORACLE))
      expect(words.length).toBe(21655)
      const wrong = words.flatMap((word, i) =>
        stemFrench(word) === stems[i] ? [] : [`${word}: ${stemFrench(word)}, not ${stems[i]}`],
      )
      expect(wrong).toEqual([])
    },
  )

  it('takes any string, and never makes it longer than its definition allows', () => {
    const letter = fc.constantFrom(..."abcdeéèêëiïîlmnoqrstuvxyzœ'-7")
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(letter, { maxLength: 20 }).map(letters => letters.join('')),
        ),
        word => {
          // The longest gain is -aux → -al, -ic → -iqu and the like: never more than one letter.
          expect(stemFrench(word).length).toBeLessThanOrEqual(word.length + 1)
        },
      ),
    )
  })
})
