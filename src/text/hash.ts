/** A short hash of a text: enough to distinguish settings, but not secure. */

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), as eight hexadecimal digits. */
export function hash(text: string): string {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
