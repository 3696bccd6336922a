/** Trouvaille that counts hits to 1,000, as Lucene does by default, in place of 10,000. */

import { trouvaillePeer } from './trouvaille.mjs'

export default trouvaillePeer('trouvaille-1000', { countUpTo: 1000 })
