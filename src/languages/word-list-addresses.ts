/** The addresses of the word lists, for a worker. A new language adds a line here. Pages load this with the code that starts a worker. */

/** Where bundlers put the word lists, by language name. They do not put them next to a worker, which they copy unchanged. */
export function wordListAddresses(): Record<string, string> {
  const addresses: Record<string, string> = {}
  try {
    addresses.english = new URL('./english-words.bin', import.meta.url).href
    addresses.french = new URL('./french-words.bin', import.meta.url).href
  } catch {
    // CommonJS code does not know its own address.
  }
  return addresses
}
