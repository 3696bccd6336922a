/** The stemmer equals Snowball's on its published vocabulary. */
import { describe } from 'vitest'
import { stemFrench } from '../../../src/languages/french/words/snowball.ts'
import { testSnowball } from '../../support/snowball.ts'

describe('stemFrench', () => {
  testSnowball({
    stem: stemFrench,
    language: 'french',
    published: 21_655,
    letters: "abcdeéèêëiïîlmnoqrstuvxyzœ'-7",
  })
})
