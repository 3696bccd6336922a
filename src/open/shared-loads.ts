/** What is loaded once, whoever asks for it, and tried again after a failure. What was begun ahead of any need fails nobody: whoever needs it meanwhile tries for itself. */
export class SharedLoads<Name> {
  private readonly loads = new Map<Name, { value: Promise<unknown>; isAhead: boolean }>()

  /** What `load` gives, or gave before. */
  get<T>(name: Name, load: () => Promise<T>): Promise<T> {
    const coming = this.loads.get(name)
    if (coming === undefined) return this.start(name, load, false)
    const value = coming.value as Promise<T>
    return coming.isAhead ? value.catch(() => this.get(name, load)) : value
  }

  /** Begins to load it if nobody has yet. */
  loadAhead(name: Name, load: () => Promise<unknown>): void {
    if (!this.loads.has(name)) this.start(name, load, true).catch(() => {})
  }

  private start<T>(name: Name, load: () => Promise<T>, isAhead: boolean): Promise<T> {
    const value = load().catch(error => {
      this.loads.delete(name)
      throw error
    })
    this.loads.set(name, { value, isAhead })
    return value
  }
}
