/** The library's word list as a file of the build. webpack, Rspack and Vite's builds find it through the client's code; for others, the plugin adds it. */
import { fileURLToPath } from 'node:url'
import { WORD_LIST_HASH } from '../internal.ts'

/** The name without the folder. */
export const WORD_LIST_NAME = `french-words-${WORD_LIST_HASH}.bin`
/** The file next to the client. */
export const WORD_LIST_FILE = fileURLToPath(new URL(`./client/${WORD_LIST_NAME}`, import.meta.url))
/** The same, for esbuild. */
export const WORD_LIST_PATH = /[\\/]client[\\/]french-words-[\da-f]{8}\.bin$/
