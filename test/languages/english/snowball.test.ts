/** The stemmer equals Snowball's on its published vocabulary. */
import { describe } from 'vitest'
import { stemEnglish } from '../../../src/languages/english/words/snowball.ts'
import { testSnowball } from '../../support/snowball.ts'

describe('stemEnglish', () => {
  testSnowball({
    stem: stemEnglish,
    language: 'english',
    published: 42_649,
    letters: "abcdeghilmnorstuvwxyz'",
  })
})
