/** Trouvaille with `fuzzy: 'auto'`, the one option that carelessly typed questions ask for. */

import trouvaille from './trouvaille.mjs'

/** @type {typeof trouvaille} */
export default {
  ...trouvaille,
  name: 'trouvaille-fuzzy',
  search: (index, question, limit) => index.search(question, { limit, fuzzy: 'auto' }).hits,
}
