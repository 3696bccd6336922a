/** Recent searches, kept on the visitor's device if the site enables it. */

/** The part of the platform's `Storage` that is used. */
export interface TextStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

const MOST = 5
/** A pasted page is not worth suggesting again. */
const LONGEST = 100

/** The recent searches of a visitor, kept on the device: for the option `recent` of a search box. */
export class RecentSearches {
  private readonly storage: TextStorage
  private readonly key: string

  constructor(storage: TextStorage, key: string) {
    this.storage = storage
    this.key = key
  }

  /** The recent searches that the browser keeps under a name; `undefined` if the visitor forbids storage. */
  static inBrowser(name: string): RecentSearches | undefined {
    try {
      return new RecentSearches(localStorage, `trouvaille-recent ${name}`)
    } catch {
      return undefined
    }
  }

  /** Returns the searches, the latest first; an empty array if there are none, or if what is stored is not a list of searches. */
  read(): readonly string[] {
    try {
      const value: unknown = JSON.parse(this.storage.getItem(this.key) ?? '[]')
      return Array.isArray(value) ? value.filter(query => typeof query === 'string').slice(0, MOST) : []
    } catch {
      return []
    }
  }

  /** Adds a search, and returns all of them. At most five are kept. */
  add(query: string): readonly string[] {
    const text = query.trim()
    if (text === '' || text.length > LONGEST) return this.read()
    return this.write([text, ...this.read().filter(other => other !== text)].slice(0, MOST))
  }

  /** Deletes all searches. */
  clear(): readonly string[] {
    return this.write([])
  }

  private write(queries: readonly string[]): readonly string[] {
    try {
      if (queries.length === 0) this.storage.removeItem(this.key)
      else this.storage.setItem(this.key, JSON.stringify(queries))
    } catch {
      // The storage is full or disabled.
    }
    return queries
  }
}
