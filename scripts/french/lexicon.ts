/** Reads a Hunspell dictionary of French that names lemmas and word classes, and a list of word frequencies, for the scripts that make tables. */
import { readFileSync } from 'node:fs'

/** One way to read a written form. */
export interface Reading {
  form: string
  lemma: string
  /** `v` for verbs, else the dictionary's own word class: `nom`, `adj`, `adv`, `npr`… */
  wordClass: string
  /** Whether it is a participle of a verb, past or present. */
  isParticiple: boolean
}

interface SuffixRule {
  strip: string
  add: string
  condition: RegExp
  isParticiple: boolean
}

/**
 * All forms of a Hunspell dictionary (`fr.aff` and `fr.dic`, comprehensive variant), each with its lemma.
 * Prefixes (elisions, in this dictionary) are left out. Proper names come in lower case, as the index writes them.
 */
export function readLexicon(path: string): Reading[] {
  const rules = new Map<string, SuffixRule[]>()
  for (const line of readFileSync(`${path}.aff`, 'utf8').split('\n')) {
    const parts = line.split(/\s+/)
    if (parts[0] !== 'SFX' || parts.length < 5) continue
    const rule = {
      strip: parts[2] === '0' ? '' : parts[2],
      add: parts[3].split('/')[0].replace(/^0$/, ''),
      condition: new RegExp(`(?:${parts[4]})$`),
      isParticiple: parts.includes('po:ppas') || parts.includes('po:ppre'),
    }
    const known = rules.get(parts[1])
    if (known) known.push(rule)
    else rules.set(parts[1], [rule])
  }
  const readings = new Map<string, Reading>()
  for (const line of readFileSync(`${path}.dic`, 'utf8').split('\n').slice(1)) {
    const [entry, ...morphology] = line.split(/\s+/)
    if (!entry) continue
    const [lemma, flagText = ''] = entry.split('/')
    const flags: string[] = flagText.match(/../g) ?? []
    if (flags.includes('{}')) continue
    const classes = morphology.filter(field => field.startsWith('po:')).map(field => field.slice(3))
    const name = lemma !== lemma.toLowerCase()
    for (const wordClass of new Set(classes.map(text => (/^v[0-3]/.test(text) ? 'v' : name ? 'npr' : text)))) {
      const push = (form: string, isParticiple = false) => {
        const reading = { form: form.toLowerCase(), lemma: lemma.toLowerCase(), wordClass, isParticiple }
        const key = `${reading.form} ${reading.lemma} ${wordClass}`
        if (isParticiple || !readings.has(key)) readings.set(key, reading)
      }
      if (!flags.includes('()')) push(lemma)
      for (const flag of flags)
        for (const { strip, add, condition, isParticiple } of rules.get(flag) ?? [])
          if (lemma.endsWith(strip) && condition.test(lemma)) {
            push(lemma.slice(0, lemma.length - strip.length) + add, isParticiple && wordClass === 'v')
          }
    }
  }
  return [...readings.values()]
}
