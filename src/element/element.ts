/** `<trouvaille-search>`: shows a field, and loads everything else (the views, the engine, the index) when the field gets the focus. */
import { openIndex, type SearchClient } from '../client.ts'
import type { SearchableIndex, SearchBox, SearchSettings, ShownHit, Texts } from '../search-box/index.ts'
import { localeOf, operatorsOf, type Wording, wordingOf } from '../search-box/texts/wording.ts'
import { ATTRIBUTES, type ElementSettings, settingsOf } from './attributes.ts'
import { OWN_FIELD, Session } from './session.ts'
import { type Shell, shellOf } from './shell.ts'
import { areSingleKeysOff, isOwnKey, isTextField, matchesShortcut } from './shortcuts.ts'
import { styleSheet } from './style.ts'

/**
 * An index that the element searches: its address (`src`), or what `openIndex()` returned (`index`). One of them is needed.
 *
 * @example
 * element.indexes = [{ src: '/articles.trv', label: 'Articles' }]
 */
export interface ElementIndex {
  /** The address of the index file, relative to the page. `{lang}` in it is replaced by the language of the page. */
  src?: string | URL | undefined
  /** An index that is open already, to give it options of your own. */
  index?: SearchableIndex | undefined
  /** The name of its tab, if there are several. Default: `Index 1`, `Index 2` … */
  label?: string | undefined
}

type Decorate = (item: HTMLElement, hit: ShownHit) => void

/** Open indexes by address. Elements share them, and one that is rebuilt, or made anew for the next page of an application, reads nothing again. */
const clients = new Map<string, WeakRef<SearchClient>>()

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
    this.build(false)
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
      if (this.isConnected) this.build(true)
    })
  }

  /** @param isRefreshed whether the element is on the page already, and stays in its place */
  private build(isRefreshed: boolean): void {
    this.disconnectedCallback()
    const field = this.fieldBefore()
    const settings: ElementSettings = {
      language: this.language,
      operators: operatorsOf(localeOf(this.language)),
      ...settingsOf(name => this.getAttribute(name)),
      ...this.givenOptions,
    }
    const locale = localeOf(this.language)
    const wording = wordingOf(locale, this.givenTexts)
    const shell = shellOf(settings, wording)
    // For screen readers: the page may be in a language that the element does not speak.
    if (primary(this.language) !== locale) shell.root.lang = locale
    this.settings = settings
    this.shell = shell
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [styleSheet(), ...this.givenSheets]
    // The place of the text cursor is lost with its field.
    const isInUse = field?.matches(':focus')
    const caret = field?.selectionEnd ?? null
    root.replaceChildren(shell.root)
    shell.root.addEventListener('keydown', keepInside)
    shell.root.addEventListener('keypress', keepInside)
    this.startSession(shell, settings, wording)
    // On another page of an application, only the address says what to search for.
    if (field?.value && (isRefreshed || isInUse || settings.param === undefined)) {
      shell.input.value = field.value
      this.load().catch(() => {})
    }
    if (isInUse) {
      shell.open()
      shell.input.setSelectionRange(caret, caret)
    }
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
          index ?? clientOf(new URL(this.inLanguage(String(src)), document.baseURI).href, settings.usesWorker),
      ),
      labels: indexes.map(({ label }, i) => label ?? `Index ${i + 1}`),
      decorate: (item, hit) => this.givenDecorate?.(item, hit),
    })
    this.session = session
    this.cleanUp.push(() => session.end())
  }

  /** The field that this build replaces: that of the build before, or that of the author's form, if the visitor is in it while the element arrives. */
  private fieldBefore(): HTMLInputElement | null {
    return this.shell?.input ?? this.querySelector(`form[action] :is(${OWN_FIELD}):focus`)
  }

  /** The address of an index per language: replaces `{lang}` by the language of the page. */
  private inLanguage(src: string): string {
    return src.replaceAll('{lang}', primary(this.language))
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
    // Pages have one box for wide screens and one for narrow ones. A dialog in what is not shown would block the page.
    if (this.checkVisibility?.({ checkVisibilityCSS: true }) === false) return
    event.preventDefault()
    this.open()
  }
}

function keepInside(event: KeyboardEvent): void {
  if (isOwnKey(event)) event.stopPropagation()
}

function clientOf(address: string, worker: boolean): SearchClient {
  const key = `${worker} ${address}`
  const client = clients.get(key)?.deref() ?? openIndex(address, { worker })
  clients.set(key, new WeakRef(client))
  return client
}

/** `fr` of `fr-CA`. */
function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0]
}
