/** Reads the Hunspell dictionaries of American and British English that are made from SCOWL, for the scripts that make and judge tables. */
import { readFileSync } from 'node:fs'

/** An entry of the dictionary with all its forms, in lower case; possessives are left out. */
export interface Lemma {
  lemma: string
  forms: ReadonlySet<string>
  isName: boolean
}

interface AffixRule {
  isPrefix: boolean
  mayCross: boolean
  strip: string
  add: string
  condition: RegExp
}

/** All entries of the dictionaries (folders with `index.aff` and `index.dic`), each once. */
export function readLexicon(folders: readonly string[]): Lemma[] {
  const lemmas = new Map<string, { lemma: string; forms: Set<string>; isName: boolean }>()
  for (const folder of folders) {
    const rules = readRules(readFileSync(`${folder}/index.aff`, 'utf8'))
    for (const line of readFileSync(`${folder}/index.dic`, 'utf8').split('\n').slice(1)) {
      const [word, flags = ''] = line.trim().split('/')
      if (word === '' || /\d/.test(word)) continue
      const known = lemmas.get(word) ?? { lemma: word, forms: new Set<string>(), isName: word !== word.toLowerCase() }
      for (const form of formsOf(
        word,
        [...flags].flatMap(flag => rules.get(flag) ?? []),
      ))
        known.forms.add(form)
      lemmas.set(word, known)
    }
  }
  return [...lemmas.values()]
}

function readRules(text: string): Map<string, AffixRule[]> {
  const rules = new Map<string, AffixRule[]>()
  const mayCross = new Map<string, boolean>()
  for (const line of text.split('\n')) {
    const [kind, flag, strip, add, condition] = line.trim().split(/\s+/)
    if (kind !== 'PFX' && kind !== 'SFX') continue
    if (condition === undefined) {
      mayCross.set(flag, strip === 'Y')
      continue
    }
    const isPrefix = kind === 'PFX'
    const rule = {
      isPrefix,
      mayCross: mayCross.get(flag) === true,
      strip: strip === '0' ? '' : strip,
      add: add === '0' ? '' : add,
      condition: new RegExp(isPrefix ? `^(?:${condition})` : `(?:${condition})$`),
    }
    rules.set(flag, [...(rules.get(flag) ?? []), rule])
  }
  return rules
}

function formsOf(word: string, rules: readonly AffixRule[]): string[] {
  const suffixes = rules.filter(({ isPrefix }) => !isPrefix)
  const suffixed = suffixes.flatMap(rule => apply(word, rule).map(form => ({ form, mayCross: rule.mayCross })))
  const bases = [word, ...suffixed.flatMap(({ form, mayCross }) => (mayCross ? form : []))]
  const prefixed = rules.filter(({ isPrefix }) => isPrefix).flatMap(rule => bases.flatMap(base => apply(base, rule)))
  return [word, ...suffixed.map(({ form }) => form), ...prefixed]
    .filter(form => !form.endsWith("'s"))
    .map(form => form.toLowerCase())
}

function apply(word: string, { isPrefix, strip, add, condition }: AffixRule): string[] {
  if (!condition.test(word)) return []
  return [isPrefix ? add + word.slice(strip.length) : word.slice(0, word.length - strip.length) + add]
}
