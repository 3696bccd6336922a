/**
 * The two levels at which words are repaired: words before Snowball stems them, and the stems that it gives. Here they are maps from endings to operations, which
 * the scripts can change; src/languages/french/rules/rewriting.ts reads the tables that are made of them.
 *
 * An operation is how many letters to drop and what to add; `0` leaves a word to Snowball. An ending is written backwards: `eegard^` is the word dragee, `eegard^s`
 * its plural.
 */
import { plainEnding, repairedSpelling } from '../../src/languages/french/rules/rewriting.ts'
import { stemFrench } from '../../src/languages/french/words/snowball.ts'
import { fold } from '../../src/text/fold.ts'

export type Level = Map<string, string>

const PLURAL_IN_OS = /..(?:[^ahlp]|[^c]l)os$/
const IFICATION = /ifications?$/
const LONGEST_ENDING = 20

/** What the repairs of words see of a word. */
export function formOf(word: string): string {
  return repairedSpelling(fold(plainEnding(word)))
}

export function singularOf(form: string): string {
  return form.length > 3 && form.endsWith('s') ? form.slice(0, -1) : form
}

export function backwards(text: string): string {
  return [...text].reverse().join('')
}

/** The longest ending of a form, and those it ends with, are beginnings of this. */
export function wordPath(form: string): string {
  const singular = singularOf(form)
  return `${backwards(singular)}^${singular === form ? '' : 's'}`
}

export function stemPath(stem: string): string {
  return `${backwards(stem)}^`
}

/** The operation at the longest ending, or nothing. */
export function operationAt(level: Level, path: string): string {
  for (let length = Math.min(path.length, LONGEST_ENDING); length > 0; length--) {
    const operation = level.get(path.slice(0, length))
    if (operation !== undefined) return operation
  }
  return ''
}

export function rewrite(text: string, operation: string): string {
  const drop = Number(operation[0])
  return drop > text.length ? text : text.slice(0, text.length - drop) + operation.slice(1)
}

const stems = new Map<string, string>()

/** Snowball's stem of a form after an operation. */
export function stemAfter(form: string, operation: string): string {
  const written = (
    operation === ''
      ? PLURAL_IN_OS.test(form)
        ? form.slice(0, -1)
        : form
      : operation === '0'
        ? form
        : rewrite(singularOf(form), operation)
  ).replace(IFICATION, 'ifier')
  let stem = stems.get(written)
  if (stem === undefined) stems.set(written, (stem = stemFrench(written)))
  return stem
}

/** The key that the repairs of stems make of a stem. */
export function keyAfter(ofStems: Level, stem: string): string {
  const operation = operationAt(ofStems, stemPath(stem))
  return operation === '' || operation === '0' ? stem : rewrite(stem, operation)
}

/** Operations that bring a text to another, by the letters that both begin with or a few less. */
export function operationsTo(text: string, target: string, more: readonly string[] = ['']): string[] {
  let common = 0
  while (common < text.length && text[common] === target[common]) common++
  const operations: string[] = []
  for (let kept = common; kept >= Math.max(0, common - 3); kept--)
    if (text.length - kept <= 9)
      for (const added of more) operations.push(`${text.length - kept}${target.slice(kept)}${added}`)
  return operations
}

const GENERAL_ADDITIONS = ['', 'e', 'r', 'er', 'ir', 're', 'al', 'l', 'eur', 'ier', 'x']

/** Operations that many words share. */
export function generalOperations(text: string): string[] {
  const operations: string[] = []
  for (let drop = 0; drop <= 6 && drop < text.length; drop++)
    for (const added of GENERAL_ADDITIONS) operations.push(`${drop}${added}`)
  return operations.filter(operation => operation !== '0')
}
