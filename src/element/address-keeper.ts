/** Keeps the search in the page's address, and follows the address when the visitor goes back. */
import type { SearchBox } from '../search-box/index.ts'

export class AddressKeeper {
  private readonly box: SearchBox
  private readonly key: string
  /** Whether the search came from the address. */
  private isRestoring = false
  /** Whether going back should lead to the current address: a submitted search, or the page without one. */
  private isKept = true

  private readonly signal: AbortSignal

  /** @param signal stops it */
  constructor(box: SearchBox, key: string, signal: AbortSignal) {
    this.box = box
    this.key = key
    this.signal = signal
  }

  /** Runs the search in the address. */
  start(): void {
    const { signal } = this
    this.restore()
    addEventListener('popstate', () => this.restore(), { signal })
    signal.addEventListener(
      'abort',
      this.box.subscribe(() => this.write()),
    )
  }

  private restore(): void {
    this.isRestoring = true
    this.box.restore(new URLSearchParams(location.search), this.key)
    this.isRestoring = false
    this.isKept = true
  }

  /** Searches while typing are replaced by the next one, so the back button does not lead to each letter. */
  private write(): void {
    const { phase, isFinal, query, answers, active } = this.box.state
    const isSettled = phase === 'idle' ? query.trim() === '' : phase === 'ready' && answers[active]?.query === query
    if (this.isRestoring || !isSettled) return
    const url = new URL(location.href)
    const before = url.search
    url.search = String(this.box.address(url.searchParams, this.key))
    if (url.search === before) {
      this.isKept ||= isFinal
      return
    }
    if (this.isKept) history.pushState(null, '', url)
    else history.replaceState(null, '', url)
    this.isKept = isFinal
  }
}
