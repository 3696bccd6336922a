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
    // It is fired for links within the page as well, which change nothing of the search.
    addEventListener('popstate', () => this.isInAddress() || this.restore(), { signal })
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

  /** Whether the address says what the box shows. */
  private isInAddress(): boolean {
    const parameters = new URLSearchParams(location.search)
    return comparable(this.box.address(parameters, this.key)) === comparable(parameters)
  }

  /** Searches while typing are replaced by the next one, so the back button does not lead to each letter. */
  private write(): void {
    const { phase, isFinal, query, answers, active } = this.box.state
    const isSettled = phase === 'idle' ? query.trim() === '' : phase === 'ready' && answers[active]?.query === query
    if (this.isRestoring || !isSettled) return
    if (this.isInAddress()) {
      this.isKept ||= isFinal
      return
    }
    const url = new URL(location.href)
    url.search = String(this.box.address(url.searchParams, this.key))
    try {
      if (this.isKept) history.pushState(stateOfRouter(), '', url)
      else history.replaceState(stateOfRouter(), '', url)
    } catch {
      // A document without an address of its own (`<iframe srcdoc>`) must not change it, and Safari limits how often pages do.
    }
    this.isKept = isFinal
  }
}

/** Links to a search may have their parameters in any order and spelling (`%20` for `+`), and forms send empty ones. */
function comparable(parameters: URLSearchParams): string {
  const sent = new URLSearchParams([...parameters].filter(([, value]) => value !== ''))
  sent.sort()
  return String(sent)
}

/** Routers ignore entries of the history without their state, so the back button would show another page under this address. Next adds its own, unless it is there. */
function stateOfRouter(): unknown {
  const { state } = history
  return state?.__NA ? null : state
}
