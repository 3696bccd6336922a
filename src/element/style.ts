/** The style of the element: one sheet that all elements of a page share, which works under a content security policy without inline styles. */
import css from './style.css?text'

let sheet: CSSStyleSheet | undefined

export function styleSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
  }
  return sheet
}
