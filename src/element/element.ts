/** `<trouvaille-search>`: shows a field, and loads everything else (the views, the engine, the index) when the field gets the focus. */
import { openIndex } from '../client.ts'
import type { SearchableIndex, SearchBox, SearchSettings, ShownHit, Texts } from '../search-box/index.ts'
import { localeOf, operatorsOf, type Wording, wordingOf } from '../search-box/texts/wording.ts'
import { ATTRIBUTES, type ElementSettings, settingsOf } from './attributes.ts'
import { Session } from './session.ts'
import { type Shell, shellOf } from './shell.ts'
import { areSingleKeysOff, isTextField, matchesShortcut } from './shortcuts.ts'
import { styleSheet } from './style.ts'

/** An index that the element searches: its address (`src`), or what `openIndex()` returned (`index`). One of them is needed. */
export interface ElementIndex {
  /** The address of the index file, relative to the page. `{lang}` in it is replaced by the language of the page. */
  src?: string | URL | undefined
  /** An index that is open already, to give it options of your own. */
  index?: SearchableIndex | undefined
  /** The name of its tab, if there are several. Default: `Index 1`, `Index 2` … */
  label?: string | undefined
}

type Decorate = (item: HTMLElement, hit: ShownHit) => void

/** Server-side rendering has no elements. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement)

/**
 * The element `<trouvaille-search>`: a search field with results, filters and pages. Importing `trouvaille/element` defines it. Its attributes do most; the
 * properties of this class take what attributes cannot hold.
 *
 * @example
 * import 'trouvaille/element'
 *
 * const element = document.querySelector('trouvaille-search')
 * if (element !== null) {
 *   element.indexes = [{ src: '/articles.trv', label: 'Articles' }, { src: '/lois.trv', label: 'Lois' }]
 *   element.texts = { placeholder: 'Que cherchez-vous ?' }
 *   element.addEventListener('trouvaille-select', event => console.log(event.detail.url))
 * }
 */
export class TrouvailleSearch extends Base {
  /** The attributes that change the element at any time. */
  static readonly observedAttributes = ATTRIBUTES

  private givenIndexes: readonly ElementIndex[] | undefined
  private givenTexts: Partial<Texts> = {}
  private givenOptions: SearchSettings = {}
  private givenDecorate: Decorate | undefined
  private givenSheets: readonly CSSStyleSheet[] = []
  private settings: ElementSettings | undefined
  private shell: Shell | undefined
  private session: Session | undefined
  private readonly cleanUp: (() => void)[] = []
  private isStale = false

  /** The indexes to search. They replace that of the attribute `src`; several are shown as tabs. Default: `undefined`, the index of `src`. */
  get indexes(): readonly ElementIndex[] | undefined {
    return this.givenIndexes
  }
  set indexes(indexes: readonly ElementIndex[] | undefined) {
    this.givenIndexes = indexes
    this.refresh()
  }

  /** Texts of the interface that replace those of its language, by name: `{ placeholder: 'Chercher un texte' }`. Default: `{}`. */
  get texts(): Partial<Texts> {
    return this.givenTexts
  }
  set texts(texts: Partial<Texts>) {
    this.givenTexts = texts
    this.refresh()
  }

  /** Settings that replace those of the attributes, such as `{ hits: 20, searchOptions: { synonyms } }`. Default: `{}`. */
  get options(): SearchSettings {
    return this.givenOptions
  }
  set options(options: SearchSettings) {
    this.givenOptions = options
    this.refresh()
  }

  /** A function that is called with the list item of each hit before it is shown, to add to it. Default: none. */
  get decorate(): Decorate | undefined {
    return this.givenDecorate
  }
  set decorate(decorate: Decorate | undefined) {
    this.givenDecorate = decorate
    this.refresh()
  }

  /** Style sheets for the shadow root, after those of the element. For what CSS variables and parts cannot do. Default: `[]`. */
  get styleSheets(): readonly CSSStyleSheet[] {
    return this.givenSheets
  }
  set styleSheets(sheets: readonly CSSStyleSheet[]) {
    this.givenSheets = sheets
    this.refresh()
  }

  /**
   * Loads the rest of the element and returns its search box: the state that it shows and the methods that change it.
   *
   * @throws ModuleLoadError if it cannot be loaded; Error if the element is not in a page
   * @example
   * const box = await element.load()
   * box.subscribe(() => console.log(box.state.answers[0]?.total))
   */
  async load(): Promise<SearchBox> {
    if (this.session === undefined)
      throw new Error('<trouvaille-search> is not in a document. Add it to the page first.')
    return this.session.load()
  }

  /** Opens the element and searches for a text, as if the visitor had typed and sent it. */
  async search(query: string): Promise<void> {
    this.open()
    const box = await this.load()
    box.submit(query)
  }

  /** Opens the dialog; without a dialog, puts the focus into the field. */
  open(): void {
    this.shell?.open()
  }

  /** Closes the dialog or the list. */
  close(): void {
    this.session?.close()
  }

  /** @internal */
  connectedCallback(): void {
    // Properties set before the element was defined hide the accessors.
    for (const name of ['indexes', 'texts', 'options', 'decorate', 'styleSheets'] as const) {
      if (!Object.hasOwn(this, name)) continue
      const value = this[name]
      delete this[name]
      Object.assign(this, { [name]: value })
    }
    this.build()
  }

  /** @internal */
  disconnectedCallback(): void {
    for (const undo of this.cleanUp.splice(0)) undo()
  }

  /** @internal */
  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before !== after) this.refresh()
  }

  /** Rebuilds the element after all current changes. */
  private refresh(): void {
    if (this.shell === undefined || this.isStale) return
    this.isStale = true
    queueMicrotask(() => {
      this.isStale = false
      if (this.isConnected) this.build()
    })
  }

  private build(): void {
    this.disconnectedCallback()
    const settings: ElementSettings = {
      language: this.language,
      operators: operatorsOf(localeOf(this.language)),
      ...settingsOf(name => this.getAttribute(name)),
      ...this.givenOptions,
    }
    const wording = wordingOf(localeOf(this.language), this.givenTexts)
    const shell = shellOf(settings, wording)
    this.settings = settings
    this.shell = shell
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [styleSheet(), ...this.givenSheets]
    root.replaceChildren(shell.root)
    this.startSession(shell, settings, wording)
    if (settings.shortcuts.length === 0) return
    const press = (event: KeyboardEvent) => this.press(event)
    document.addEventListener('keydown', press)
    this.cleanUp.push(() => document.removeEventListener('keydown', press))
  }

  private startSession(shell: Shell, settings: ElementSettings, wording: Wording): void {
    const { sources, sourceLabels } = settings
    const indexes: readonly ElementIndex[] =
      this.givenIndexes ?? sources.map((src, i) => ({ src, label: sourceLabels[i] }))
    const session = new Session({
      host: this,
      shell,
      settings,
      wording,
      indexes: indexes.map(
        ({ index, src = '' }) =>
          index ?? openIndex(new URL(this.inLanguage(String(src)), document.baseURI), { worker: settings.usesWorker }),
      ),
      labels: indexes.map(({ label }, i) => label ?? `Index ${i + 1}`),
      decorate: (item, hit) => this.givenDecorate?.(item, hit),
    })
    this.session = session
    this.cleanUp.push(() => session.end())
  }

  /** The address of an index per language: replaces `{lang}` by the language of the page. */
  private inLanguage(src: string): string {
    return src.replaceAll('{lang}', this.language.toLowerCase().split('-')[0])
  }

  /** The language of the interface: the nearest `lang`. */
  private get language(): string {
    for (let element: Element | null = this; element !== null; ) {
      const lang: string | null = element.getAttribute('lang')
      if (lang) return lang
      const root = element.getRootNode()
      element = element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
    }
    return navigator.language
  }

  private press(event: KeyboardEvent): void {
    const isTyping = isTextField(event.composedPath()[0])
    if (event.defaultPrevented || !matchesShortcut(event, this.settings?.shortcuts ?? [], isTyping)) return
    if (!event.ctrlKey && !event.metaKey && areSingleKeysOff()) return
    event.preventDefault()
    this.open()
  }
}
