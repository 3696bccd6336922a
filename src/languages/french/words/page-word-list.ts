/** The word list of the package, in a page: a file beside the library's own, fetched once. Until it is here, nothing is corrected. */
import { readWordListBy } from './installed-word-list.ts'
import { WordList } from './word-list.ts'

/** Fetches the list. A failure is not reported: queries are answered without corrections, and the next page tries again. */
export async function fetchWordList(): Promise<void> {
  try {
    // The name is written out, so that bundlers find the file and copy it.
    const response = await fetch(new URL('./french-words-25f04b14.bin', import.meta.url).href)
    if (!response.ok) return
    const list = WordList.fromBytes(new Uint8Array(await response.arrayBuffer()))
    readWordListBy(() => list)
  } catch {
    // Offline, or another file under this address.
  }
}
