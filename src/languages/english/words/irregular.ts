/** Irregular forms: `went` is `go`, `children` is `child`, `criteria` is `criterion`; rules for what is irregular in the same way (`women`, `analyses`). */
import { NOUNS, PREFIXES, VERBS } from '../data/irregular.ts'

interface Tables {
  /** Form → base form. */
  bases: ReadonlyMap<string, string>
  /** Forms that are as often words of their own → base form. */
  half: ReadonlyMap<string, string>
}

let tables: { verbs: Tables; nouns: Tables } | undefined

function readTable(text: string): Tables {
  const bases = new Map<string, string>()
  const half = new Map<string, string>()
  for (const line of text.trim().split('\n')) {
    // The bar stands before the forms that are words of their own: a base and a form joined by it are two words.
    const [base, ...forms] = line.split(/(?=[ |])/)
    for (const form of forms) (form.startsWith('|') ? half : bases).set(form.slice(1), base)
  }
  return { bases, half }
}

function table(): { verbs: Tables; nouns: Tables } {
  return (tables ??= { verbs: readTable(VERBS), nouns: readTable(NOUNS) })
}

const PREFIX = new RegExp(`^(?:${PREFIXES.split(' ').join('|')})`)

/** Words in -man with plurals in -men: firemen; specimen, abdomen and omen are singulars. */
const MEN = /^(.*[a-z]{2})men$/
const SINGULAR_MEN =
  /^(?:speci|abdo|regi|acu|sta|hy|ra|ye|fora|cycla|bitu|albu|lu|ceru|ru|dol|catechu|grava|exa|turk|bre|car|cul|no|duo|teg|excita|cogno|agno|tru|du|ste)men$/

/** Greek nouns in -sis with plurals in -ses: analysis, thesis. */
const SIS = /^(.*[aeiouy].*)sis$/

/** The base form of an irregular form; the word itself if it is none. */
export function regularForm(word: string): string {
  const { verbs, nouns } = table()
  const noun = nouns.bases.get(word)
  if (noun !== undefined) return noun
  const verb = verbs.bases.get(word)
  if (verb !== undefined) return verb
  const prefix = PREFIX.exec(word)?.[0]
  if (prefix !== undefined) {
    const base = verbs.bases.get(word.slice(prefix.length))
    if (base !== undefined && word.length - prefix.length > 2) return prefix + base
  }
  const men = MEN.exec(word)
  if (men !== null && !SINGULAR_MEN.test(word)) return `${men[1]}man`
  if (word.endsWith('sis') && SIS.test(word) && word !== 'basis' && word !== 'axis') return `${word.slice(0, -2)}e`
  // Grandchildren, stepchildren; forefeet; midwives, housewives, penknives, bookshelves, werewolves; eyeteeth.
  const tail = /(?:children|feet|teeth|wives|knives|shelves|wolves|thieves|halves)$/.exec(word)?.[0]
  return tail === undefined || tail === word
    ? word
    : word.slice(0, -tail.length) + (nouns.bases.get(tail) ?? nouns.half.get(tail) ?? tail)
}

/** The forms that are as often words of their own, each with its base form: left and leave, found and find. */
export function halfForms(): (readonly [form: string, base: string])[] {
  const { verbs, nouns } = table()
  return [...verbs.half, ...nouns.half]
}
