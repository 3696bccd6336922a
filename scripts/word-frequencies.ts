/** How often words are used, as lists of frequencies say. */
import { readFileSync } from 'node:fs'

/** Word frequencies on the Zipf scale (log10 of occurrences per thousand million words), from lines `word TAB zipf`. */
export function readFrequencies(path: string): Map<string, number> {
  const frequencies = new Map<string, number>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [word, zipf] = line.split('\t')
    if (zipf) frequencies.set(word, Number(zipf))
  }
  return frequencies
}
