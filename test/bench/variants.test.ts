/** The bench's ways of typing a question carelessly. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../bench/random.mjs'
import { VARIANTS, varied, withoutAccents, withTypo } from '../../bench/robustness/variants.mjs'

const typed = (name: string, text: string) => {
  const variant = VARIANTS.find(candidate => candidate.name === name)
  if (!variant) throw new Error(`No variant ${name}`)
  return varied([{ id: 'q', text }], variant)[0].text
}

describe('the variants of a question', () => {
  it('takes accents and ligatures off', () => {
    expect(typed('no accents', 'Où est l’œuvre de Saint-Étienne ?')).toBe('Ou est l’oeuvre de Saint-Etienne ?')
    expect(withoutAccents('Ça ÆŒ')).toBe('Ca AEOE')
  })

  it('writes all in capitals, accents kept', () => {
    expect(typed('ALL CAPITALS', 'période d’essai')).toBe('PÉRIODE D’ESSAI')
  })

  it('sets the typographic apostrophe', () => {
    expect(typed('apostrophes ’', "l'avis d'appel")).toBe('l’avis d’appel')
  })

  it('opens hyphens between letters or digits only', () => {
    expect(typed('hyphens as spaces', 'cessez-le-feu - L. 121-1')).toBe('cessez le feu - L. 121 1')
  })
})

describe('withTypo', () => {
  const LONG = /\p{L}{5,}/u

  it('changes one word of five letters or more, by one edit', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        const mistyped = withTypo('le licenciement', seededRandom(seed))
        expect(mistyped.slice(0, 4)).toBe('le l')
        expect(mistyped).not.toBe('le licenciement')
        expect(editDistance(mistyped, 'le licenciement')).toBe(1)
      }),
    )
  })

  it('leaves a question of short words as it is', () => {
    expect(withTypo('14 mois d’un CDD', seededRandom(1))).toBe('14 mois d’un CDD')
  })

  it('is the same for the same question, in whatever company', () => {
    const typo = VARIANTS[VARIANTS.length - 1]
    const [a, b] = [
      { id: 'a', text: 'rupture conventionnelle' },
      { id: 'b', text: 'salaire minimum' },
    ]
    expect(varied([a, b], typo)[1]).toEqual(varied([b], typo)[0])
    expect(LONG.test(varied([a], typo)[0].text)).toBe(true)
  })
})

/** Damerau’s distance with adjacent transpositions (optimal string alignment). */
function editDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i || j))
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      table[i][j] = Math.min(
        table[i - 1][j] + 1,
        table[i][j - 1] + 1,
        table[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1)
      }
    }
  }
  return table[a.length][b.length]
}
