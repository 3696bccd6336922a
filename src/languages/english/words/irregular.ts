/**
 * Irregular forms: `went` is `go`, `children` is `child`, `criteria` is `criterion`, and rules for words that are irregular in the same way (`women`,
 * `analyses`).
 */
import { COMPARED } from '../data/comparatives.ts'
import { NOUNS, PLURALS, PREFIXES, VERBS } from '../data/irregular.ts'

interface Tables {
  /** Form → base form. */
  bases: ReadonlyMap<string, string>
  /** Forms that are as often separate words → base form. */
  half: ReadonlyMap<string, string>
}

let tables: { verbs: Tables; nouns: Tables } | undefined

function readTable(text: string): Tables {
  const bases = new Map<string, string>()
  const half = new Map<string, string>()
  for (const line of text.trim().split('\n')) {
    // The bar precedes forms that are separate words: a base and a form joined by it are two words.
    const [base, ...forms] = line.split(/(?=[ |])/)
    for (const form of forms) (form.startsWith('|') ? half : bases).set(form.slice(1), base)
  }
  return { bases, half }
}

function table(): { verbs: Tables; nouns: Tables } {
  return (tables ??= { verbs: readTable(VERBS), nouns: readNouns() })
}

function readNouns(): Tables {
  const { bases, half } = readTable(NOUNS)
  const all = new Map(bases)
  for (const line of PLURALS.trim().split('\n')) {
    const [singular, plural, ...nouns] = line.split(' ')
    for (const noun of nouns) all.set(noun + plural, noun + singular.replace('-', ''))
  }
  return { bases: all, half }
}

const VERB_PREFIXES = PREFIXES.split(' ')

/** Words that look like an irregular form with a prefix: agave is not a form of give. */
const NO_VERB_FORMS: ReadonlySet<string> = new Set(['agave', 'begone', 'relent', 'resent', 'upshot', 'unrest', 'ingot'])

/** Words in -man with plurals in -men: firemen; specimen, abdomen and omen are singulars. */
const MEN = /^(.*[a-z]{2})men$/
const SINGULAR_MEN =
  /^(?:speci|abdo|regi|acu|sta|hy|ra|ye|fora|cycla|bitu|albu|lu|ceru|ru|dol|catechu|grava|exa|turk|bre|car|cul|no|duo|teg|excita|cogno|agno|tru|du|ste|se)men$/

/** Greek nouns in -sis with plurals in -ses: analysis, thesis. */
const SIS = /^(.*[aeiouy].*)sis$/

/** The base form of an irregular form; otherwise the word itself. */
export function regularForm(word: string): string {
  const { verbs, nouns } = table()
  const noun = nouns.bases.get(word)
  if (noun !== undefined) return noun
  const verb = verbs.bases.get(word)
  if (verb !== undefined) return verb
  for (const prefix of VERB_PREFIXES) {
    if (!word.startsWith(prefix) || word.length - prefix.length < 3) continue
    const base = verbs.bases.get(word.slice(prefix.length))
    if (base !== undefined && !NO_VERB_FORMS.has(word)) return prefix + base
  }
  const positive = positiveOf(word)
  if (positive !== undefined) return positive
  const men = MEN.exec(word)
  if (men !== null && !SINGULAR_MEN.test(word)) return `${men[1]}man`
  if (word.endsWith('sis') && SIS.test(word) && word !== 'basis' && word !== 'axis') return `${word.slice(0, -2)}e`
  // Grandchildren, stepchildren; forefeet; midwives, housewives, penknives, bookshelves, werewolves; eyeteeth.
  const tail = /(?:children|feet|teeth|wives|knives|shelves|wolves|thieves|halves|loaves)$/.exec(word)?.[0]
  if (tail !== undefined && tail !== word) return word.slice(0, -tail.length) + (nouns.bases.get(tail) ?? tail)
  if (word.endsWith('ily') && word.length > 5 && !NO_ADVERBS.has(word)) return `${word.slice(0, -3)}y`
  return word.replace(PLURAL_IN_EAU, '$1').replace(SILENT_E, '$1e').replace(DOUBLE_F, '$1').replace(FEEDING, '$1')
}

/** Words that end like happily but are not adverbs of adjectives in -y. */
const NO_ADVERBS: ReadonlySet<string> = new Set(['family', 'sicily', 'homily', 'facily', 'subfamily', 'superfamily'])

let compared: ReadonlySet<string> | undefined

/** The adjective of a comparative or superlative: big for bigger, happy for happiest; undefined for other words. */
export function positiveOf(word: string): string | undefined {
  const ending = /(?:er|est)$/.exec(word)?.[0]
  if (ending === undefined) return undefined
  compared ??= new Set(COMPARED.trim().split(/\s+/))
  const stem = word.slice(0, -ending.length)
  const candidates = [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1'), stem.replace(/i$/, 'y')]
  return candidates.find(candidate => compared?.has(candidate))
}

/** Bureaus, milieus, plateaux: the stemmer mistakes -us for Latin. */
const PLURAL_IN_EAU = /(.eau|..ieu)[sx]$/
/** Experienced, queuing: a verb whose stem ends with c or u has an e, which the stemmer does not restore. */
const SILENT_E = /^(?!.*(?:sync|arc|talc)(?:ed|ing)$)(.*[a-z][cu])(?:ed|ing)$/
/** Stuffed, scoffing: the stemmer reduces two f to one, although no verb ends with one. */
const DOUBLE_F = /([a-z][aeiou]ff)(?:ed|ing)$/

/** Overfeeding, crossbreeding: the stemmer takes the -eed of the verb itself for an ending. */
const FEEDING = /(..(?:f|br)eed)ing$/

/** The forms that are as often separate words, with their base forms: left and leave, found and find. */
export function halfForms(): (readonly [form: string, base: string])[] {
  const { verbs, nouns } = table()
  return [...verbs.half, ...nouns.half]
}
