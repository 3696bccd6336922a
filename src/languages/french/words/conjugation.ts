/**
 * The forms of verbs in -er that have a class of their own: participles that look like a noun without their accents (gravé, référencé), and persons whose
 * ending Snowball leaves on (nous achetons, il usait). They are found as exact words, next to the class of the verb.
 */
import type { RelatedWord } from '../../../language/language.ts'
import { OTHER_SENSE_WEIGHT, SAME_STEM_WEIGHT } from '../../../weights.ts'
import { unhyphenatedKey } from './inflection.ts'

const PARTICIPLES = ['é', 'és', 'ée', 'ées']

/** Endings that hardly any noun has, unlike those of excédent, opéra and essai. With -e, the class is right. */
const PERSONS = ['ons', 'ez', 'ait', 'aient']
const PERSON = /^(.{2,}[^i])(?:ons|ez|ait|aient)$/

/** Frequent nouns whose plural looks like the first person of a verb. */
const NOUNS =
  /^(?:sal|viol|bouch|bout|pris|ray|cot|coch|cord|étal|marr|coup|jet|fil|guid|brouill|réveill|chauss|doubl|glaç|gaz|grill|pist|torch)ons$/

/**
 * The forms outside the class of a word: of an infinitive, the participles and persons; of one of these, the infinitive and the participles. Some of them are
 * not French, as are those of nouns in -er.
 */
export function formsOfOtherClass(word: string): RelatedWord[] {
  const forms = formsOf(word)
  if (forms.length === 0) return forms
  const key = unhyphenatedKey(word)
  return forms.filter(form => unhyphenatedKey(form.word) !== key)
}

function formsOf(word: string): RelatedWord[] {
  const infinitive = /^(.{2,})er$/.exec(word)?.[1]
  if (infinitive !== undefined) {
    // Portions and chez are no forms of portier and cher.
    const hasPersons = infinitive.length >= 3 && !infinitive.endsWith('i')
    return withEndings(infinitive, hasPersons ? [...PARTICIPLES, ...PERSONS] : PARTICIPLES, SAME_STEM_WEIGHT)
  }
  // A participle may be a noun with a sense of its own: durée, employé.
  const participle = /^(.{2,})ée?s?$/.exec(word)?.[1]
  if (participle !== undefined) return withEndings(participle, ['er', ...PARTICIPLES], OTHER_SENSE_WEIGHT)
  const person = NOUNS.test(word) ? undefined : PERSON.exec(word)?.[1]
  if (person === undefined) return []
  return withEndings(person.replace(/ge$/, 'g').replace(/ç$/, 'c'), ['er'], OTHER_SENSE_WEIGHT)
}

function withEndings(stem: string, endings: readonly string[], weight: number): RelatedWord[] {
  // Mangeons, plaçons.
  const soft = stem.replace(/g$/, 'ge').replace(/c$/, 'ç')
  return endings
    .map(ending => (/^[ao]/.test(ending) ? soft : stem) + ending)
    .filter(word => !NOUNS.test(word))
    .map(word => ({ word, wholeClass: false, weight, relation: 'family' }))
}
