/** The French word list of the package, in Node. */
import { installedWordListOf } from '../../lexicon/installed-word-list.ts'

const installed = /* @__PURE__ */ installedWordListOf('./french-words.cjs')

/** The list, or undefined outside Node and if the file is missing. */
export const installedWordList = installed.get
export const readWordListBy = installed.readBy
