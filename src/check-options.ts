/** Refuses options that do not exist: an unknown name is a mistake of the caller, and the error suggests the name that was probably meant. */
import { describe, InvalidOptionError } from './errors.ts'

/** The names of all options of a type, as the keys of a table. The compiler refuses a table that lacks one. */
export type OptionNames<Options> = { readonly [Name in keyof Options]-?: unknown }

/**
 * Checks that `options` is an object and has no names except those in `names`.
 *
 * @param path where the options are, such as `highlight`; empty for the options of the call
 * @param shape what the error says is allowed if `options` is not an object
 * @throws InvalidOptionError
 */
export function checkOptions(options: object, names: object, path?: string, shape?: string): void
export function checkOptions(
  options: unknown,
  names: object,
  path?: string,
  shape?: string,
): asserts options is Record<string, unknown>
export function checkOptions(options: unknown, names: object, path = '', shape = 'an object'): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new InvalidOptionError(path || 'options', options, shape)
  }
  const prefix = path && `${path}.`
  for (const name of Object.keys(options)) {
    if (Object.hasOwn(names, name)) continue
    const value = (options as Record<string, unknown>)[name]
    const allowed = Object.keys(names).map(allowed => prefix + allowed)
    const nearest = nearestName(name, Object.keys(names))
    const message = `Unknown option ${describe(prefix + name)}. ${advice(nearest && prefix + nearest, allowed)}`
    throw new InvalidOptionError(prefix + name, value, allowed.join(', '), message, 'option')
  }
}

/** The error for a name in an option that must be one of `allowed`, such as the field in `sort.field`. */
export function unknownName(option: string, name: unknown, allowed: readonly string[]): InvalidOptionError {
  const nearest = typeof name === 'string' ? nearestName(name, allowed) : undefined
  const message = `Unknown field ${describe(name)} in option "${option}". ${advice(nearest, allowed)}`
  return new InvalidOptionError(option, name, allowed.join(', '), message, 'field')
}

/** The error for an option that cannot be used in this place, such as `highlight` without stored texts. `reason` is a clause: `no text field is in storeFields`. */
export function excludedOption(option: string, value: unknown, reason: string): InvalidOptionError {
  return new InvalidOptionError(option, value, `no value: ${reason}`, `Option "${option}" cannot be used: ${reason}.`)
}

function advice(nearest: string | undefined, allowed: readonly string[]): string {
  return nearest ? `Did you mean "${nearest}"?` : `Allowed: ${allowed.join(', ') || 'none'}.`
}

const MAX_EDITS = 2
/** How many letters of a name allow one edit: with fewer, any name would be near any other. */
const LETTERS_PER_EDIT = 3

/** The allowed name that is fewest edits away; if none is near, one that starts with `name` (`language` for `lang`), or that `name` starts with. */
export function nearestName(name: string, allowed: readonly string[]): string | undefined {
  const written = name.toLowerCase()
  const most = Math.min(MAX_EDITS, Math.floor(written.length / LETTERS_PER_EDIT))
  for (let edits = 0; edits <= most; edits++) {
    const nearest = allowed.find(other => isNear(written, other.toLowerCase(), edits))
    if (nearest !== undefined) return nearest
  }
  const starts = (long: string, short: string) => short.length >= LETTERS_PER_EDIT && long.startsWith(short)
  return allowed.find(other => starts(other.toLowerCase(), written) || starts(written, other.toLowerCase()))
}

/** Whether `a` becomes `b` with at most `edits` letters inserted, deleted, replaced or swapped with their neighbour. */
function isNear(a: string, b: string, edits: number): boolean {
  if (a === b) return true
  if (edits === 0) return false
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  const [x, y] = [a.slice(same), b.slice(same)]
  const after = (skipX: number, skipY: number) => isNear(x.slice(skipX), y.slice(skipY), edits - 1)
  return after(1, 0) || after(0, 1) || after(1, 1) || (x[0] === y[1] && x[1] === y[0] && after(2, 2))
}

/** @throws InvalidOptionError unless `value` is a whole number from `least` to `most` */
export function checkWhole(option: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
  throw new InvalidOptionError(option, value, `a whole number from ${least} to ${most}`)
}

/** Throws unless `boost` is a finite number above 0. */
export function checkBoost(option: string, boost: unknown): asserts boost is number {
  if (typeof boost !== 'number' || !Number.isFinite(boost) || boost <= 0) {
    throw new InvalidOptionError(option, boost, 'a finite number above 0')
  }
}
