/** Pagefind over French pages, with its defaults. */

import { pagefindPeer } from './pagefind.mjs'

export default pagefindPeer('pagefind-fr', 'fr')
