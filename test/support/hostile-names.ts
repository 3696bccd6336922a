/** Names that every object has, and names that none has: what answers with the first must answer the same with the second. */

export const NAMES: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'propertyIsEnumerable',
  '__defineGetter__',
]

/** What they are compared with: as long, in the same order, so that ties and snippets fall alike. */
export const PLAIN: readonly string[] = [
  '__qsoto__',
  'donstructor',
  'uoString',
  'iasOwnProperty',
  'walueOf',
  'qropertyIsEnumerable',
  '__eefineGetter__',
]

/** An object with own properties of these names, whatever they are. */
export function record(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries)
}

/** A text with the plain names in the place of the others, as they are written and as words of the index. */
export function renamed(text: string): string {
  const cores = NAMES.map((name, i) => [name, PLAIN[i]].map(one => one.replaceAll('_', '')))
  return cores.reduce(
    (text, [name, plain]) => text.replaceAll(name, plain).replaceAll(name.toLowerCase(), plain.toLowerCase()),
    text,
  )
}
