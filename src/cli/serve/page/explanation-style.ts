/** The style of explanations, for their shadow root. */
import css from './explanation.css?text'

export function explanationSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}
