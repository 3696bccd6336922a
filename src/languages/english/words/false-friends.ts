/** Words with the same stem that are not forms of one another. Each gets a separate class, with its inflections. */
import { APART } from '../data/false-friends.ts'

let classes: ReadonlyMap<string, string> | undefined

/** The name of a word's class according to the list, or `undefined`. A word with `+` is listed with its regular inflections. */
export function wordApart(word: string): string | undefined {
  classes ??= readClasses()
  return classes.get(word)
}

function readClasses(): ReadonlyMap<string, string> {
  const classes = new Map<string, string>()
  for (const group of APART.trim().split('\n')) {
    const words = group.split(' ')
    const [name] = words[0].split('+')
    for (const written of words) {
      const word = written.replace('+', '')
      for (const form of written.endsWith('+') ? [word, ...inflectionsOf(word)] : [word]) classes.set(form, name)
    }
  }
  return classes
}

/** The regular forms of a noun or a verb. */
export function inflectionsOf(word: string): string[] {
  if (/[^aeiou]y$/.test(word)) return endings(word.slice(0, -1), 'ies ied').concat(`${word}ing`)
  if (word.endsWith('e')) return [`${word}s`, `${word}d`, `${word.slice(0, -1)}ing`]
  if (/(?:[sxz]|[cs]h)$/.test(word)) return endings(word, 'es ed ing')
  if (/[aeiou]l$/.test(word)) return endings(word, 's ed ing led ling')
  return endings(word, 's ed ing')
}

function endings(stem: string, list: string): string[] {
  return list.split(' ').map(ending => stem + ending)
}
