/** Trouvaille with `english()`: fields title and text, the title stored, nothing else configured. */

import { trouvaillePeer } from './trouvaille.mjs'

export default trouvaillePeer('trouvaille-english', {}, 'english')
