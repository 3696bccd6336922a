/** Pagefind over English pages, with its defaults. */

import { pagefindPeer } from './pagefind.mjs'

export default pagefindPeer('pagefind-english', 'en')
