/** The library's word list as a file of the build. webpack, Rspack and Vite's builds find it by the client's code; others are told. */
import { fileURLToPath } from 'node:url'
import { WORD_LIST_HASH } from '../internal.ts'

/** Without its folder. */
export const WORD_LIST_NAME = `french-words-${WORD_LIST_HASH}.bin`
/** The file beside the client. */
export const WORD_LIST_FILE = fileURLToPath(new URL(`./client/${WORD_LIST_NAME}`, import.meta.url))
/** The same, for esbuild. */
export const WORD_LIST_PATH = /[\\/]client[\\/]french-words-[\da-f]{8}\.bin$/
