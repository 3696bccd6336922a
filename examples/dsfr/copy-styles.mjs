/** Puts the style sheets, fonts and icons of the design system beside the pages. */
import { cpSync } from 'node:fs'

const from = new URL('./node_modules/@gouvfr/dsfr/dist/', import.meta.url)
for (const name of ['dsfr.min.css', 'utility/icons', 'fonts', 'icons']) {
  cpSync(new URL(name, from), new URL(`./public/dsfr/${name}`, import.meta.url), { recursive: true })
}
