/** The style of explanations, for the shadow root that they stand in. */
import css from './explanation.css?text'

export function explanationSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}
