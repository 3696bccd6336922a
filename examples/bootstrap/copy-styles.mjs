/** Puts the style sheet of Bootstrap beside the pages. */
import { cpSync } from 'node:fs'

const from = new URL('./node_modules/bootstrap/dist/css/bootstrap.min.css', import.meta.url)
cpSync(from, new URL('./public/bootstrap/bootstrap.min.css', import.meta.url))
