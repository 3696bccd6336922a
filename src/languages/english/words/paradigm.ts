/**
 * Whether two words of one class are inflections of one word, by their endings: `city` and `cities`, `stop` and `stopped`, but not `general` and `generally`.
 * It compares words in their regular spelling (spelling.ts, irregular.ts).
 *
 * See R. Quirk et al., A Comprehensive Grammar of the English Language, chapters 3 (verbs), 5 (nouns) and 7 (adjectives).
 */
import { inflectionTest } from '../../lexicon/inflections.ts'

/** The consonants that are doubled before -ed, -ing, -er. */
const DOUBLED = 'bdgklmnprtvzc'.split('')

const PARADIGMS = (): readonly string[] => [
  ' s ed ing',
  ' s es ed ing',
  'e es ed ing',
  'y ies ied ying',
  'ie ies ied ying',
  ' er est',
  'e er est',
  'y ier iest',
  'a ae as',
  'f ves fs',
  'fe ves fes',
  ...DOUBLED.map(letter => `${letter} ${letter}s ${letter}${letter}ed ${letter}${letter}ing ${letter}ed ${letter}ing`),
  ...DOUBLED.map(letter => `${letter} ${letter}${letter}er ${letter}${letter}est`),
  // Focus, focussed; quiz, quizzes; picnic, picnicked.
  's ses sses sed ssed sing ssing',
  'z zes zzes zzed zzing',
  'c cs cked cking',
]

const SHORTEST_STEM = 2

/** Whether two words without accents are one stem with two endings of a paradigm. */
export const areInflections = /* @__PURE__ */ inflectionTest(PARADIGMS, SHORTEST_STEM)
